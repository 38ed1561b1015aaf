// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/factsheet.h"

#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

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
    const bool isSameShape = hasShapeOf(sections);
    m_sections = sections;
    if (isSameShape) {
        showTexts();
        return;
    }
    m_texts.clear();
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
    showTexts();
}

//! Somebody who types changes a text with each key, and the rest stays.
bool FactSheet::hasShapeOf(const QList<FactSection> &sections) const
{
    return std::equal(sections.begin(), sections.end(), m_sections.begin(), m_sections.end(),
                      [](const FactSection &a, const FactSection &b) {
                          return a.title == b.title
                              && std::equal(a.facts.begin(), a.facts.end(), b.facts.begin(),
                                            b.facts.end(), [](const auto &one, const auto &other) {
                                                return one.label == other.label;
                                            });
                      });
}

void FactSheet::showTexts()
{
    qsizetype index = 0;
    for (const FactSection &section : std::as_const(m_sections)) {
        for (const FactSection::Fact &fact : section.facts) {
            QLabel *text = m_texts.at(index++);
            text->setText(breakable(fact.text));
            text->setAccessibleName(QStringLiteral("%1: %2").arg(fact.label, fact.text));
        }
    }
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
        auto *text = new QLabel(box);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_texts << text;
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(text, row, 1);
        ++row;
    }
    return box;
}

} // namespace Batchdesk
