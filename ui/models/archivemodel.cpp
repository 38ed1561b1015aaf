// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/archivemodel.h"

#include "core/plan/plantext.h"

namespace Batchdesk {

void ArchiveModel::setDraft(const DraftPtr &draft)
{
    // A new plan of the same files is no news; the view keeps what is open and where it stands.
    const bool same = m_draft && draft
        && m_draft->listing.application.constData() == draft->listing.application.constData();
    if (same) {
        m_draft = draft;
        return;
    }
    beginResetModel();
    m_draft = draft;
    endResetModel();
}

const FileTree::Node *ArchiveModel::nodeAt(const QModelIndex &index) const
{
    if (!m_draft || m_draft->archive.nodes.empty())
        return nullptr;
    return &m_draft->archive.nodes[index.isValid() ? size_t(index.internalId()) : 0];
}

QModelIndex ArchiveModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(nodeAt(parent)->children[size_t(row)]));
}

QModelIndex ArchiveModel::parent(const QModelIndex &index) const
{
    const FileTree::Node *node = index.isValid() ? nodeAt(index) : nullptr;
    if (!node || node->parent == 0)
        return {};
    return createIndex(int(m_draft->archive.nodes[node->parent].row), 0, quintptr(node->parent));
}

int ArchiveModel::rowCount(const QModelIndex &parent) const
{
    const FileTree::Node *node = parent.column() > 0 ? nullptr : nodeAt(parent);
    return node ? int(node->children.size()) : 0;
}

int ArchiveModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ArchiveModel::data(const QModelIndex &index, int role) const
{
    const FileTree::Node *node = index.isValid() ? nodeAt(index) : nullptr;
    if (!node)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name ? node->name : byteText(node->size);
    case Qt::TextAlignmentRole:
        return index.column() == Size ? QVariant(Qt::AlignTrailing | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        return node->name;
    case SortRole:
        return index.column() == Name ? QVariant(node->name) : QVariant(node->size);
    case IsFolderRole:
        return node->isFolder;
    default:
        return {};
    }
}

QVariant ArchiveModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole && section == Size)
        return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role == Qt::DisplayRole)
        return section == Name ? tr("File") : tr("Size");
    return {};
}

} // namespace Batchdesk
