// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/notedelegate.h"

#include "ui/models/roles.h"

namespace Batchdesk {

NoteDelegate::NoteDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void NoteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    if (index.data(ToneRole).isValid())
        m_state.paint(painter, option, index);
    else
        QStyledItemDelegate::paint(painter, option, index);
}

} // namespace Batchdesk
