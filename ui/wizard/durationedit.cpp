// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/durationedit.h"

#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

namespace Batchdesk {

namespace {

constexpr qint64 longest = 180LL * 24 * 3600; // what Batch takes

} // namespace

DurationEdit::DurationEdit(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_longest(longest)
    , m_number(new QSpinBox(this))
    , m_unit(new QComboBox(this))
{
    m_number->setSpecialValueText(tr("No limit"));
    m_number->setAccessibleName(name);
    m_unit->setAccessibleName(tr("%1: unit").arg(name));
    m_unit->addItem(tr("seconds"), 1);
    m_unit->addItem(tr("minutes"), 60);
    m_unit->addItem(tr("hours"), 3600);
    m_unit->addItem(tr("days"), 86400);
    m_unit->setCurrentIndex(2);
    showBounds();
    setFocusProxy(m_number);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gridStep);
    row->addWidget(m_number, 1);
    row->addWidget(m_unit);
    connect(m_number, &QSpinBox::valueChanged, this, [this] { Q_EMIT edited(duration()); });
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this] {
        showBounds();
        Q_EMIT edited(duration());
    });
}

void DurationEdit::setBounds(std::chrono::seconds shortest, std::chrono::seconds longest)
{
    m_shortest = shortest.count();
    m_longest = longest.count();
    m_number->setSpecialValueText({});
    showBounds();
}

void DurationEdit::showBounds()
{
    const qint64 unit = m_unit->currentData().toInt();
    m_number->setRange(int((m_shortest + unit - 1) / unit), int(m_longest / unit));
}

DurationEdit::Duration DurationEdit::duration() const
{
    if (m_number->value() == 0)
        return {};
    return std::chrono::seconds(qint64(m_number->value()) * m_unit->currentData().toInt());
}

void DurationEdit::setDuration(const Duration &wanted)
{
    if (wanted == duration())
        return;
    const QSignalBlocker numberBlocker(m_number);
    const QSignalBlocker unitBlocker(m_unit);
    const qint64 seconds = wanted ? wanted->count() : 0;
    for (int i = m_unit->count() - 1; wanted && i >= 0; --i) {
        if (seconds % m_unit->itemData(i).toInt() == 0) {
            m_unit->setCurrentIndex(i);
            break;
        }
    }
    showBounds();
    m_number->setValue(int(seconds / m_unit->currentData().toInt()));
}

} // namespace Batchdesk
