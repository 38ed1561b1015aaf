// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/tonelabel.h"

#include "ui/widgets/statepill.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace Batchdesk {

namespace {

constexpr int shapeSize = 10;
constexpr int gap = 8;

} // namespace

ToneLabel::ToneLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ToneLabel::setText(Tone tone, const QString &text, const QString &note)
{
    if (tone == m_tone && text == m_text && note == m_note)
        return;
    m_tone = tone;
    m_text = text;
    m_note = note;
    m_hasNote = m_hasNote || !note.isEmpty();
    const QString whole = note.isEmpty() ? text : QStringLiteral("%1: %2").arg(text, note);
    setAccessibleName(whole);
    setToolTip(whole);
    updateGeometry();
    update();
}

void ToneLabel::setEmphasised(bool emphasised)
{
    m_isEmphasised = emphasised;
    updateGeometry();
    update();
}

QFont ToneLabel::textFont() const
{
    QFont strong = font();
    if (m_isEmphasised)
        strong.setWeight(QFont::DemiBold);
    return strong;
}

QSize ToneLabel::sizeHint() const
{
    const int line = fontMetrics().height();
    const int width = std::max(QFontMetrics(textFont()).horizontalAdvance(m_text),
                               fontMetrics().horizontalAdvance(m_note));
    return {shapeSize + gap + width + 1, m_hasNote ? 2 * line : line};
}

QSize ToneLabel::minimumSizeHint() const
{
    return {shapeSize + gap + 4 * fontMetrics().averageCharWidth(), sizeHint().height()};
}

void ToneLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int line = fontMetrics().height();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.setPen(toneColor(m_tone));
    drawToneShape(
        painter,
        QRectF(mirrored ? width() - shapeSize : 0, (line - shapeSize) / 2.0, shapeSize, shapeSize),
        m_tone);
    const int textWidth = width() - shapeSize - gap;
    const int left = mirrored ? 0 : shapeSize + gap;
    const auto draw = [&](int top, const QFont &font, const QString &text) {
        painter.setFont(font);
        painter.drawText(QRect(left, top, textWidth, line), Qt::AlignVCenter | Qt::AlignLeading,
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, textWidth));
    };
    const bool isQuiet = m_tone == Tone::Neutral || m_tone == Tone::Quiet;
    painter.setPen(isQuiet ? mutedColor() : palette().color(QPalette::WindowText));
    draw(0, textFont(), m_text);
    if (!m_hasNote)
        return;
    painter.setPen(mutedColor());
    draw(line, font(), m_note);
}

} // namespace Batchdesk
