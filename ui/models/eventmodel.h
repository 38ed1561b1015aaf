// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runvalues.h"

#include <QAbstractTableModel>

#include <deque>

namespace Batchdesk {

//! \brief The log of a run, the latest at the end. Keeps the last so many lines.
class EventModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Level, Text, ColumnCount };
    static constexpr int defaultCapacity = 10'000;

    explicit EventModel(QObject *parent = nullptr, int capacity = defaultCapacity);

    void append(const QList<RunEvent> &events);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int m_capacity;
    std::deque<RunEvent> m_events;
    quint64 m_dropped = 0; //!< How many went at the front: with the row it names a line for good.
};

} // namespace Batchdesk
