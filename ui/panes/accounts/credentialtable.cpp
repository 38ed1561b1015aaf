// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/credentialtable.h"

#include "ui/models/credentialmodel.h"
#include "ui/panes/accounts/pageparts.h"
#include "ui/widgets/livetable.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

constexpr int mostRows = 8;
const QList<int> keyWidths{140, 76, 330, 90, 80};
const QList<int> tokenWidths{160, 190, 160, 110, 80};

} // namespace

CredentialTable::CredentialTable(Git::Credentials *credentials, Git::Credential::Kind kind,
                                 const QString &name, const QString &emptyText, QWidget *parent)
    : QWidget(parent)
    , m_credentials(credentials)
    , m_model(new CredentialModel(kind, this))
    , m_table(new LiveTable(name, this))
{
    const bool isKey = kind == Git::Credential::Kind::SshKey;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    m_notice = new Notice(this);
    layout->addWidget(m_notice);
    m_table->setAccessibleName(isKey ? tr("SSH keys") : tr("Access tokens"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModelAndWidths(m_model, isKey ? keyWidths : tokenWidths);
    fitToRows(m_table, mostRows);
    layout->addWidget(m_table);
    m_empty = addText(layout, emptyText);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CredentialTable::currentChanged);
    connect(m_credentials, &Git::Credentials::changed, this, &CredentialTable::refresh);
    refresh();
}

std::optional<Git::Credential> CredentialTable::current() const
{
    const QStringList names = m_table->selectedIds();
    const int row = names.isEmpty() ? -1 : m_model->rowOf(names.first());
    return row < 0 ? std::nullopt : std::optional(m_model->at(row));
}

void CredentialTable::select(const QString &name)
{
    const int row = m_model->rowOf(name);
    if (row >= 0)
        m_table->selectRow(row);
}

void CredentialTable::refresh()
{
    m_notice->clear();
    const auto all = m_credentials->list();
    if (!all) {
        m_notice->show(all.error());
        m_table->hide();
        m_empty->hide();
        return;
    }
    QStringList ofSession;
    for (const Git::Credential &credential : *all) {
        if (m_credentials->isForThisSession(credential.name))
            ofSession << credential.name;
    }
    const auto selected = current();
    m_model->setCredentials(*all, ofSession);
    const int rows = m_model->rowCount();
    m_table->setVisible(rows > 0);
    m_empty->setVisible(rows == 0);
    if (selected)
        select(selected->name);
    if (m_table->selectedIds().isEmpty() && rows > 0)
        m_table->selectRow(0);
    Q_EMIT currentChanged();
}

} // namespace Batchdesk
