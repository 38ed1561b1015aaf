// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/statepill.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPolygonF>

namespace Batchdesk {

namespace {

constexpr int shapeSize = 10;
constexpr int padding = 10;
constexpr int gap = 6;

QPointF in(const QRectF &rect, qreal x, qreal y)
{
    return {rect.left() + rect.width() * x, rect.top() + rect.height() * y};
}

} // namespace

void drawToneShape(QPainter &painter, const QRectF &rect, Tone tone)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal width = rect.width() * 0.18;
    const QColor color = painter.pen().color();
    QPen pen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    switch (tone) {
    case Tone::Neutral:
        painter.drawEllipse(rect.adjusted(width, width, -width, -width));
        break;
    case Tone::Busy:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(
            QPolygonF({in(rect, 0.18, 0.05), in(rect, 0.95, 0.5), in(rect, 0.18, 0.95)}));
        break;
    case Tone::Good:
        painter.drawPolyline(
            QPolygonF({in(rect, 0.08, 0.55), in(rect, 0.38, 0.85), in(rect, 0.92, 0.18)}));
        break;
    case Tone::Warning:
        painter.setPen(QPen(color, width * 0.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(
            QPolygonF({in(rect, 0.5, 0.06), in(rect, 0.97, 0.92), in(rect, 0.03, 0.92)}));
        painter.drawLine(in(rect, 0.5, 0.42), in(rect, 0.5, 0.66));
        break;
    case Tone::Bad:
        painter.drawLine(in(rect, 0.14, 0.14), in(rect, 0.86, 0.86));
        painter.drawLine(in(rect, 0.86, 0.14), in(rect, 0.14, 0.86));
        break;
    case Tone::Quiet:
        painter.drawLine(in(rect, 0.12, 0.5), in(rect, 0.88, 0.5));
        break;
    }
    painter.restore();
}

StatePill::StatePill(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatePill::setLook(const StateLook &look)
{
    if (look == m_look)
        return;
    m_look = look;
    setAccessibleName(tr("State: %1").arg(look.word));
    updateGeometry();
    update();
}

QSize StatePill::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {padding * 2 + shapeSize + gap + metrics.horizontalAdvance(m_look.word),
            metrics.height() + gridStep};
}

void StatePill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneTint(m_look.tone));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setPen(toneColor(m_look.tone));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const qreal left = mirrored ? width() - padding - shapeSize : padding;
    drawToneShape(painter, QRectF(left, (height() - shapeSize) / 2.0, shapeSize, shapeSize),
                  m_look.tone);
    const int textLeft = mirrored ? padding : padding + shapeSize + gap;
    painter.drawText(QRect(textLeft, 0, width() - 2 * padding - shapeSize - gap, height()),
                     Qt::AlignVCenter | Qt::AlignLeading, m_look.word);
}

} // namespace Batchdesk
