// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/runrecorder.h"

namespace Batchdesk {

namespace {

constexpr int gatherMs = 100;

} // namespace

RunRecorder::RunRecorder(std::shared_ptr<RunFeedWriter> feed, QObject *parent)
    : QObject(parent)
    , m_feed(std::move(feed))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(gatherMs);
    connect(&m_timer, &QTimer::timeout, this, &RunRecorder::writeProgress);
}

RunRecorder::~RunRecorder()
{
    writeProgress();
}

void RunRecorder::follow(Run *run)
{
    connect(run, &Run::progressed, this, &RunRecorder::progressed);
    connect(run, &Run::happened, this, &RunRecorder::happened);
    connect(run, &Run::tasksChanged, this, &RunRecorder::tasksChanged);
    connect(run, &Run::nodesSeen, this, &RunRecorder::nodesSeen);
    connect(run, &Run::finished, this, [this] { writeProgress(); });
}

void RunRecorder::progressed(const RunProgress &progress)
{
    const bool isNewStep =
        m_waiting && (m_waiting->step != progress.step || m_waiting->steps != progress.steps);
    if (isNewStep)
        writeProgress(); // each step's beginning and end is told, however short it is
    m_waiting = progress;
    if (!m_timer.isActive())
        m_timer.start();
}

void RunRecorder::happened(const RunEvent &event)
{
    writeProgress();
    m_feed->write(event);
}

void RunRecorder::tasksChanged(const QList<Batch::Task> &tasks)
{
    if (tasks.isEmpty())
        return;
    QList<RunTask> rows;
    rows.reserve(tasks.size());
    for (const Batch::Task &task : tasks)
        rows << toRunTask(task);
    m_feed->write(rows);
}

void RunRecorder::nodesSeen(const QList<Batch::Node> &nodes)
{
    QList<RunNode> rows;
    rows.reserve(nodes.size());
    for (const Batch::Node &node : nodes)
        rows << toRunNode(node);
    if (rows == m_nodes)
        return;
    m_nodes = rows;
    m_feed->write(rows);
}

void RunRecorder::writeProgress()
{
    m_timer.stop();
    if (!m_waiting)
        return;
    m_feed->write(*m_waiting);
    m_waiting.reset();
}

} // namespace Batchdesk
