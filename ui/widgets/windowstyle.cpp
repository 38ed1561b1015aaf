// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/windowstyle.h"

#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QWidget>

namespace Batchdesk {

namespace {

constexpr qreal cornerRadius = 4;
constexpr int controlHeight = 32;

QColor outlineOf(const QStyleOption &option)
{
    if (!option.state.testFlag(QStyle::State_Enabled))
        return lineColor();
    if (option.state.testFlag(QStyle::State_HasFocus))
        return option.palette.color(QPalette::Link);
    // Between line and text: a control's edge needs a contrast of 3.
    return option.palette.color(QPalette::Disabled, QPalette::Text);
}

//! The box of a check box or the circle of a radio button, filled where it is on.
void drawIndicator(const QStyleOption &option, QPainter &painter, bool round)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF rect = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5);
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const bool isPartly = option.state.testFlag(QStyle::State_NoChange);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const QColor fill = isEnabled ? accentColor() : lineColor();
    painter.setPen(QPen(isOn || isPartly ? fill : outlineOf(option), 1.2));
    painter.setBrush(isOn || isPartly ? fill : option.palette.color(QPalette::Base));
    if (round)
        painter.drawEllipse(rect);
    else
        painter.drawRoundedRect(rect, 3, 3);
    painter.setPen(QPen(Qt::white, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&rect](qreal x, qreal y) {
        return QPointF(rect.left() + rect.width() * x, rect.top() + rect.height() * y);
    };
    if (isPartly) {
        painter.drawLine(at(0.27, 0.5), at(0.73, 0.5));
    } else if (isOn && round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        painter.drawEllipse(rect.center(), rect.width() * 0.2, rect.height() * 0.2);
    } else if (isOn) {
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)}));
    }
    painter.restore();
}

void drawFieldFrame(const QStyleOption &option, QPainter &painter)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    painter.setPen(QPen(outlineOf(option), hasFocus ? 1.6 : 1));
    painter.setBrush(Qt::NoBrush);
    const qreal inset = hasFocus ? 0.8 : 0.5;
    painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset),
                            cornerRadius, cornerRadius);
    painter.restore();
}

//! A field of several lines has the frame of a field of one.
bool isEditor(const QWidget *widget)
{
    const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
    return text && !text->isReadOnly();
}

QColor buttonFill(const QStyleOption &option, bool isPrimary)
{
    const bool isDown =
        option.state.testFlag(QStyle::State_Sunken) || option.state.testFlag(QStyle::State_On);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    if (!option.state.testFlag(QStyle::State_Enabled))
        return option.palette.color(QPalette::Disabled, QPalette::Button);
    if (isPrimary)
        return isDown ? accentColor().darker(125)
                      : (isHovered ? accentColor().darker(110) : accentColor());
    const QColor plain = option.palette.color(QPalette::Button);
    if (isDown)
        return isDark() ? plain.darker(120) : plain.darker(110);
    if (isHovered)
        return isDark() ? plain.lighter(115) : plain.darker(104);
    return plain;
}

void drawButton(const QStyleOption &option, QPainter &painter, bool isPrimary)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool isFlat = button && button->features.testFlag(QStyleOptionButton::Flat);
    const bool isTouched = option.state
        & (QStyle::State_Sunken | QStyle::State_On | QStyle::State_MouseOver
           | QStyle::State_HasFocus);
    if (isFlat && !isTouched)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    QColor edge =
        isPrimary && option.state.testFlag(QStyle::State_Enabled) ? accentColor() : lineColor();
    if (hasFocus)
        edge = isPrimary ? option.palette.color(QPalette::WindowText)
                         : option.palette.color(QPalette::Link);
    painter.setPen(QPen(edge, hasFocus ? 1.6 : 1));
    painter.setBrush(buttonFill(option, isPrimary));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), cornerRadius, cornerRadius);
    painter.restore();
}

} // namespace

WindowStyle::WindowStyle()
    : QProxyStyle(QStringLiteral("fusion"))
{
}

void WindowStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawIndicator(*option, *painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawIndicator(*option, *painter, true);
        return;
    case PE_FrameLineEdit:
        drawFieldFrame(*option, *painter);
        return;
    case PE_Frame:
        if (!isEditor(widget))
            break;
        drawFieldFrame(*option, *painter);
        return;
    case PE_PanelButtonCommand:
        drawButton(*option, *painter, widget && widget->property("primary").toBool());
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void WindowStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    if (element == CE_PushButtonLabel && widget && widget->property("primary").toBool()) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton onAccent = *button;
            onAccent.palette.setColor(QPalette::Active, QPalette::ButtonText, Qt::white);
            onAccent.palette.setColor(QPalette::Inactive, QPalette::ButtonText, Qt::white);
            QProxyStyle::drawControl(element, &onAccent, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

QSize WindowStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                    const QSize &contents, const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        size.setHeight(qMax(size.height(), controlHeight));
        size.rwidth() += gridStep;
        break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        size.setHeight(qMax(size.height(), controlHeight));
        break;
    default:
        break;
    }
    return size;
}

int WindowStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                             const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_FocusFrameHMargin: // of a table's cells: a number must not touch the text after it
    case PM_HeaderMargin:
        return qobject_cast<const QAbstractItemView *>(widget)
            ? gridStep - 1
            : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return gridStep;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int WindowStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returnData) const
{
    // A wheel that scrolls the page must not change the list it passes over.
    if (hint == SH_ComboBox_AllowWheelScrolling)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace Batchdesk
