// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/shell/doorbutton.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace Batchdesk {

namespace {

constexpr int padding = 20;
constexpr int pictureSize = 32;
constexpr int anyHeight = 10'000;

} // namespace

DoorButton::DoorButton(const QString &iconName, const QString &title, const QString &explanation,
                       QWidget *parent)
    : QAbstractButton(parent)
    , m_explanation(explanation)
{
    setText(title);
    setIcon(themedIcon(iconName));
    QString name = title;
    setAccessibleName(name.remove(QLatin1Char('&')));
    setAccessibleDescription(explanation);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize DoorButton::sizeHint() const
{
    return {320, heightForWidth(320)};
}

int DoorButton::heightForWidth(int width) const
{
    const int textHeight =
        fontMetrics().boundingRect(textRect(width), Qt::TextWordWrap, m_explanation).height();
    return 2 * padding + pictureSize + gridStep + fontMetrics().height() + gridStep + textHeight;
}

QRect DoorButton::textRect(int width) const
{
    return {padding, padding + pictureSize + 2 * gridStep + fontMetrics().height(),
            width - 2 * padding, anyHeight};
}

void DoorButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isTouched = underMouse() || hasFocus();
    painter.setPen(
        QPen(isTouched ? palette().color(QPalette::Link) : lineColor(), hasFocus() ? 2 : 1));
    painter.setBrush(isDown() ? toneTint(Tone::Busy) : palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    icon().paint(&painter, mirrored ? width() - padding - pictureSize : padding, padding,
                 pictureSize, pictureSize);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(padding, padding + pictureSize + gridStep, width() - 2 * padding,
                           fontMetrics().height() + 2),
                     Qt::AlignLeading | Qt::AlignVCenter | Qt::TextShowMnemonic, text());
    painter.setFont(font());
    painter.setPen(mutedColor());
    painter.drawText(textRect(width()), Qt::AlignLeading | Qt::AlignTop | Qt::TextWordWrap,
                     m_explanation);
}

} // namespace Batchdesk
