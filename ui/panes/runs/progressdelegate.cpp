// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/runs/progressdelegate.h"

#include "ui/models/runsmodel.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace Batchdesk {

namespace {

constexpr int barWidth = 64;
constexpr int barHeight = 6;

} // namespace

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    const QString text = background.text;
    background.text.clear();
    QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    const qint64 total = index.data(RunsModel::TotalRole).toLongLong();
    const qint64 done = std::min(total, index.data(RunsModel::DoneRole).toLongLong());
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect inner = option.rect.adjusted(gridStep, 0, -gridStep, 0);
    QRect bar(inner.left(), inner.center().y() - barHeight / 2, barWidth, barHeight);
    QRect filled(bar.topLeft(), QSize(total > 0 ? int(bar.width() * done / total) : 0, barHeight));
    QRect label = inner.adjusted(barWidth + gridStep, 0, 0, 0);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    const QRect visualBar = QStyle::visualRect(option.direction, inner, bar);
    outline.addRoundedRect(visualBar, barHeight / 2.0, barHeight / 2.0);
    painter->setClipPath(outline, Qt::IntersectClip);
    painter->fillRect(visualBar, lineColor());
    painter->fillRect(QStyle::visualRect(option.direction, inner, filled),
                      isSelected ? option.palette.color(QPalette::HighlightedText)
                                 : toneColor(Tone::Good));
    painter->restore();

    painter->save();
    painter->setPen(option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    label = QStyle::visualRect(option.direction, inner, label);
    painter->drawText(label, Qt::AlignVCenter | Qt::AlignLeading,
                      option.fontMetrics.elidedText(text, Qt::ElideRight, label.width()));
    painter->restore();
}

} // namespace Batchdesk
