// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

namespace Batchdesk {

//! \brief A table for models that change while one looks: fixed row height, no grid, whole rows,
//! sorting by SortRole where the model sorts itself, columns that are remembered under the table's
//! object name, Ctrl+C copies the selected rows as text with tabs, and a menu on the header to show
//! and hide columns.
class LiveTable final : public QTableView
{
    Q_OBJECT

public:
    //! \param name object name, under which the columns are kept in windowSettings().
    explicit LiveTable(const QString &name, QWidget *parent = nullptr);
    ~LiveTable() override;

    //! \brief Sets the model and the columns' widths as remembered, or as given (pixels; the last
    //! column takes what is left).
    void setModelAndWidths(QAbstractItemModel *model, const QList<int> &widths);

    //! \brief IdRole of each selected row.
    QStringList selectedIds() const;
    //! \brief Copies the selected rows.
    void copySelection() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void showHeaderMenu(const QPoint &position);
    void saveColumns() const;
};

} // namespace Batchdesk
