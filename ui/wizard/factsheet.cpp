// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/factsheet.h"

#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

constexpr int labelWidth = 14 * gridStep;

//! A name without spaces is wrapped, too: behind its dashes and slashes.
QString breakable(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        result += c;
        if (c == QLatin1Char('/') || c == QLatin1Char('\\') || c == QLatin1Char('_'))
            result += QChar(0x200b);
    }
    return result;
}

} // namespace

FactSheet::FactSheet(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2 * gridStep);
}

void FactSheet::setSections(const QList<FactSection> &sections)
{
    if (sections == m_sections)
        return;
    m_sections = sections;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    for (const FactSection &section : sections)
        m_layout->addWidget(makeSection(section));
    m_layout->addStretch(1);
}

QWidget *FactSheet::makeSection(const FactSection &section)
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * gridStep);
    grid->setVerticalSpacing(gridStep / 2);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(1, 1);
    auto *title = new QLabel(section.title, box);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    grid->addWidget(title, 0, 0, 1, 2);
    int row = 1;
    for (const FactSection::Fact &fact : section.facts) {
        auto *label = new QLabel(fact.label, box);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setWordWrap(true);
        label->setMaximumWidth(labelWidth);
        auto *text = new QLabel(breakable(fact.text), box);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setAccessibleName(QStringLiteral("%1: %2").arg(fact.label, fact.text));
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(text, row, 1);
        ++row;
    }
    return box;
}

} // namespace Batchdesk
