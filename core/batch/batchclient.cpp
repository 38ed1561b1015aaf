// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/batchclient.h"

#include "core/batch/batchrequest.h"
#include "core/batch/errorcodec.h"
#include "core/batch/filecodec.h"
#include "core/batch/jobcodec.h"
#include "core/batch/jsonfields.h"
#include "core/batch/nodecodec.h"
#include "core/batch/poolcodec.h"
#include "core/batch/taskcodec.h"
#include "core/net/typedsend.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace Batchdesk::Batch {
namespace {

constexpr qsizetype MaxTasksPerRequest = 100;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Outcome<void> done(const RestResponse &)
{
    return {};
}

// A create may have been carried out by a try whose answer was lost. Our ids are made for one run,
// so after a repetition "exists" can only be our own.
std::function<Outcome<void>(const RestResponse &)> created(const QString &operation,
                                                           QLatin1String existsCode)
{
    return [operation, existsCode](const RestResponse &answer) -> Outcome<void> {
        if (answer.http.status != 409)
            return {};
        const Error error = decodeError(operation, answer.http);
        return answer.tries > 1 && error.code == existsCode ? Outcome<void>()
                                                            : Outcome<void>(error);
    };
}

Outcome<QByteArray> bytes(const RestResponse &answer)
{
    return answer.http.body;
}

QList<QPair<QByteArray, QString>> queryItems(const ListQuery &query)
{
    QList<QPair<QByteArray, QString>> items{{"maxresults", QString::number(query.maxResults)}};
    if (!query.filter.isEmpty())
        items.append({"$filter", query.filter});
    if (!query.select.isEmpty())
        items.append({"$select", query.select});
    return items;
}

QStringList poolPath(const QString &poolId, const QStringList &rest = {})
{
    return QStringList{QStringLiteral("pools"), poolId} + rest;
}

QStringList jobPath(const QString &jobId, const QStringList &rest = {})
{
    return QStringList{QStringLiteral("jobs"), jobId} + rest;
}

QStringList taskPath(const QString &jobId, const QString &taskId, const QStringList &rest = {})
{
    return jobPath(jobId, QStringList{QStringLiteral("tasks"), taskId} + rest);
}

} // namespace

class BatchClient::Private
{
public:
    template <typename T>
    QFuture<Outcome<T>> send(const BatchCall &call,
                             std::function<Outcome<T>(const RestResponse &)> decode) const
    {
        return sendTyped<T>(*rest, makeRequest(endpoint, call), std::move(decode));
    }

    template <typename T>
    QFuture<Outcome<T>> get(const QString &operation, const QStringList &path,
                            T (*read)(const QJsonObject &)) const
    {
        return send<T>({.operation = operation, .verb = "GET", .path = path, .expected = {200}},
                       [operation, read](const RestResponse &answer) -> Outcome<T> {
                           const Outcome<QJsonObject> object =
                               parseObject(operation, answer.http.body);
                           return object ? Outcome<T>(read(*object)) : Outcome<T>(object.error());
                       });
    }

    template <typename T>
    QFuture<Outcome<Page<T>>> list(const BatchCall &firstPage, const ListQuery &query,
                                   T (*read)(const QJsonObject &)) const
    {
        Outcome<RestRequest> request = query.nextLink.isEmpty()
            ? makeRequest(endpoint, withQuery(firstPage, query))
            : makeNextPageRequest(endpoint, firstPage.operation, query.nextLink);
        return sendTyped<Page<T>>(
            *rest, std::move(request),
            [operation = firstPage.operation, read](const RestResponse &answer) {
                return parsePage(operation, answer.http.body, read);
            });
    }

    QFuture<Outcome<QByteArray>> fileBytes(const QString &operation, const QStringList &path,
                                           const ByteRange &range) const
    {
        if (range.offset < 0 || range.length == 0)
            return readyOutcome<QByteArray>(
                Error::invalidInput(QCoreApplication::translate(
                                        "Batch", "A range must start in the file and hold a byte"),
                                    path.last()));
        return send<QByteArray>({.operation = operation,
                                 .verb = "GET",
                                 .path = path,
                                 .expected = {200, 206},
                                 .range = rangeHeader(range)},
                                bytes);
    }

    QUrl endpoint;
    std::shared_ptr<RestClient> rest;

private:
    static BatchCall withQuery(BatchCall call, const ListQuery &query)
    {
        call.query += queryItems(query);
        return call;
    }
};

