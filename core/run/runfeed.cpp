// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/runfeed.h"

#include "core/base/isotime.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RunFeed)
};

// Short keys: a feed of a million tasks is read as a whole.
constexpr QLatin1String progressKey("progress");
constexpr QLatin1String eventKey("event");
constexpr QLatin1String tasksKey("tasks");
constexpr QLatin1String nodesKey("nodes");

QJsonValue timeValue(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toMSecsSinceEpoch()) : QJsonValue();
}

QDateTime timeOf(const QJsonValue &value)
{
    return value.isDouble() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC)
                            : QDateTime();
}

QJsonArray toJson(const RunTask &task)
{
    return {task.id,
            task.state,
            task.result,
            task.exitCode ? QJsonValue(*task.exitCode) : QJsonValue(),
            task.nodeId,
            timeValue(task.startTime),
            timeValue(task.endTime),
            task.retryCount,
            task.failure};
}

RunTask taskFrom(const QJsonArray &json)
{
    RunTask task;
    task.id = json.at(0).toString();
    task.state = json.at(1).toString();
    task.result = json.at(2).toString();
    if (json.at(3).isDouble())
        task.exitCode = json.at(3).toInt();
    task.nodeId = json.at(4).toString();
    task.startTime = timeOf(json.at(5));
    task.endTime = timeOf(json.at(6));
    task.retryCount = json.at(7).toInt();
    task.failure = json.at(8).toString();
    return task;
}

QJsonArray toJson(const RunNode &node)
{
    return {node.id,           node.state,    node.vmSize,         node.isDedicated,
            node.runningTasks, node.tasksRun, node.tasksSucceeded, node.trouble};
}

RunNode nodeFrom(const QJsonArray &json)
{
    return {json.at(0).toString(), json.at(1).toString(), json.at(2).toString(),
            json.at(3).toBool(),   json.at(4).toInt(),    json.at(5).toInt(),
            json.at(6).toInt(),    json.at(7).toString()};
}

QJsonObject toJson(const RunProgress &progress)
{
    QJsonArray steps;
    for (const StepState state : progress.steps)
        steps.append(int(state));
    QJsonArray times;
    for (const StepTimes &of : progress.stepTimes)
        times.append(QJsonArray{timeValue(of.begunAt), timeValue(of.endedAt)});
    const Batch::TaskCounts &counts = progress.tasks;
    const TransferCounts &transfer = progress.transfer;
    return {{QStringLiteral("run"), progress.runId},
            {QStringLiteral("step"), int(progress.step)},
            {QStringLiteral("steps"), steps},
            {QStringLiteral("times"), times},
            {QStringLiteral("transfer"),
             QJsonArray{transfer.filesDone, transfer.filesTotal, transfer.bytesDone,
                        transfer.bytesTotal}},
            {QStringLiteral("total"), progress.tasksTotal},
            {QStringLiteral("counts"),
             QJsonArray{counts.active, counts.running, counts.completed, counts.succeeded,
                        counts.failed}},
            {QStringLiteral("asOf"), timeValue(progress.tasksAsOf)},
            {QStringLiteral("started"), timeValue(progress.startedAt)}};
}

template <typename Enum>
Enum enumFrom(const QJsonValue &value, Enum last)
{
    return Enum(qBound(0, value.toInt(), int(last)));
}

RunProgress progressFrom(const QJsonObject &json)
{
    RunProgress progress;
    progress.runId = json.value(QLatin1String("run")).toString();
    progress.step = enumFrom(json.value(QLatin1String("step")), RunStep::CleanUp);
    const QJsonArray steps = json.value(QLatin1String("steps")).toArray();
    const QJsonArray times = json.value(QLatin1String("times")).toArray();
    for (int i = 0; i < runStepCount; ++i) {
        progress.steps[std::size_t(i)] = enumFrom(steps.at(i), StepState::Skipped);
        const QJsonArray of = times.at(i).toArray();
        progress.stepTimes[std::size_t(i)] = {timeOf(of.at(0)), timeOf(of.at(1))};
    }
    const QJsonArray transfer = json.value(QLatin1String("transfer")).toArray();
    progress.transfer = {transfer.at(0).toInteger(), transfer.at(1).toInteger(),
                         transfer.at(2).toInteger(), transfer.at(3).toInteger()};
    progress.tasksTotal = json.value(QLatin1String("total")).toInt();
    const QJsonArray counts = json.value(QLatin1String("counts")).toArray();
    progress.tasks.active = counts.at(0).toInt();
    progress.tasks.running = counts.at(1).toInt();
    progress.tasks.completed = counts.at(2).toInt();
    progress.tasks.succeeded = counts.at(3).toInt();
    progress.tasks.failed = counts.at(4).toInt();
    progress.tasksAsOf = timeOf(json.value(QLatin1String("asOf")));
    progress.startedAt = timeOf(json.value(QLatin1String("started")));
    return progress;
}

