// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/batch/application.h"
#include "core/batch/file.h"
#include "core/batch/job.h"
#include "core/batch/jobschedule.h"
#include "core/batch/node.h"
#include "core/batch/pool.h"
#include "core/batch/task.h"

#include <QFuture>
#include <QUrl>

#include <memory>

namespace Batchdesk {
class RestClient;
} // namespace Batchdesk

namespace Batchdesk::Batch {

//! \brief Typed operations of the Azure Batch data plane, api-version 2025-06-01.
//!
//! Each call is one REST operation (its name stands beside it), gives exactly one outcome and may
//! be made from any thread. Cancelling the future aborts the request.
//!
//! Asking for what is not there fails with …NotFound (NotFound); changing what is on its way out
//! with …BeingDeleted or …BeingTerminated (Conflict). Where an \a ifMatch is taken, an ETag makes
//! the call fail with ConditionNotMet (412, Conflict) when the thing has changed since.
class BatchClient
{
public:
    //! \param endpoint the account's URL, with or without a base path.
    //! \param rest signs with the account's key and decodes errors by decodeError().
    BatchClient(const QUrl &endpoint, std::shared_ptr<RestClient> rest);
    ~BatchClient();

    // Pools

    //! \brief Pool - Add. Fails with PoolExists.
    QFuture<Outcome<void>> addPool(const PoolSpec &pool);
    //! \brief Pool - Exists.
    QFuture<Outcome<bool>> poolExists(const QString &poolId);
    //! \brief Pool - Get.
    QFuture<Outcome<Pool>> pool(const QString &poolId);
    //! \brief Pool - List, one page.
    QFuture<Outcome<Page<Pool>>> pools(const ListQuery &query = {});
    //! \brief Pool - Patch.
    QFuture<Outcome<void>> patchPool(const QString &poolId, const PoolPatch &patch,
                                     const QString &ifMatch = {});
    //! \brief Pool - Update Properties.
    QFuture<Outcome<void>> updatePoolProperties(const QString &poolId,
                                                const PoolProperties &properties);
    //! \brief Pool - Resize. Fails with PoolBeingResized unless the pool is steady.
    QFuture<Outcome<void>> resizePool(const QString &poolId, const PoolResize &resize,
                                      const QString &ifMatch = {});
    //! \brief Pool - Stop Resize; the pool keeps what it has got so far.
    QFuture<Outcome<void>> stopResizingPool(const QString &poolId);
    //! \brief Pool - Remove Nodes. Fails with PoolBeingResized unless the pool is steady.
    QFuture<Outcome<void>> removeNodes(const QString &poolId, const NodeRemoval &removal);
    //! \brief Pool - Enable Auto Scale, or change its formula or interval. Fails with
    //! TooManyEnableAutoScaleRequests within 30 seconds of the last time.
    QFuture<Outcome<void>> enableAutoScale(const QString &poolId, const AutoScale &autoScale,
                                           const QString &ifMatch = {});
    //! \brief Pool - Disable Auto Scale; the pool keeps its size.
    QFuture<Outcome<void>> disableAutoScale(const QString &poolId);
    //! \brief Pool - Evaluate Auto Scale: what a formula would give now, for a pool that has one.
    //! A mistake in it is no failure of the call but AutoScaleRun::error.
    QFuture<Outcome<AutoScaleRun>> evaluateAutoScale(const QString &poolId, const QString &formula);
    //! \brief Pool - Delete; the pool is "deleting" for a while afterwards.
    QFuture<Outcome<void>> deletePool(const QString &poolId);

    // What the account offers and used

