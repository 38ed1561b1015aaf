// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/stepbar.h"

#include "ui/widgets/statepill.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace Batchdesk {

namespace {

constexpr int circleSize = 24;
constexpr int barHeight = 5 * gridStep;
constexpr int underline = 3;
constexpr int padding = gridStep / 2;

} // namespace

StepButton::StepButton(int number, const QString &title, QWidget *parent)
    : QAbstractButton(parent)
    , m_number(number)
{
    setText(title);
    setToolTip(title);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    tell();
}

void StepButton::setState(State state)
{
    m_state = state;
    tell();
    update();
}

void StepButton::checkStateSet()
{
    QAbstractButton::checkStateSet();
    tell();
}

void StepButton::tell()
{
    QString name = tr("Step %1: %2").arg(m_number).arg(text());
    if (m_state == State::Done)
        name += tr(", filled in");
    else if (m_state == State::Problem)
        name += tr(", something is wrong");
    setAccessibleName(isChecked() ? name + tr(", current") : name);
}

QSize StepButton::sizeHint() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    // A little more than measured: the font's fractions add up on a real screen.
    const int textWidth = int(QFontMetricsF(bold).horizontalAdvance(text())) + padding;
    return {circleSize + gridStep + textWidth + 2 * padding, barHeight};
}

QSize StepButton::minimumSizeHint() const
{
    return {circleSize + 2 * padding, barHeight};
}

void StepButton::paintMark(QPainter &painter, const QRectF &circle) const
{
    const QRectF shape = circle.adjusted(5, 5, -5, -5);
    if (m_state == State::Problem || (m_state == State::Done && !isChecked())) {
        const Tone tone = m_state == State::Done ? Tone::Good : Tone::Bad;
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneTint(tone));
        painter.drawEllipse(circle);
        painter.setPen(toneColor(tone));
        painter.setBrush(Qt::NoBrush);
        drawToneShape(painter, shape, tone);
        return;
    }
    painter.setPen(isChecked() ? QPen(Qt::NoPen) : QPen(mutedColor(), 1));
    painter.setBrush(isChecked() ? QBrush(accentColor()) : QBrush(Qt::NoBrush));
    painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setPen(isChecked() ? palette().color(QPalette::HighlightedText) : mutedColor());
    painter.drawText(circle, Qt::AlignCenter, QString::number(m_number));
}

void StepButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(accentColor(), 1) : QPen(Qt::NoPen));
        painter.setBrush(underMouse() ? palette().color(QPalette::AlternateBase) : Qt::transparent);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -underline - 1.5), 6, 6);
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const qreal left = mirrored ? width() - padding - circleSize : padding;
    const QRectF circle(left, (barHeight - underline - circleSize) / 2.0, circleSize, circleSize);
    paintMark(painter, circle);

    QFont bold = font();
    if (isChecked())
        bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(isChecked() ? palette().color(QPalette::WindowText) : mutedColor());
    QRect room = rect().adjusted(0, 0, 0, -underline);
    constexpr int beforeText = padding + circleSize + gridStep;
    room = mirrored ? room.adjusted(padding, 0, -beforeText, 0)
                    : room.adjusted(beforeText, 0, -padding, 0);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeading,
                     QFontMetrics(bold).elidedText(text(), Qt::ElideRight, room.width()));
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(accentColor());
        painter.drawRect(QRectF(0, barHeight - underline, width(), underline));
    }
}

StepBar::StepBar(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gridStep);
    for (int i = 0; i < wizardStepCount; ++i) {
        const auto step = WizardStep(i);
        auto *button = new StepButton(i + 1, stepTitle(step), this);
        button->setObjectName(QStringLiteral("step%1").arg(i + 1));
        connect(button, &QAbstractButton::clicked, this, [this, step] { Q_EMIT chosen(step); });
        row->addWidget(button);
        m_buttons << button;
    }
    row->addStretch(1);
}

void StepBar::setCurrent(WizardStep step)
{
    m_buttons.at(int(step))->setChecked(true);
}

void StepBar::setState(WizardStep step, StepButton::State state)
{
    m_buttons.at(int(step))->setState(state);
}

} // namespace Batchdesk