QJsonArray toJson(const RunEvent &event)
{
    return {timeValue(event.time), int(event.level), event.text};
}

RunEvent eventFrom(const QJsonArray &json)
{
    return {timeOf(json.at(0)), enumFrom(json.at(1), RunEvent::Level::Problem),
            json.at(2).toString()};
}

//! Puts lines together to news: of what changed twice only the latest counts.
class NewsReader
{
public:
    void read(const QByteArray &line)
    {
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        if (const auto progress = json.value(progressKey); progress.isObject())
            m_news.progress = progressFrom(progress.toObject());
        if (const auto event = json.value(eventKey); event.isArray())
            m_news.events << eventFrom(event.toArray());
        for (const QJsonValue &task : json.value(tasksKey).toArray())
            take(taskFrom(task.toArray()));
        if (const auto nodes = json.value(nodesKey); nodes.isArray()) {
            m_news.nodes.emplace();
            for (const QJsonValue &node : nodes.toArray())
                *m_news.nodes << nodeFrom(node.toArray());
        }
    }

    RunNews news() const { return m_news; }

private:
    void take(const RunTask &task)
    {
        const auto known = m_taskRows.constFind(task.id);
        if (known != m_taskRows.constEnd()) {
            m_news.tasks[*known] = task;
            return;
        }
        m_taskRows.insert(task.id, m_news.tasks.size());
        m_news.tasks << task;
    }

    RunNews m_news;
    QHash<QString, qsizetype> m_taskRows;
};

QString troubleOf(const Batch::Node &node)
{
    if (!node.errors.isEmpty())
        return node.errors.first().message;
    if (node.state == QLatin1String("starttaskfailed")) {
        const auto &start = node.startTaskInfo;
        if (start && start->exitCode)
            return Texts::tr("Its start task ended with exit code %1").arg(*start->exitCode);
        return Texts::tr("Its start task failed");
    }
    if (node.state == QLatin1String("unusable"))
        return Texts::tr("Azure Batch calls it unusable");
    return {};
}

} // namespace

RunTask toRunTask(const Batch::Task &task)
{
    RunTask row;
    row.id = task.id;
    row.state = task.state;
    row.result = task.result;
    row.exitCode = task.exitCode;
    if (task.failureInfo)
        row.failure = task.failureInfo->message;
    row.nodeId = task.nodeId;
    row.startTime = task.startTime;
    row.endTime = task.endTime;
    row.retryCount = task.retryCount;
    return row;
}

RunNode toRunNode(const Batch::Node &node)
{
    return {node.id,
            node.state,
            node.vmSize,
            node.isDedicated,
            node.runningTasksCount,
            node.totalTasksRun,
            node.totalTasksSucceeded,
            troubleOf(node)};
}

Outcome<std::shared_ptr<RunFeedWriter>> RunFeedWriter::open(const QString &path)
{
    auto writer = std::shared_ptr<RunFeedWriter>(new RunFeedWriter);
    writer->m_file.setFileName(path);
    if (!writer->m_file.open(QIODevice::ReadWrite | QIODevice::Append)) {
        return Error::io(
            Texts::tr("What the run does cannot be written: %1").arg(writer->m_file.errorString()),
            path);
    }
    // A writer that was killed may have left half a line: what follows begins on a new one.
    const qint64 size = writer->m_file.size();
    if (size > 0 && writer->m_file.seek(size - 1) && writer->m_file.read(1) != "\n")
        writer->m_file.write("\n");
    return writer;
}

void RunFeedWriter::write(const RunProgress &progress)
{
    append({{progressKey, toJson(progress)}});
}

void RunFeedWriter::write(const RunEvent &event)
{
    append({{eventKey, toJson(event)}});
}

void RunFeedWriter::write(const QList<RunTask> &tasks)
{
    QJsonArray array;
    for (const RunTask &task : tasks)
        array.append(toJson(task));
    append({{tasksKey, array}});
}

void RunFeedWriter::write(const QList<RunNode> &nodes)
{
    QJsonArray array;
    for (const RunNode &node : nodes)
        array.append(toJson(node));
    append({{nodesKey, array}});
}

void RunFeedWriter::append(const QJsonObject &line)
{
    // What cannot be shown is no reason to end the run: the journal is what it goes by.
    m_file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    m_file.flush();
}

RunNews readFeed(const QString &path, qint64 &offset)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(offset))
        return {};
    NewsReader reader;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (!line.endsWith('\n'))
            break; // its rest is still to come
        offset += line.size();
        reader.read(line);
    }
    return reader.news();
}

} // namespace Batchdesk
