// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/variablestable.h"

#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>

namespace Batchdesk {

namespace {

constexpr int rowPadding = 10;

enum Column { Name, Value, ColumnCount };

} // namespace

VariablesTable::VariablesTable(QWidget *parent)
    : QTableWidget(0, ColumnCount, parent)
{
    setHorizontalHeaderLabels({tr("Name"), tr("Value")});
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + rowPadding);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setEditTriggers(QAbstractItemView::AllEditTriggers);
    setFixedHeight(14 * gridStep);
    addRow({}, {});
    connect(this, &QTableWidget::itemChanged, this, &VariablesTable::takeChange);
}

QList<Batch::NameValue> VariablesTable::variables() const
{
    QList<Batch::NameValue> found;
    for (int row = 0; row < rowCount(); ++row) {
        const QString name = item(row, Name)->text().trimmed();
        if (!name.isEmpty())
            found.append({name, item(row, Value)->text()});
    }
    return found;
}

void VariablesTable::setVariables(const QList<Batch::NameValue> &wanted)
{
    if (wanted == variables())
        return;
    {
        const QScopedValueRollback setting(m_setting, true);
        setRowCount(0);
    }
    for (const Batch::NameValue &variable : wanted)
        addRow(variable.name, variable.value);
    addRow({}, {});
}

void VariablesTable::addRow(const QString &name, const QString &value)
{
    const QScopedValueRollback setting(m_setting, true);
    const int row = rowCount();
    insertRow(row);
    setItem(row, Name, new QTableWidgetItem(name));
    setItem(row, Value, new QTableWidgetItem(value));
}

void VariablesTable::takeChange(QTableWidgetItem *item)
{
    if (m_setting)
        return;
    if (item->row() == rowCount() - 1 && !item->text().isEmpty())
        addRow({}, {});
    Q_EMIT edited();
}

void VariablesTable::keyPressEvent(QKeyEvent *event)
{
    const bool isLast = currentRow() == rowCount() - 1;
    if (event->key() == Qt::Key_Delete && currentRow() >= 0 && !isLast) {
        removeRow(currentRow());
        Q_EMIT edited();
        return;
    }
    QTableWidget::keyPressEvent(event);
}

} // namespace Batchdesk