    //! \brief Account - List Supported Images, one page.
    QFuture<Outcome<Page<SupportedImage>>> supportedImages(const ListQuery &query = {});
    //! \brief Account - List Pool Node Counts, one page.
    QFuture<Outcome<Page<NodeCounts>>> nodeCounts(const ListQuery &query = {});
    //! \brief Pool - List Usage Metrics, one page; of the last time that was counted when \a from
    //! and \a to are invalid.
    QFuture<Outcome<Page<PoolUsage>>> poolUsage(const QDateTime &from, const QDateTime &to,
                                                const ListQuery &query = {});
    //! \brief Application - List, one page.
    QFuture<Outcome<Page<Application>>> applications(const ListQuery &query = {});
    //! \brief Application - Get.
    QFuture<Outcome<Application>> application(const QString &applicationId);

    // Nodes

    //! \brief Compute Node - List, one page.
    QFuture<Outcome<Page<Node>>> nodes(const QString &poolId, const ListQuery &query = {});
    //! \brief Compute Node - Get.
    QFuture<Outcome<Node>> node(const QString &poolId, const QString &nodeId);
    //! \brief Compute Node - Reboot. Fails with NodeBeing…, NodeStateUnusable or
    //! OperationInvalidForCurrentState when the node is in no state for it.
    QFuture<Outcome<void>> rebootNode(const QString &poolId, const QString &nodeId,
                                      RunningTasks runningTasks = RunningTasks::Requeue);
    //! \brief Compute Node - Reimage. Fails with OperationNotValidOnNode on pools of virtual
    //! machines that cannot be reimaged.
    QFuture<Outcome<void>> reimageNode(const QString &poolId, const QString &nodeId,
                                       RunningTasks runningTasks = RunningTasks::Requeue);
    //! \brief Compute Node - Start, after it was deallocated.
    QFuture<Outcome<void>> startNode(const QString &poolId, const QString &nodeId);
    //! \brief Compute Node - Deallocate: it stays in the pool without its machine.
    QFuture<Outcome<void>> deallocateNode(const QString &poolId, const QString &nodeId,
                                          RunningTasks runningTasks = RunningTasks::Requeue);
    //! \brief Compute Node - Disable Scheduling, with any option but RetainedData. Fails with
    //! NodeAlreadyInTargetSchedulingState.
    QFuture<Outcome<void>> disableScheduling(const QString &poolId, const QString &nodeId,
                                             RunningTasks runningTasks = RunningTasks::Requeue);
    //! \brief Compute Node - Enable Scheduling. Fails with NodeAlreadyInTargetSchedulingState.
    QFuture<Outcome<void>> enableScheduling(const QString &poolId, const QString &nodeId);
    //! \brief Compute Node - Get Remote Login Settings.
    QFuture<Outcome<RemoteLogin>> remoteLogin(const QString &poolId, const QString &nodeId);
    //! \brief Compute Node - Add User. Fails with NodeUserExists.
    QFuture<Outcome<void>> addNodeUser(const QString &poolId, const QString &nodeId,
                                       const NodeUser &user);
    //! \brief Compute Node - Replace User: what is left out of \a access is reset. Fails with
    //! NodeUserNotFound.
    QFuture<Outcome<void>> replaceNodeUser(const QString &poolId, const QString &nodeId,
                                           const QString &userName, const NodeUserAccess &access);
    //! \brief Compute Node - Delete User. Fails with NodeUserNotFound.
    QFuture<Outcome<void>> deleteNodeUser(const QString &poolId, const QString &nodeId,
                                          const QString &userName);
    //! \brief Compute Node - Upload Batch Service Logs; they arrive some time afterwards.
    QFuture<Outcome<ServiceLogUpload>> uploadServiceLogs(const QString &poolId,
                                                         const QString &nodeId,
                                                         const ServiceLogRequest &request);

    // Jobs

