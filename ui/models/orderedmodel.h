// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractTableModel>
#include <QTimer>

#include <functional>
#include <vector>

namespace Batchdesk {

//! \brief A table that keeps its rows in one order and shows some of them in another: the base of
//! tables that may have very many rows and change while one looks.
//!
//! "Row" is the place in the table's own data, "place" the place in what is shown. Sorting and
//! filtering give a new list of rows, made in a worker when there are many; it is put in place by
//! layoutChanged(), so that selection, current row and scroll position stay with their rows. Lives
//! on the GUI thread.
class OrderedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Rows = std::vector<quint32>;

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const final;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) final;

    //! \brief How many rows there are, shown or not.
    int totalRows() const { return int(m_places.size()); }
    //! \brief True while a worker orders the rows anew.
    bool isOrdering() const { return m_isOrdering; }

Q_SIGNALS:
    //! \brief Another order is shown; rowCount() may be another.
    void reordered();

protected:
    //! \brief Makes the list of rows to be shown; called in a worker, so it holds copies only.
    using MakeRows = std::function<Rows()>;
    //! \brief What to show with this sorting (column -1: own order) and the model's own filter.
    virtual MakeRows makeRows(int sortColumn, Qt::SortOrder order) const = 0;

    int rowAt(int place) const { return int(m_shown[std::size_t(place)]); }
    //! \brief -1 when the row is not shown.
    int placeOf(int row) const { return m_places[std::size_t(row)]; }
    int sortColumn() const { return m_sortColumn; }

    //! \brief Begins and ends an exchange of all rows; \a count rows in their own order first.
    void beginRows();
    void endRows(int count);
    //! \brief Orders anew at once, for a change by the user.
    void orderNow();
    //! \brief Orders anew soon, for changes that come by themselves: many of them cost one.
    void orderSoon();
    //! \brief Exchanges the rows for others and keeps selection and scroll position. \a newRowOf
    //! gives the new row of each former one, -1 when it is gone. \a exchange changes the data.
    void exchangeRows(int count, const std::vector<int> &newRowOf,
                      const std::function<void()> &exchange);

private:
    void show(Rows rows, int count, const std::vector<int> *newRowOf,
              const std::function<void()> &exchange);
    void placeRows(Rows rows, int count);

    Rows m_shown;
    std::vector<int> m_places;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    quint64 m_generation = 0;
    bool m_isOrdering = false;
    bool m_isOutdated = false; //!< Something changed while a worker was ordering.
    QTimer *m_soon = nullptr;
};

} // namespace Batchdesk
