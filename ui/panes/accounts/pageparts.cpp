// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/pageparts.h"

#include "ui/widgets/livetable.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

namespace Batchdesk {

int readingWidth()
{
    return 80 * gridStep;
}

QVBoxLayout *beginPage(QWidget *page, const QString &title)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 2 * gridStep, 0);
    layout->setSpacing(2 * gridStep);
    auto *label = new QLabel(title, page);
    label->setFont(titleFont());
    layout->addWidget(label);
    return layout;
}

QLabel *addHeading(QVBoxLayout *layout, const QString &text)
{
    auto *heading = new QLabel(text);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    heading->setWordWrap(true);
    heading->setTextFormat(Qt::PlainText);
    layout->addWidget(heading);
    return heading;
}

QLabel *addText(QVBoxLayout *layout, const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setMaximumWidth(readingWidth());
    layout->addWidget(label);
    return label;
}

void fitToRows(LiveTable *table, int mostRows)
{
    const int rows = qBound(1, table->model()->rowCount(), mostRows);
    const int bar = table->horizontalScrollBar()->sizeHint().height();
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height()
                          + rows * table->verticalHeader()->defaultSectionSize() + bar);
}

} // namespace Batchdesk
