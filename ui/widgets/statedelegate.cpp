// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/statedelegate.h"

#include "ui/models/roles.h"
#include "ui/widgets/statepill.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>

namespace Batchdesk {

namespace {

constexpr int shapeSize = 10;
constexpr int gap = 6;

} // namespace

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    const QString word = background.text;
    background.text.clear();
    QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    const auto tone = Tone(index.data(ToneRole).toInt());
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setPen(isSelected ? option.palette.color(QPalette::HighlightedText) : toneColor(tone));
    const QRect inner = option.rect.adjusted(gap, 0, -gap, 0);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const qreal left = mirrored ? inner.right() - shapeSize : inner.left();
    drawToneShape(*painter,
                  QRectF(left, inner.center().y() - shapeSize / 2.0 + 0.5, shapeSize, shapeSize),
                  tone);
    const QRect textRect = mirrored ? inner.adjusted(0, 0, -shapeSize - gap, 0)
                                    : inner.adjusted(shapeSize + gap, 0, 0, 0);
    painter->drawText(textRect, Qt::AlignVCenter | Qt::AlignLeading,
                      option.fontMetrics.elidedText(word, Qt::ElideRight, textRect.width()));
    painter->restore();
}

QSize StateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.rwidth() += shapeSize + 2 * gap;
    return size;
}

} // namespace Batchdesk
