// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/segmentedbar.h"

#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace Batchdesk {

namespace {

constexpr int barHeight = 12;
constexpr qreal leastWidth = 3;

} // namespace

SegmentedBar::SegmentedBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SegmentedBar::setSegments(const QList<Segment> &segments)
{
    if (segments == m_segments)
        return;
    m_segments = segments;
    QStringList parts;
    for (const Segment &segment : segments)
        parts << QStringLiteral("%1 %2").arg(QLocale().toString(segment.value), segment.name);
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
    update();
}

QSize SegmentedBar::sizeHint() const
{
    return {200, barHeight};
}

void SegmentedBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setClipPath(outline);
    painter.fillRect(rect(), lineColor());
    qint64 total = 0;
    for (const Segment &segment : m_segments)
        total += segment.value;
    if (total <= 0)
        return;
    if (layoutDirection() == Qt::RightToLeft) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    qreal left = 0;
    for (const Segment &segment : m_segments) {
        if (segment.value <= 0)
            continue;
        const qreal part =
            std::max(leastWidth, qreal(width()) * qreal(segment.value) / qreal(total));
        if (segment.tone != Tone::Neutral)
            painter.fillRect(QRectF(left, 0, part, height()), toneColor(segment.tone));
        if (segment.tone == Tone::Bad || segment.tone == Tone::Busy) {
            // Hatched, so that it tells without colours too.
            QColor hatch = QColor(palette().color(QPalette::Base));
            hatch.setAlpha(110);
            painter.fillRect(
                QRectF(left, 0, part, height()),
                QBrush(hatch, segment.tone == Tone::Bad ? Qt::DiagCrossPattern : Qt::BDiagPattern));
        }
        left += part;
    }
}

bool SegmentedBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), accessibleDescription(),
                           this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace Batchdesk
