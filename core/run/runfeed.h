// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/batch/node.h"
#include "core/batch/task.h"
#include "core/run/runvalues.h"

#include <QDateTime>
#include <QFile>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

//! \brief What a run tells while it goes on, kept as lines in its folder, so that any number of
//! windows can follow it, or look at it when job and pool are long gone.
namespace Batchdesk {

//! \brief A task as the live tables show it.
struct RunTask
{
    QString id;
    QString state;               //!< Batch's word: "active", "preparing", "running", "completed"
    QString result;              //!< "success", "failure"; empty before completion.
    std::optional<int> exitCode; //!< Absent when the process never started.
    QString failure;             //!< The service's own text; empty when nothing failed.
    QString nodeId;              //!< Empty when it is on none.
    QDateTime startTime;         //!< UTC; invalid before the first start.
    QDateTime endTime;           //!< UTC
    int retryCount = 0;

    bool operator==(const RunTask &) const = default;
    bool isCompleted() const { return state == QLatin1String("completed"); }
    bool succeeded() const { return isCompleted() && result == QLatin1String("success"); }
};

//! \brief A node of the run's pool.
struct RunNode
{
    QString id;
    QString state; //!< Batch's word: "idle", "running", "starting", "starttaskfailed" …
    QString vmSize;
    bool isDedicated = true;
    int runningTasks = 0;
    int tasksRun = 0;
    int tasksSucceeded = 0;
    QString trouble; //!< Why it cannot run tasks; empty when it can.

    bool operator==(const RunNode &) const = default;
};

RunTask toRunTask(const Batch::Task &task);
RunNode toRunNode(const Batch::Node &node);

//! \brief What is new since the last look.
struct RunNews
{
    std::optional<RunProgress> progress; //!< The latest.
    QList<RunEvent> events;              //!< In their order.
    QList<RunTask> tasks;                //!< Each task that changed, once, as it is now.
    std::optional<QList<RunNode>> nodes; //!< All of them, the latest look.

    bool isEmpty() const { return !progress && events.isEmpty() && tasks.isEmpty() && !nodes; }
};

//! \brief Appends to a run's feed. One writer at a time: whoever holds the folder's lock.
class RunFeedWriter
{
public:
    //! \brief Opens \a path for appending. Fails with Io.
    static Outcome<std::shared_ptr<RunFeedWriter>> open(const QString &path);

    void write(const RunProgress &progress);
    void write(const RunEvent &event);
    void write(const QList<RunTask> &tasks);
    void write(const QList<RunNode> &nodes);

private:
    RunFeedWriter() = default;
    void append(const QJsonObject &line);

    QFile m_file;
};

//! \brief Reads what was appended to a feed since \a offset, and moves \a offset behind the last
//! whole line. A feed that does not exist yet holds no news. Blocks on the disk: for a worker
//! thread.
RunNews readFeed(const QString &path, qint64 &offset);

} // namespace Batchdesk
