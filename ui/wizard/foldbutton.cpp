// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/foldbutton.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace Batchdesk {

namespace {

constexpr int markSize = 16;
constexpr int focusMargin = 4; //!< Right of the text, for the ring around it.

} // namespace

FoldButton::FoldButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize FoldButton::sizeHint() const
{
    const int text = fontMetrics().size(Qt::TextShowMnemonic, this->text()).width();
    return {markSize + gridStep / 2 + text + focusMargin,
            qMax(markSize, fontMetrics().height()) + gridStep};
}

void FoldButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Link), 1.6));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.8, 0.8, -0.8, -0.8), 4, 4);
    }
    const QString towards =
        mirrored ? QStringLiteral("chevron-left") : QStringLiteral("chevron-right");
    themedIcon(isChecked() ? QStringLiteral("chevron-down") : towards)
        .paint(&painter, mirrored ? width() - markSize : 0, (height() - markSize) / 2, markSize,
               markSize);
    painter.setPen(palette().color(underMouse() ? QPalette::Link : QPalette::WindowText));
    const int begin = markSize + gridStep / 2;
    const QRect place(mirrored ? focusMargin : begin, 0, width() - begin - focusMargin, height());
    painter.drawText(place, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextShowMnemonic, text());
}

} // namespace Batchdesk
