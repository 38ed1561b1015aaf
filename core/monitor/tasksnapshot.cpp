// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/monitor/tasksnapshot.h"

namespace Batchdesk {

namespace {

//! The service stamps a change before every reader sees it; asking a little further back misses
//! none.
constexpr qint64 overlapMs = 5'000;

} // namespace

QString TaskSnapshot::filter() const
{
    if (!m_latestChange.isValid())
        return {};
    const QString since = m_latestChange.addMSecs(-overlapMs).toUTC().toString(Qt::ISODateWithMs);
    return QStringLiteral("stateTransitionTime ge DateTime'%1'").arg(since);
}

QString TaskSnapshot::select()
{
    return QStringLiteral("id,state,creationTime,stateTransitionTime,executionInfo,nodeInfo");
}

QList<Batch::Task> TaskSnapshot::merge(const QList<Batch::Task> &tasks, bool firstPage)
{
    QList<Batch::Task> changed;
    for (const Batch::Task &task : tasks) {
        if (firstPage && (!m_latestChange.isValid() || task.stateTransitionTime > m_latestChange))
            m_latestChange = task.stateTransitionTime;
        auto known = m_tasks.find(task.id);
        if (known == m_tasks.end()) {
            m_tasks.insert(task.id, task);
        } else {
            if (*known == task)
                continue;
            count(*known, -1);
            *known = task;
        }
        count(task, 1);
        changed << task;
    }
    return changed;
}

void TaskSnapshot::count(const Batch::Task &task, int by)
{
    if (task.state == QLatin1String("active")) {
        m_counts.active += by;
    } else if (task.isCompleted()) {
        m_counts.completed += by;
        (task.succeeded() ? m_counts.succeeded : m_counts.failed) += by;
    } else {
        m_counts.running += by; // "preparing" counts as running, as the service's own counts do
    }
}

} // namespace Batchdesk
