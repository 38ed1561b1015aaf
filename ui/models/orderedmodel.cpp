// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/orderedmodel.h"

#include <QFutureWatcher>
#include <QtConcurrent>

#include <numeric>

namespace Batchdesk {

namespace {

//! Fewer rows are ordered within a millisecond or two: a worker would only make it flicker.
constexpr int rowsForWorker = 5'000;
constexpr int soonMs = 250;

} // namespace

int OrderedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

void OrderedModel::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    orderNow();
}

void OrderedModel::beginRows()
{
    beginResetModel();
    ++m_generation; // what a worker still makes is of the former rows
    m_isOrdering = false;
    m_isOutdated = false;
}

void OrderedModel::endRows(int count)
{
    Rows rows(std::size_t(count), 0);
    std::iota(rows.begin(), rows.end(), 0u);
    placeRows(std::move(rows), count);
    endResetModel();
    orderNow();
    Q_EMIT reordered();
}

void OrderedModel::orderNow()
{
    if (m_isOrdering) {
        m_isOutdated = true;
        return;
    }
    const MakeRows make = makeRows(m_sortColumn, m_sortOrder);
    if (totalRows() < rowsForWorker) {
        show(make(), totalRows(), nullptr, {});
        return;
    }
    m_isOrdering = true;
    auto *watcher = new QFutureWatcher<Rows>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, generation = m_generation] {
                watcher->deleteLater();
                if (generation != m_generation)
                    return;
                m_isOrdering = false;
                show(watcher->result(), totalRows(), nullptr, {});
                if (std::exchange(m_isOutdated, false))
                    orderNow();
            });
    watcher->setFuture(QtConcurrent::run(make));
}

void OrderedModel::orderSoon()
{
    if (!m_soon) {
        m_soon = new QTimer(this);
        m_soon->setSingleShot(true);
        m_soon->setInterval(soonMs);
        connect(m_soon, &QTimer::timeout, this, &OrderedModel::orderNow);
    }
    if (!m_soon->isActive())
        m_soon->start();
}

void OrderedModel::exchangeRows(int count, const std::vector<int> &newRowOf,
                                const std::function<void()> &exchange)
{
    ++m_generation;
    m_isOrdering = false;
    m_isOutdated = false;
    // First what is shown, in its order, then what is new; sorted and filtered right after.
    Rows rows;
    rows.reserve(std::size_t(count));
    for (const quint32 row : m_shown) {
        if (const int now = newRowOf[row]; now >= 0)
            rows.push_back(quint32(now));
    }
    std::vector<bool> isKnown(std::size_t(count), false);
    for (const int now : newRowOf) {
        if (now >= 0)
            isKnown[std::size_t(now)] = true;
    }
    for (int row = 0; row < count; ++row) {
        if (!isKnown[std::size_t(row)])
            rows.push_back(quint32(row));
    }
    show(std::move(rows), count, &newRowOf, exchange);
    orderNow();
}

void OrderedModel::show(Rows rows, int count, const std::vector<int> *newRowOf,
                        const std::function<void()> &exchange)
{
    if (!exchange && rows == m_shown)
        return;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<int> rowsBefore;
    rowsBefore.reserve(std::size_t(before.size()));
    for (const QModelIndex &index : before) {
        const int row = rowAt(index.row());
        rowsBefore.push_back(newRowOf ? (*newRowOf)[std::size_t(row)] : row);
    }
    if (exchange)
        exchange();
    placeRows(std::move(rows), count);
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = rowsBefore[std::size_t(i)];
        const int place = row < 0 ? -1 : placeOf(row);
        after << (place < 0 ? QModelIndex() : createIndex(place, before.at(i).column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
    Q_EMIT reordered();
}

void OrderedModel::placeRows(Rows rows, int count)
{
    m_shown = std::move(rows);
    m_places.assign(std::size_t(count), -1);
    for (std::size_t place = 0; place < m_shown.size(); ++place)
        m_places[m_shown[place]] = int(place);
}

} // namespace Batchdesk
