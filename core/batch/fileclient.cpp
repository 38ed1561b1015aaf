// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/batchclient_p.h"
#include "core/batch/filecodec.h"

#include <QCoreApplication>

namespace Batchdesk::Batch {
namespace {

QStringList taskFilesPath(const QString &jobId, const QString &taskId)
{
    return {QStringLiteral("jobs"), jobId, QStringLiteral("tasks"), taskId,
            QStringLiteral("files")};
}

QStringList nodeFilesPath(const QString &poolId, const QString &nodeId)
{
    return {QStringLiteral("pools"), poolId, QStringLiteral("nodes"), nodeId,
            QStringLiteral("files")};
}

// What is done with files is the same for those of tasks and of nodes.
BatchCall listCall(const QString &operation, const QStringList &files, bool recursive)
{
    const QString deep = recursive ? QStringLiteral("true") : QStringLiteral("false");
    return {.operation = operation,
            .verb = "GET",
            .path = files,
            .expected = {200},
            .query = {{"recursive", deep}}};
}

Outcome<BatchCall> getCall(const QString &operation, const QStringList &files, const QString &path,
                           const ByteRange &range)
{
    if (range.offset < 0 || range.length == 0)
        return Error::invalidInput(
            QCoreApplication::translate("Batch", "A range must start in the file and hold a byte"),
            path);
    return BatchCall{.operation = operation,
                     .verb = "GET",
                     .path = files + QStringList{path},
                     .expected = {200, 206},
                     .range = rangeHeader(range)};
}

BatchCall headCall(const QString &operation, const QStringList &files, const QString &path)
{
    return {.operation = operation,
            .verb = "HEAD",
            .path = files + QStringList{path},
            .expected = {200}};
}

BatchCall deleteCall(const QString &operation, const QStringList &files, const QString &path,
                     bool recursive)
{
    BatchCall call{.operation = operation,
                   .verb = "DELETE",
                   .path = files + QStringList{path},
                   .expected = {200}};
    if (recursive)
        call.query.append({"recursive", QStringLiteral("true")});
    return call;
}

Outcome<QByteArray> bytesOf(const RestResponse &answer)
{
    return answer.http.body;
}

// Reads the properties of a file, which come as headers without its name.
std::function<Outcome<File>(const RestResponse &)> propertiesOf(const QString &path)
{
    return [path](const RestResponse &answer) -> Outcome<File> {
        return fileFromHeaders(path, answer.http.headers);
    };
}

} // namespace

QFuture<Outcome<Page<File>>> BatchClient::taskFiles(const QString &jobId, const QString &taskId,
                                                    bool recursive, const ListQuery &query)
{
    return d->list(
        listCall(QStringLiteral("File - List From Task"), taskFilesPath(jobId, taskId), recursive),
        query, fileFromJson);
}

QFuture<Outcome<QByteArray>> BatchClient::taskFile(const QString &jobId, const QString &taskId,
                                                   const QString &path, const ByteRange &range)
{
    const auto call =
        getCall(QStringLiteral("File - Get From Task"), taskFilesPath(jobId, taskId), path, range);
    return call ? d->send<QByteArray>(*call, bytesOf) : readyOutcome<QByteArray>(call.error());
}

QFuture<Outcome<File>> BatchClient::taskFileProperties(const QString &jobId, const QString &taskId,
                                                       const QString &path)
{
    return d->send<File>(headCall(QStringLiteral("File - Get Properties From Task"),
                                  taskFilesPath(jobId, taskId), path),
                         propertiesOf(path));
}

QFuture<Outcome<void>> BatchClient::deleteTaskFile(const QString &jobId, const QString &taskId,
                                                   const QString &path, bool recursive)
{
    return d->carryOut(deleteCall(QStringLiteral("File - Delete From Task"),
                                  taskFilesPath(jobId, taskId), path, recursive));
}

QFuture<Outcome<Page<File>>> BatchClient::nodeFiles(const QString &poolId, const QString &nodeId,
                                                    bool recursive, const ListQuery &query)
{
    return d->list(listCall(QStringLiteral("File - List From Compute Node"),
                            nodeFilesPath(poolId, nodeId), recursive),
                   query, fileFromJson);
}

QFuture<Outcome<QByteArray>> BatchClient::nodeFile(const QString &poolId, const QString &nodeId,
                                                   const QString &path, const ByteRange &range)
{
    const auto call = getCall(QStringLiteral("File - Get From Compute Node"),
                              nodeFilesPath(poolId, nodeId), path, range);
    return call ? d->send<QByteArray>(*call, bytesOf) : readyOutcome<QByteArray>(call.error());
}

QFuture<Outcome<File>> BatchClient::nodeFileProperties(const QString &poolId, const QString &nodeId,
                                                       const QString &path)
{
    return d->send<File>(headCall(QStringLiteral("File - Get Properties From Compute Node"),
                                  nodeFilesPath(poolId, nodeId), path),
                         propertiesOf(path));
}

QFuture<Outcome<void>> BatchClient::deleteNodeFile(const QString &poolId, const QString &nodeId,
                                                   const QString &path, bool recursive)
{
    return d->carryOut(deleteCall(QStringLiteral("File - Delete From Compute Node"),
                                  nodeFilesPath(poolId, nodeId), path, recursive));
}

} // namespace Batchdesk::Batch
