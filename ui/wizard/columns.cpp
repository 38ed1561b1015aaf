// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/columns.h"

#include "ui/widgets/theme.h"

#include <QBoxLayout>

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

void Columns::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_layout->setDirection(width() < narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace Batchdesk
