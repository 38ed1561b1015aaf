// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runfeed.h"

#include <QAbstractTableModel>

namespace Batchdesk {

//! \brief The nodes of a run's pool. Each look is merged by the node's id, so that selection and
//! scroll position stay.
class NodeModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Id, State, Kind, VmSize, Running, TasksRun, Succeeded, Trouble, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    //! \brief What the latest look gave: all of them.
    void setNodes(const QList<RunNode> &nodes);
    const QList<RunNode> &nodes() const { return m_nodes; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QVariant value(const RunNode &node, int column);

    QList<RunNode> m_nodes;
};

} // namespace Batchdesk
