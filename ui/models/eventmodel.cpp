// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/eventmodel.h"

#include "ui/models/statelook.h"

#include <QLocale>

#include <algorithm>

namespace Batchdesk {

namespace {

StateLook lookOfLevel(RunEvent::Level level)
{
    switch (level) {
    case RunEvent::Level::Info:
        return {EventModel::tr("Info"), Tone::Neutral};
    case RunEvent::Level::Warning:
        return {EventModel::tr("Warning"), Tone::Warning};
    case RunEvent::Level::Problem:
        return {EventModel::tr("Problem"), Tone::Bad};
    }
    return {};
}

} // namespace

EventModel::EventModel(QObject *parent, int capacity)
    : QAbstractTableModel(parent)
    , m_capacity(capacity)
{
}

void EventModel::append(const QList<RunEvent> &events)
{
    const qsizetype skipped = std::max<qsizetype>(0, events.size() - m_capacity);
    const QList<RunEvent> added = events.mid(skipped);
    if (added.isEmpty())
        return;
    const int tooMany = int(m_events.size() + std::size_t(added.size())) - m_capacity;
    if (tooMany > 0 && !m_events.empty()) {
        beginRemoveRows({}, 0, tooMany - 1);
        m_events.erase(m_events.begin(), m_events.begin() + tooMany);
        endRemoveRows();
        m_dropped += quint64(tooMany);
    }
    m_dropped += quint64(skipped);
    beginInsertRows({}, int(m_events.size()), int(m_events.size()) + int(added.size()) - 1);
    m_events.insert(m_events.end(), added.begin(), added.end());
    endInsertRows();
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

int EventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RunEvent &event = m_events[std::size_t(index.row())];
    if (role == IdRole)
        return QString::number(m_dropped + quint64(index.row()));
    if (role == Qt::ToolTipRole)
        return index.column() == Time ? exactTime(event.time) : event.text;
    if (role == ToneRole && index.column() == Level)
        return int(lookOfLevel(event.level).tone);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (index.column()) {
    case Time:
        if (role == SortRole)
            return event.time;
        return QLocale().toString(event.time.toLocalTime().time(), QStringLiteral("HH:mm:ss"));
    case Level:
        return role == SortRole ? QVariant(int(event.level)) : lookOfLevel(event.level).word;
    case Text:
        return event.text;
    default:
        return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Level:
        return tr("Level");
    case Text:
        return tr("What happened");
    default:
        return {};
    }
}

} // namespace Batchdesk
