// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/nodemodel.h"

#include "ui/models/statelook.h"

#include <QHash>
#include <QLocale>
#include <QSet>

namespace Batchdesk {

namespace {

bool isNumber(int column)
{
    return column == NodeModel::Running || column == NodeModel::TasksRun
        || column == NodeModel::Succeeded;
}

} // namespace

void NodeModel::setNodes(const QList<RunNode> &nodes)
{
    QHash<QString, RunNode> now;
    for (const RunNode &node : nodes)
        now.insert(node.id, node);
    for (int row = int(m_nodes.size()) - 1; row >= 0; --row) {
        const auto found = now.constFind(m_nodes.at(row).id);
        if (found == now.constEnd()) {
            beginRemoveRows({}, row, row);
            m_nodes.removeAt(row);
            endRemoveRows();
        } else if (*found != m_nodes.at(row)) {
            m_nodes[row] = *found;
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
    for (const RunNode &known : std::as_const(m_nodes))
        now.remove(known.id);
    if (now.isEmpty())
        return;
    QList<RunNode> added;
    for (const RunNode &node : nodes) {
        if (now.remove(node.id) > 0)
            added << node;
    }
    beginInsertRows({}, int(m_nodes.size()), int(m_nodes.size() + added.size()) - 1);
    m_nodes += added;
    endInsertRows();
}

int NodeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_nodes.size());
}

int NodeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NodeModel::value(const RunNode &node, int column)
{
    switch (column) {
    case Id:
        return node.id;
    case State:
        return lookOf(node).word;
    case Kind:
        return node.isDedicated ? tr("Dedicated") : tr("Spot");
    case VmSize:
        return node.vmSize;
    case Running:
        return node.runningTasks;
    case TasksRun:
        return node.tasksRun;
    case Succeeded:
        return node.tasksSucceeded;
    case Trouble:
        return node.trouble;
    default:
        return {};
    }
}

QVariant NodeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RunNode &node = m_nodes.at(index.row());
    const QVariant raw = value(node, index.column());
    switch (role) {
    case Qt::DisplayRole:
        return isNumber(index.column()) ? QLocale().toString(raw.toInt()) : raw;
    case Qt::ToolTipRole:
        return index.column() == State && !node.trouble.isEmpty() ? node.trouble : raw.toString();
    case Qt::TextAlignmentRole:
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return raw;
    case ToneRole:
        return index.column() == State ? QVariant(int(lookOf(node).tone)) : QVariant();
    case IdRole:
        return node.id;
    default:
        return {};
    }
}

QVariant NodeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Id:
        return tr("Node");
    case State:
        return tr("State");
    case Kind:
        return tr("Kind");
    case VmSize:
        return tr("VM size");
    case Running:
        return tr("Running");
    case TasksRun:
        return tr("Tasks run");
    case Succeeded:
        return tr("Succeeded");
    case Trouble:
        return tr("Trouble");
    default:
        return {};
    }
}

} // namespace Batchdesk
