// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/statedelegate.h"

#include <QStyledItemDelegate>

namespace Batchdesk {

//! \brief Draws a note with its tone as StateDelegate does, and nothing where there is none.
class NoteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit NoteDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    StateDelegate m_state;
};

} // namespace Batchdesk
