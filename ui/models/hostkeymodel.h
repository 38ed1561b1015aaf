// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/hostkeys.h"

#include <QAbstractTableModel>

namespace Batchdesk {

//! \brief The host keys that the user trusts, one row each.
class HostKeyModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Host, Type, Fingerprint, Published, ColumnCount };

    //! \brief One pinned key.
    struct Row
    {
        QString host; //!< "host", or "[host]:port".
        Git::HostKey key;

        bool operator==(const Row &) const = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<Row> &rows);
    const Row &at(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const Row &row, int column) const;

    QList<Row> m_rows;
};

//! \brief All that is pinned. Blocks on a small file.
QList<HostKeyModel::Row> pinnedKeys(const Git::KnownHosts &knownHosts);

} // namespace Batchdesk
