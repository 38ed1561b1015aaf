// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/emptypage.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

constexpr int iconSize = 48;
constexpr int textWidth = 440;

//! A picture that follows light and dark: an icon is asked again each time it is painted.
class IconLabel final : public QWidget
{
public:
    IconLabel(const QIcon &icon, QWidget *parent)
        : QWidget(parent)
        , m_icon(icon)
    {
        setFixedSize(iconSize, iconSize);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setOpacity(0.55);
        m_icon.paint(&painter, rect());
    }

private:
    QIcon m_icon;
};

} // namespace

EmptyPage::EmptyPage(const QString &iconName, const QString &title, const QString &text,
                     QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_text(new QLabel(text, this))
    , m_buttons(new QVBoxLayout)
{
    m_title->setFont(titleFont());
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setFixedWidth(textWidth);
    fitText();
    m_buttons->setSpacing(gridStep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, pageMargin, pageMargin, pageMargin);
    layout->setSpacing(2 * gridStep);
    layout->addStretch(2);
    layout->addWidget(new IconLabel(themedIcon(iconName), this), 0, Qt::AlignHCenter);
    layout->addWidget(m_title);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
}

QPushButton *EmptyPage::addButton(const QString &text, const QString &name, bool primary)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    if (primary)
        makePrimary(button);
    m_buttons->addWidget(button, 0, Qt::AlignHCenter);
    return button;
}

void EmptyPage::setText(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    fitText();
}

void EmptyPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitText();
}

void EmptyPage::fitText()
{
    // A layout that centres a label asks for its width, not for the height of its lines.
    m_text->setMinimumHeight(qMax(0, m_text->heightForWidth(textWidth)));
}

void makePrimary(QPushButton *button)
{
    button->setProperty("primary", true);
    button->update();
}

} // namespace Batchdesk