    //! \brief Job - Add. Fails with JobExists, or JobCompleted when a completed job has the id.
    QFuture<Outcome<void>> addJob(const JobSpec &job);
    //! \brief Job - Get.
    QFuture<Outcome<Job>> job(const QString &jobId);
    //! \brief Job - List, one page.
    QFuture<Outcome<Page<Job>>> jobs(const ListQuery &query = {});
    //! \brief Job - List From Job Schedule, one page.
    QFuture<Outcome<Page<Job>>> jobsOfSchedule(const QString &scheduleId,
                                               const ListQuery &query = {});
    //! \brief Job - Patch.
    QFuture<Outcome<void>> patchJob(const QString &jobId, const JobPatch &patch,
                                    const QString &ifMatch = {});
    //! \brief Job - Patch with onAllTasksComplete "terminatejob"; to be sent after the tasks were
    //! added.
    QFuture<Outcome<void>> terminateJobWhenTasksComplete(const QString &jobId);
    //! \brief Job - Update: replaces the whole job.
    QFuture<Outcome<void>> updateJob(const QString &jobId, const JobUpdate &update,
                                     const QString &ifMatch = {});
    //! \brief Job - Disable: no task starts until it is enabled. The job is "disabling" for a
    //! while.
    QFuture<Outcome<void>> disableJob(const QString &jobId, DisableTasks tasks);
    //! \brief Job - Enable. Fails with OperationInvalidForCurrentState unless it is disabled.
    QFuture<Outcome<void>> enableJob(const QString &jobId);
    //! \brief Job - Terminate. \a reason is shown verbatim as terminateReason; may be empty.
    //! \param force also when its tasks cannot be asked to end.
    QFuture<Outcome<void>> terminateJob(const QString &jobId, const QString &reason,
                                        bool force = false);
    //! \brief Job - Delete; the job is "deleting" for a while afterwards.
    //! \param force also when its tasks cannot be asked to end.
    QFuture<Outcome<void>> deleteJob(const QString &jobId, bool force = false);
    //! \brief Job - Get Task Counts.
    QFuture<Outcome<TaskCounts>> taskCounts(const QString &jobId);
    //! \brief Job - List Preparation And Release Task Status, one page. Fails with
    //! JobPreparationTaskNotSpecified.
    QFuture<Outcome<Page<PreparationStatus>>> preparationStatus(const QString &jobId,
                                                                const ListQuery &query = {});

    // Job schedules

    //! \brief Job Schedule - Add. Fails with JobScheduleExists, JobWithSameIdExists.
    QFuture<Outcome<void>> addJobSchedule(const JobScheduleSpec &schedule);
    //! \brief Job Schedule - Exists.
    QFuture<Outcome<bool>> jobScheduleExists(const QString &scheduleId);
    //! \brief Job Schedule - Get.
    QFuture<Outcome<JobSchedule>> jobSchedule(const QString &scheduleId);
    //! \brief Job Schedule - List, one page.
    QFuture<Outcome<Page<JobSchedule>>> jobSchedules(const ListQuery &query = {});
    //! \brief Job Schedule - Patch.
    QFuture<Outcome<void>> patchJobSchedule(const QString &scheduleId,
                                            const JobSchedulePatch &patch,
                                            const QString &ifMatch = {});
    //! \brief Job Schedule - Update.
    QFuture<Outcome<void>> updateJobSchedule(const QString &scheduleId,
                                             const JobScheduleUpdate &update,
                                             const QString &ifMatch = {});
    //! \brief Job Schedule - Disable: no further jobs are made until it is enabled.
    QFuture<Outcome<void>> disableJobSchedule(const QString &scheduleId);
    //! \brief Job Schedule - Enable.
    QFuture<Outcome<void>> enableJobSchedule(const QString &scheduleId);
    //! \brief Job Schedule - Terminate, and its active job with it.
    //! \param force also when the job's tasks cannot be asked to end.
    QFuture<Outcome<void>> terminateJobSchedule(const QString &scheduleId, bool force = false);
    //! \brief Job Schedule - Delete, and all its jobs with it.
    //! \param force also when the jobs' tasks cannot be asked to end.
    QFuture<Outcome<void>> deleteJobSchedule(const QString &scheduleId, bool force = false);

    // Tasks