BatchClient::BatchClient(const QUrl &endpoint, std::shared_ptr<RestClient> rest)
    : d(std::make_unique<Private>())
{
    d->endpoint = endpoint;
    d->rest = std::move(rest);
}

BatchClient::~BatchClient() = default;

QFuture<Outcome<void>> BatchClient::addPool(const PoolSpec &pool)
{
    const QString operation = QStringLiteral("Pool - Add");
    return d->send<void>({.operation = operation,
                          .verb = "POST",
                          .path = {QStringLiteral("pools")},
                          .expected = {201, 409},
                          .body = compact(toJson(pool))},
                         created(operation, QLatin1String("PoolExists")));
}

QFuture<Outcome<Pool>> BatchClient::pool(const QString &poolId)
{
    return d->get(QStringLiteral("Pool - Get"), poolPath(poolId), poolFromJson);
}

QFuture<Outcome<Page<Pool>>> BatchClient::pools(const ListQuery &query)
{
    return d->list({.operation = QStringLiteral("Pool - List"),
                    .verb = "GET",
                    .path = {QStringLiteral("pools")},
                    .expected = {200}},
                   query, poolFromJson);
}

QFuture<Outcome<void>> BatchClient::resizePool(const QString &poolId, int dedicated,
                                               int lowPriority)
{
    return d->send<void>({.operation = QStringLiteral("Pool - Resize"),
                          .verb = "POST",
                          .path = poolPath(poolId, {QStringLiteral("resize")}),
                          .expected = {202},
                          .body = compact(resizeBody(dedicated, lowPriority))},
                         done);
}

QFuture<Outcome<void>> BatchClient::deletePool(const QString &poolId)
{
    return d->send<void>({.operation = QStringLiteral("Pool - Delete"),
                          .verb = "DELETE",
                          .path = poolPath(poolId),
                          .expected = {202}},
                         done);
}

QFuture<Outcome<Page<SupportedImage>>> BatchClient::supportedImages(const ListQuery &query)
{
    return d->list({.operation = QStringLiteral("Account - List Supported Images"),
                    .verb = "GET",
                    .path = {QStringLiteral("supportedimages")},
                    .expected = {200}},
                   query, supportedImageFromJson);
}

QFuture<Outcome<Page<NodeCounts>>> BatchClient::nodeCounts(const ListQuery &query)
{
    return d->list({.operation = QStringLiteral("Account - List Pool Node Counts"),
                    .verb = "GET",
                    .path = {QStringLiteral("nodecounts")},
                    .expected = {200}},
                   query, nodeCountsFromJson);
}

QFuture<Outcome<Page<Node>>> BatchClient::nodes(const QString &poolId, const ListQuery &query)
{
    return d->list({.operation = QStringLiteral("Compute Node - List"),
                    .verb = "GET",
                    .path = poolPath(poolId, {QStringLiteral("nodes")}),
                    .expected = {200}},
                   query, nodeFromJson);
}

QFuture<Outcome<Node>> BatchClient::node(const QString &poolId, const QString &nodeId)
{
    return d->get(QStringLiteral("Compute Node - Get"),
                  poolPath(poolId, {QStringLiteral("nodes"), nodeId}), nodeFromJson);
}

QFuture<Outcome<void>> BatchClient::addJob(const JobSpec &job)
{
    const QString operation = QStringLiteral("Job - Add");
    return d->send<void>({.operation = operation,
                          .verb = "POST",
                          .path = {QStringLiteral("jobs")},
                          .expected = {201, 409},
                          .body = compact(toJson(job))},
                         created(operation, QLatin1String("JobExists")));
}

QFuture<Outcome<Job>> BatchClient::job(const QString &jobId)
{
    return d->get(QStringLiteral("Job - Get"), jobPath(jobId), jobFromJson);
}

QFuture<Outcome<Page<Job>>> BatchClient::jobs(const ListQuery &query)
{
    return d->list({.operation = QStringLiteral("Job - List"),
                    .verb = "GET",
                    .path = {QStringLiteral("jobs")},
                    .expected = {200}},
                   query, jobFromJson);
}

QFuture<Outcome<void>> BatchClient::terminateJobWhenTasksComplete(const QString &jobId)
{
    return d->send<void>({.operation = QStringLiteral("Job - Patch"),
                          .verb = "PATCH",
                          .path = jobPath(jobId),
                          .expected = {200},
                          .body = compact(terminateWhenTasksCompleteBody())},
                         done);
}

