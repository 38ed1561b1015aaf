// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/shell/navigation.h"

#include "ui/widgets/emptypage.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

constexpr int navigationWidth = 184;
constexpr int buttonHeight = 36;

//! A place: icon and word, a tint behind the current one and a bar at its edge.
class PlaceButton final : public QAbstractButton
{
public:
    explicit PlaceButton(QWidget *parent)
        : QAbstractButton(parent)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setMinimumHeight(buttonHeight);
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override { return {navigationWidth, buttonHeight}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            QColor tint = isChecked() ? toneTint(Tone::Busy) : palette().color(QPalette::Text);
            if (!isChecked())
                tint.setAlpha(14);
            painter.setBrush(tint);
            painter.drawRoundedRect(rect(), 6, 6);
        }
        if (isChecked()) {
            painter.setBrush(accentColor());
            painter.drawRoundedRect(QRectF(mirrored ? width() - 3 : 0, 9, 3, height() - 18), 1.5,
                                    1.5);
        }
        if (hasFocus()) {
            painter.setPen(QPen(palette().color(QPalette::Link), 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
        }
        const int left = mirrored ? width() - 12 - 20 : 12;
        icon().paint(&painter, QRect(left, (height() - 20) / 2, 20, 20));
        QFont textFont = font();
        if (isChecked())
            textFont.setWeight(QFont::DemiBold);
        painter.setFont(textFont);
        painter.setPen(palette().color(QPalette::WindowText));
        const QRect textRect =
            mirrored ? rect().adjusted(8, 0, -42, 0) : rect().adjusted(42, 0, -8, 0);
        painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextShowMnemonic,
                         text());
    }
};

} // namespace

Navigation::Navigation(QWidget *parent)
    : QFrame(parent)
    , m_layout(new QVBoxLayout(this))
{
    setFixedWidth(navigationWidth + 2 * gridStep);
    m_layout->setContentsMargins(gridStep, 2 * gridStep, gridStep, 2 * gridStep);
    m_layout->setSpacing(gridStep / 2);
    m_layout->addStretch();
    m_buttons.setExclusive(false);
}

QPushButton *Navigation::addPrimary(const QString &text, const QString &icon, const QString &name)
{
    auto *button = new QPushButton(accentIcon(icon), text, this);
    button->setObjectName(name);
    makePrimary(button);
    m_layout->insertWidget(0, button);
    m_layout->insertSpacing(1, gridStep);
    return button;
}

void Navigation::addPlace(const QString &id, const QString &text, const QString &icon)
{
    auto *button = new PlaceButton(this);
    button->setText(text);
    button->setIcon(themedIcon(icon));
    button->setObjectName(id + QStringLiteral("Place"));
    QString name = text;
    button->setAccessibleName(name.remove(QLatin1Char('&')));
    button->setProperty("place", id);
    const int number = int(m_buttons.buttons().size()) + 1;
    const QKeySequence key(Qt::CTRL | Qt::Key(Qt::Key_0 + number));
    button->setShortcut(key);
    button->setToolTip(key.toString(QKeySequence::NativeText));
    m_buttons.addButton(button);
    connect(button, &QAbstractButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
    m_layout->insertWidget(m_layout->count() - 1, button);
}

void Navigation::setCurrent(const QString &id)
{
    for (QAbstractButton *button : m_buttons.buttons())
        button->setChecked(button->property("place").toString() == id);
}

void Navigation::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(lineColor());
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.drawLine(edge, 0, edge, height());
}

} // namespace Batchdesk
