// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/connectionresult.h"

#include "ui/widgets/notice.h"
#include "ui/widgets/statepill.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace Batchdesk {

ConnectionResult::ConnectionResult(QWidget *parent)
    : QWidget(parent)
{
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(pageMargin);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_batch = addColumn(tr("Batch"), QStringLiteral("batchResult"));
    m_storage = addColumn(tr("Storage"), QStringLiteral("storageResult"));
    hide();
}

ConnectionResult::Column ConnectionResult::addColumn(const QString &name, const QString &objectName)
{
    Column column{new StatePill(this), new QLabel(this)};
    column.text->setObjectName(objectName);
    column.text->setAccessibleName(name);
    column.text->setWordWrap(true);
    column.text->setTextFormat(Qt::PlainText);
    column.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *head = new QHBoxLayout;
    head->setSpacing(gridStep);
    head->addWidget(new QLabel(name, this));
    head->addWidget(column.pill);
    head->addStretch();
    auto *layout = new QVBoxLayout;
    layout->setSpacing(gridStep / 2);
    layout->addLayout(head);
    layout->addWidget(column.text);
    layout->addStretch();
    static_cast<QHBoxLayout *>(this->layout())->addLayout(layout, 1);
    return column;
}

void ConnectionResult::showBusy()
{
    for (const Column &column : {m_batch, m_storage}) {
        column.pill->setLook({tr("asking"), Tone::Busy});
        column.text->clear();
    }
    QWidget::show();
}

void ConnectionResult::show(const Accounts::Connection &connection)
{
    fill(m_batch, connection.batch);
    fill(m_storage, connection.storage);
    QWidget::show();
}

void ConnectionResult::show(const Error &error)
{
    show(Accounts::Connection{error, error});
}

void ConnectionResult::clear()
{
    m_batch.text->clear();
    m_storage.text->clear();
    hide();
}

void ConnectionResult::fill(const Column &column, const Outcome<void> &answer)
{
    if (answer) {
        column.pill->setLook({tr("answers"), Tone::Good});
        column.text->setText(tr("The key is right."));
        return;
    }
    column.pill->setLook({tr("failed"), Tone::Bad});
    column.text->setText(errorText(answer.error()));
}

} // namespace Batchdesk
