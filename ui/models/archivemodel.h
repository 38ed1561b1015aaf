// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/planneddraft.h"
#include "ui/models/roles.h"

#include <QAbstractItemModel>

namespace Batchdesk {

//! \brief The tree of what goes into application.zip, with sizes.
class ArchiveModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Size, ColumnCount };
    enum Role { IsFolderRole = FirstOwnRole };

    using QAbstractItemModel::QAbstractItemModel;

    //! \brief Shows the application of \a draft; nothing when it is null.
    void setDraft(const DraftPtr &draft);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const FileTree::Node *nodeAt(const QModelIndex &index) const;

    DraftPtr m_draft;
};

} // namespace Batchdesk
