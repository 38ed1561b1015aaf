// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/batchclient_p.h"
#include "core/batch/taskcodec.h"

#include <QCoreApplication>

namespace Batchdesk::Batch {
namespace {

constexpr qsizetype MaxTasksPerRequest = 100;

QStringList jobPath(const QString &jobId, const QString &collection)
{
    return {QStringLiteral("jobs"), jobId, collection};
}

QStringList taskPath(const QString &jobId, const QString &taskId, const QStringList &rest = {})
{
    return jobPath(jobId, QStringLiteral("tasks")) + QStringList{taskId} + rest;
}

} // namespace

QFuture<Outcome<void>> BatchClient::addTask(const QString &jobId, const TaskSpec &task)
{
    return d->create({.operation = QStringLiteral("Task - Add"),
                      .verb = "POST",
                      .path = jobPath(jobId, QStringLiteral("tasks")),
                      .body = compact(toJson(task))},
                     QLatin1String("TaskExists"));
}

QFuture<Outcome<QList<TaskAddResult>>> BatchClient::addTasks(const QString &jobId,
                                                             const QList<TaskSpec> &tasks)
{
    using Results = QList<TaskAddResult>;
    const QString operation = QStringLiteral("Task - Add Collection");
    if (tasks.isEmpty())
        return readyOutcome<Results>(Results());
    if (tasks.size() > MaxTasksPerRequest)
        return readyOutcome<Results>(
            Error::invalidInput(QCoreApplication::translate(
                                    "Batch", "At most %1 tasks can be added in one request, not %2")
                                    .arg(MaxTasksPerRequest)
                                    .arg(tasks.size()),
                                operation));
    return d->send<Results>({.operation = operation,
                             .verb = "POST",
                             .path = jobPath(jobId, QStringLiteral("addtaskcollection")),
                             .expected = {200},
                             .body = addCollectionBody(tasks)},
                            [operation, tasks](const RestResponse &answer) -> Outcome<Results> {
                                const auto object = parseObject(operation, answer.http.body);
                                if (!object)
                                    return object.error();
                                return addResultsFromJson(*object, tasks, answer.tries > 1);
                            });
}

QFuture<Outcome<Task>> BatchClient::task(const QString &jobId, const QString &taskId)
{
    return d->get(QStringLiteral("Task - Get"), taskPath(jobId, taskId), taskFromJson);
}

QFuture<Outcome<Page<Task>>> BatchClient::tasks(const QString &jobId, const ListQuery &query)
{
    return d->list(QStringLiteral("Task - List"), jobPath(jobId, QStringLiteral("tasks")), query,
                   taskFromJson);
}

QFuture<Outcome<QList<Subtask>>> BatchClient::subtasks(const QString &jobId, const QString &taskId)
{
    const QString operation = QStringLiteral("Task - List Subtasks");
    return d->send<QList<Subtask>>(
        {.operation = operation,
         .verb = "GET",
         .path = taskPath(jobId, taskId, {QStringLiteral("subtasksinfo")}),
         .expected = {200}},
        [operation](const RestResponse &answer) -> Outcome<QList<Subtask>> {
            const auto page = parsePage(operation, answer.http.body, subtaskFromJson);
            if (!page)
                return page.error();
            return page->items;
        });
}

QFuture<Outcome<void>> BatchClient::updateTask(const QString &jobId, const QString &taskId,
                                               const TaskConstraints &constraints,
                                               const QString &ifMatch)
{
    return d->carryOut({.operation = QStringLiteral("Task - Update"),
                        .verb = "PUT",
                        .path = taskPath(jobId, taskId),
                        .expected = {200},
                        .body = compact(taskUpdateBody(constraints)),
                        .ifMatch = ifMatch});
}

QFuture<Outcome<void>> BatchClient::terminateTask(const QString &jobId, const QString &taskId)
{
    return d->carryOut({.operation = QStringLiteral("Task - Terminate"),
                        .verb = "POST",
                        .path = taskPath(jobId, taskId, {QStringLiteral("terminate")}),
                        .expected = {204}});
}

QFuture<Outcome<void>> BatchClient::reactivateTask(const QString &jobId, const QString &taskId)
{
    return d->carryOut({.operation = QStringLiteral("Task - Reactivate"),
                        .verb = "POST",
                        .path = taskPath(jobId, taskId, {QStringLiteral("reactivate")}),
                        .expected = {204}});
}

QFuture<Outcome<void>> BatchClient::deleteTask(const QString &jobId, const QString &taskId)
{
    return d->carryOut({.operation = QStringLiteral("Task - Delete"),
                        .verb = "DELETE",
                        .path = taskPath(jobId, taskId),
                        .expected = {200}});
}

Outcome<QList<QList<TaskSpec>>> BatchClient::splitForAdding(const QList<TaskSpec> &tasks,
                                                            qsizetype maxBytes)
{
    const qsizetype envelope = compact({{QStringLiteral("value"), QJsonArray()}}).size();
    QList<QList<TaskSpec>> pieces;
    qsizetype size = 0;
    for (const TaskSpec &task : tasks) {
        const qsizetype own = compact(toJson(task)).size();
        if (envelope + own > maxBytes)
            return Error::invalidInput(
                QCoreApplication::translate(
                    "Batch", "The task takes %1 bytes, more than the %2 of one request")
                    .arg(envelope + own)
                    .arg(maxBytes),
                task.id,
                QCoreApplication::translate(
                    "Batch", "Shorten its command line, environment or file lists."));
        const bool fits = !pieces.isEmpty() && pieces.last().size() < MaxTasksPerRequest
            && size + 1 + own <= maxBytes;
        if (!fits) {
            pieces.append(QList<TaskSpec>());
            size = envelope;
        } else {
            size += 1; // The comma between two tasks.
        }
        size += own;
        pieces.last().append(task);
    }
    return pieces;
}

} // namespace Batchdesk::Batch
