// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/columns.h"

#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QEvent>

namespace Batchdesk {

namespace {

constexpr int narrow = 80 * gridStep;

} // namespace

Columns::Columns(QWidget *left, int leftShare, QWidget *right, int rightShare, QWidget *parent)
    : QWidget(parent)
    , m_left(left)
    , m_right(right)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(3 * gridStep);
    m_layout->addWidget(left, leftShare);
    m_layout->addWidget(right, rightShare);
}

QSize Columns::minimumSizeHint() const
{
    const int width = qMax(m_left->minimumSizeHint().width(), m_right->minimumSizeHint().width());
    return {width, m_layout->minimumSize().height()};
}

void Columns::setShares(int left, int right)
{
    m_layout->setStretchFactor(m_left, left);
    m_layout->setStretchFactor(m_right, right);
}

void Columns::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    choose();
}

bool Columns::event(QEvent *event)
{
    // What is shown in one of them may need more room than before.
    if (event->type() == QEvent::LayoutRequest)
        choose();
    return QWidget::event(event);
}

void Columns::choose()
{
    const int least = m_left->minimumSizeHint().width() + m_layout->spacing()
        + m_right->minimumSizeHint().width();
    m_layout->setDirection(width() < qMax(narrow, least) ? QBoxLayout::TopToBottom
                                                         : QBoxLayout::LeftToRight);
}

} // namespace Batchdesk
