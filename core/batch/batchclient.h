// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/batch/file.h"
#include "core/batch/job.h"
#include "core/batch/node.h"
#include "core/batch/pool.h"
#include "core/batch/task.h"

#include <QFuture>
#include <QUrl>

#include <memory>

namespace Batchdesk {
class RestClient;
class ResponseSink;
} // namespace Batchdesk

namespace Batchdesk::Batch {

//! \brief Typed operations of the Azure Batch data plane, api-version 2025-06-01.
//!
//! Each call is one REST operation (its name stands beside it), gives exactly one outcome and may
//! be made from any thread. Cancelling the future aborts the request.
class BatchClient
{
public:
    //! \param endpoint the account's URL, with or without a base path.
    //! \param rest signs with the account's key and decodes errors by decodeError().
    BatchClient(const QUrl &endpoint, std::shared_ptr<RestClient> rest);
    ~BatchClient();

    //! \brief Pool - Add. Fails with PoolExists.
    QFuture<Outcome<void>> addPool(const PoolSpec &pool);
    //! \brief Pool - Get. Fails with PoolNotFound.
    QFuture<Outcome<Pool>> pool(const QString &poolId);
    //! \brief Pool - List, one page.
    QFuture<Outcome<Page<Pool>>> pools(const ListQuery &query = {});
    //! \brief Pool - Resize.
    QFuture<Outcome<void>> resizePool(const QString &poolId, int dedicated, int lowPriority);
    //! \brief Pool - Delete; the pool is "deleting" for a while afterwards.
    QFuture<Outcome<void>> deletePool(const QString &poolId);
    //! \brief Account - List Supported Images, one page.
    QFuture<Outcome<Page<SupportedImage>>> supportedImages(const ListQuery &query = {});
    //! \brief Account - List Pool Node Counts, one page.
    QFuture<Outcome<Page<NodeCounts>>> nodeCounts(const ListQuery &query = {});

    //! \brief Compute Node - List, one page.
    QFuture<Outcome<Page<Node>>> nodes(const QString &poolId, const ListQuery &query = {});
    //! \brief Compute Node - Get.
    QFuture<Outcome<Node>> node(const QString &poolId, const QString &nodeId);

    //! \brief Job - Add. Fails with JobExists, or JobCompleted when a completed job has the id.
    QFuture<Outcome<void>> addJob(const JobSpec &job);
    //! \brief Job - Get.
    QFuture<Outcome<Job>> job(const QString &jobId);
    //! \brief Job - List, one page.
    QFuture<Outcome<Page<Job>>> jobs(const ListQuery &query = {});
    //! \brief Job - Patch with onAllTasksComplete "terminatejob"; to be sent after the tasks were
    //! added.
    QFuture<Outcome<void>> terminateJobWhenTasksComplete(const QString &jobId);
    //! \brief Job - Terminate. \a reason is shown verbatim as terminateReason; may be empty.
    QFuture<Outcome<void>> terminateJob(const QString &jobId, const QString &reason);
    //! \brief Job - Delete; the job is "deleting" for a while afterwards.
    QFuture<Outcome<void>> deleteJob(const QString &jobId);
    //! \brief Job - Get Task Counts.
    QFuture<Outcome<TaskCounts>> taskCounts(const QString &jobId);
    //! \brief Job - List Preparation And Release Task Status, one page.
    QFuture<Outcome<Page<PreparationStatus>>> preparationStatus(const QString &jobId,
                                                                const ListQuery &query = {});

    //! \brief Task - Add Collection. At most 100 tasks and a body under 1 MB: see splitForAdding().
    //! One result per task, in the order given.
    QFuture<Outcome<QList<TaskAddResult>>> addTasks(const QString &jobId,
                                                    const QList<TaskSpec> &tasks);
    //! \brief Task - Get.
    QFuture<Outcome<Task>> task(const QString &jobId, const QString &taskId);
    //! \brief Task - List, one page.
    QFuture<Outcome<Page<Task>>> tasks(const QString &jobId, const ListQuery &query = {});
    //! \brief Task - Terminate.
    QFuture<Outcome<void>> terminateTask(const QString &jobId, const QString &taskId);
    //! \brief Task - Reactivate.
    QFuture<Outcome<void>> reactivateTask(const QString &jobId, const QString &taskId);
    //! \brief Task - Delete.
    QFuture<Outcome<void>> deleteTask(const QString &jobId, const QString &taskId);

    //! \brief File - List From Task, one page.
    QFuture<Outcome<Page<File>>> taskFiles(const QString &jobId, const QString &taskId,
                                           bool recursive, const ListQuery &query = {});
    //! \brief File - Get From Task. \a path is relative to the task's directory ("stdout.txt").
    QFuture<Outcome<QByteArray>> taskFile(const QString &jobId, const QString &taskId,
                                          const QString &path, const ByteRange &range = {});
    //! \brief File - Get Properties From Task.
    QFuture<Outcome<File>> taskFileProperties(const QString &jobId, const QString &taskId,
                                              const QString &path);
    //! \brief File - Get From Compute Node. \a path is relative to the node's root directory.
    QFuture<Outcome<QByteArray>> nodeFile(const QString &poolId, const QString &nodeId,
                                          const QString &path, const ByteRange &range = {});

    //! \brief Cuts a list of tasks into pieces that addTasks() may send: at most 100 tasks and
    //! \a maxBytes of body each. Fails, naming the task, when one alone is too large.
    static Outcome<QList<QList<TaskSpec>>> splitForAdding(const QList<TaskSpec> &tasks,
                                                          qsizetype maxBytes = 950'000);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Batchdesk::Batch