    //! \brief Task - Add. Fails with TaskExists.
    QFuture<Outcome<void>> addTask(const QString &jobId, const TaskSpec &task);
    //! \brief Task - Add Collection. At most 100 tasks and a body under 1 MB: see splitForAdding().
    //! One result per task, in the order given.
    QFuture<Outcome<QList<TaskAddResult>>> addTasks(const QString &jobId,
                                                    const QList<TaskSpec> &tasks);
    //! \brief Task - Get.
    QFuture<Outcome<Task>> task(const QString &jobId, const QString &taskId);
    //! \brief Task - List, one page.
    QFuture<Outcome<Page<Task>>> tasks(const QString &jobId, const ListQuery &query = {});
    //! \brief Task - List Subtasks, of a task that runs on several nodes.
    QFuture<Outcome<QList<Subtask>>> subtasks(const QString &jobId, const QString &taskId);
    //! \brief Task - Update: replaces its constraints. Fails with TaskCompleted.
    QFuture<Outcome<void>> updateTask(const QString &jobId, const QString &taskId,
                                      const TaskConstraints &constraints,
                                      const QString &ifMatch = {});
    //! \brief Task - Terminate. Fails with TaskCompleted.
    QFuture<Outcome<void>> terminateTask(const QString &jobId, const QString &taskId);
    //! \brief Task - Reactivate. Fails with TaskNotCompleted, TaskSucceeded.
    QFuture<Outcome<void>> reactivateTask(const QString &jobId, const QString &taskId);
    //! \brief Task - Delete.
    QFuture<Outcome<void>> deleteTask(const QString &jobId, const QString &taskId);

    //! \brief Cuts a list of tasks into pieces that addTasks() may send: at most 100 tasks and
    //! \a maxBytes of body each. Fails, naming the task, when one alone is too large.
    static Outcome<QList<QList<TaskSpec>>> splitForAdding(const QList<TaskSpec> &tasks,
                                                          qsizetype maxBytes = 950'000);

    // Files on nodes. Paths of a task's files are relative to its directory ("stdout.txt"), those
    // of a node's to its root ("startup/stderr.txt"). What a task has not got yet, or no more,
    // fails with OperationInvalidForCurrentState, TaskFilesUnavailable or TaskFilesCleanedup.

    //! \brief File - List From Task, one page.
    QFuture<Outcome<Page<File>>> taskFiles(const QString &jobId, const QString &taskId,
                                           bool recursive, const ListQuery &query = {});
    //! \brief File - Get From Task. A range behind the end fails with InvalidRange.
    QFuture<Outcome<QByteArray>> taskFile(const QString &jobId, const QString &taskId,
                                          const QString &path, const ByteRange &range = {});
    //! \brief File - Get Properties From Task.
    QFuture<Outcome<File>> taskFileProperties(const QString &jobId, const QString &taskId,
                                              const QString &path);
    //! \brief File - Delete From Task; folders that are not empty only when \a recursive.
    QFuture<Outcome<void>> deleteTaskFile(const QString &jobId, const QString &taskId,
                                          const QString &path, bool recursive = false);
    //! \brief File - List From Compute Node, one page.
    QFuture<Outcome<Page<File>>> nodeFiles(const QString &poolId, const QString &nodeId,
                                           bool recursive, const ListQuery &query = {});
    //! \brief File - Get From Compute Node. A range behind the end fails with InvalidRange.
    QFuture<Outcome<QByteArray>> nodeFile(const QString &poolId, const QString &nodeId,
                                          const QString &path, const ByteRange &range = {});
    //! \brief File - Get Properties From Compute Node.
    QFuture<Outcome<File>> nodeFileProperties(const QString &poolId, const QString &nodeId,
                                              const QString &path);
    //! \brief File - Delete From Compute Node; folders that are not empty only when \a recursive.
    QFuture<Outcome<void>> deleteNodeFile(const QString &poolId, const QString &nodeId,
                                          const QString &path, bool recursive = false);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Batchdesk::Batch
