// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/planneddraft.h"

#include <QAbstractTableModel>

namespace Batchdesk {

//! \brief The input files that were found, with sizes and what is odd about them. Rows are made as
//! they are looked at.
class InputModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { File, Size, Note, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    //! \brief Shows the inputs of \a draft; nothing when it is null.
    void setDraft(const DraftPtr &draft);
    //! \brief Row of the file at \a path, or -1.
    int rowOf(const QString &path) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    DraftPtr m_draft;
};

} // namespace Batchdesk
