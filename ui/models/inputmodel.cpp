// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/inputmodel.h"

#include "core/plan/plantext.h"
#include "ui/models/roles.h"

namespace Batchdesk {

void InputModel::setDraft(const DraftPtr &draft)
{
    const bool same = m_draft && draft
        && m_draft->listing.inputs.constData() == draft->listing.inputs.constData();
    if (same) {
        m_draft = draft;
        // The files are the same ones; what is odd about them need not be.
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, Note), index(rowCount() - 1, Note));
        return;
    }
    beginResetModel();
    m_draft = draft;
    endResetModel();
}

int InputModel::rowOf(const QString &path) const
{
    return m_draft ? int(inputIndexOf(m_draft->listing, path)) : -1;
}

int InputModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_draft ? 0 : int(m_draft->listing.inputs.size());
}

int InputModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant InputModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const InputFile &file = m_draft->listing.inputs.at(index.row());
    if (role == IdRole)
        return file.path;
    const QString flag = m_draft->flags.value(quint32(index.row()));
    switch (index.column()) {
    case File:
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == SortRole)
            return file.path;
        break;
    case Size:
        if (role == Qt::DisplayRole)
            return byteText(file.size);
        if (role == SortRole)
            return file.size;
        if (role == Qt::TextAlignmentRole)
            return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
        break;
    case Note:
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == SortRole)
            return flag;
        if (role == ToneRole && !flag.isEmpty())
            return int(Tone::Warning);
        break;
    }
    return {};
}

QVariant InputModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Size)
        return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case File:
        return tr("File");
    case Size:
        return tr("Size");
    case Note:
        return tr("Note");
    }
    return {};
}

} // namespace Batchdesk