QFuture<Outcome<void>> BatchClient::terminateJob(const QString &jobId, const QString &reason)
{
    BatchCall call{.operation = QStringLiteral("Job - Terminate"),
                   .verb = "POST",
                   .path = jobPath(jobId, {QStringLiteral("terminate")}),
                   .expected = {202}};
    if (!reason.isEmpty())
        call.body = compact(terminateBody(reason));
    return d->send<void>(call, done);
}

QFuture<Outcome<void>> BatchClient::deleteJob(const QString &jobId)
{
    return d->send<void>({.operation = QStringLiteral("Job - Delete"),
                          .verb = "DELETE",
                          .path = jobPath(jobId),
                          .expected = {202}},
                         done);
}

QFuture<Outcome<TaskCounts>> BatchClient::taskCounts(const QString &jobId)
{
    return d->get(QStringLiteral("Job - Get Task Counts"),
                  jobPath(jobId, {QStringLiteral("taskcounts")}), taskCountsFromJson);
}

QFuture<Outcome<Page<PreparationStatus>>> BatchClient::preparationStatus(const QString &jobId,
                                                                         const ListQuery &query)
{
    return d->list({.operation = QStringLiteral("Job - List Preparation And Release Task Status"),
                    .verb = "GET",
                    .path = jobPath(jobId, {QStringLiteral("jobpreparationandreleasetaskstatus")}),
                    .expected = {200}},
                   query, preparationStatusFromJson);
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
                             .path = jobPath(jobId, {QStringLiteral("addtaskcollection")}),
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
    return d->list({.operation = QStringLiteral("Task - List"),
                    .verb = "GET",
                    .path = jobPath(jobId, {QStringLiteral("tasks")}),
                    .expected = {200}},
                   query, taskFromJson);
}

QFuture<Outcome<void>> BatchClient::terminateTask(const QString &jobId, const QString &taskId)
{
    return d->send<void>({.operation = QStringLiteral("Task - Terminate"),
                          .verb = "POST",
                          .path = taskPath(jobId, taskId, {QStringLiteral("terminate")}),
                          .expected = {204}},
                         done);
}

QFuture<Outcome<void>> BatchClient::reactivateTask(const QString &jobId, const QString &taskId)
{
    return d->send<void>({.operation = QStringLiteral("Task - Reactivate"),
                          .verb = "POST",
                          .path = taskPath(jobId, taskId, {QStringLiteral("reactivate")}),
                          .expected = {204}},
                         done);
}

QFuture<Outcome<void>> BatchClient::deleteTask(const QString &jobId, const QString &taskId)
{
    return d->send<void>({.operation = QStringLiteral("Task - Delete"),
                          .verb = "DELETE",
                          .path = taskPath(jobId, taskId),
                          .expected = {200}},
                         done);
}

QFuture<Outcome<Page<File>>> BatchClient::taskFiles(const QString &jobId, const QString &taskId,
                                                    bool recursive, const ListQuery &query)
{
    const QString deep = recursive ? QStringLiteral("true") : QStringLiteral("false");
    return d->list({.operation = QStringLiteral("File - List From Task"),
                    .verb = "GET",
                    .path = taskPath(jobId, taskId, {QStringLiteral("files")}),
                    .expected = {200},
                    .query = {{"recursive", deep}}},
                   query, fileFromJson);
}

QFuture<Outcome<QByteArray>> BatchClient::taskFile(const QString &jobId, const QString &taskId,
                                                   const QString &path, const ByteRange &range)
{
    return d->fileBytes(QStringLiteral("File - Get From Task"),
                        taskPath(jobId, taskId, {QStringLiteral("files"), path}), range);
}

QFuture<Outcome<File>> BatchClient::taskFileProperties(const QString &jobId, const QString &taskId,
                                                       const QString &path)
{
    return d->send<File>({.operation = QStringLiteral("File - Get Properties From Task"),
                          .verb = "HEAD",
                          .path = taskPath(jobId, taskId, {QStringLiteral("files"), path}),
                          .expected = {200}},
                         [path](const RestResponse &answer) -> Outcome<File> {
                             return fileFromHeaders(path, answer.http.headers);
                         });
}

QFuture<Outcome<QByteArray>> BatchClient::nodeFile(const QString &poolId, const QString &nodeId,
                                                   const QString &path, const ByteRange &range)
{
    return d->fileBytes(
        QStringLiteral("File - Get From Compute Node"),
        poolPath(poolId, {QStringLiteral("nodes"), nodeId, QStringLiteral("files"), path}), range);
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
