// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/agent/taskrunner.h"
#include "core/localservice/batch/numberset.h"
#include "core/localservice/batch/recurrence.h"
#include "core/localservice/batch/wiretime.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

//! \brief The live state of the Batch side. Guarded by the engine's mutex; the store keeps a copy
//! on disk.
namespace Batchdesk::LocalService {

using Json = nlohmann::ordered_json;

//! \brief Ids are looked up without case, and kept as first written.
struct IdLess
{
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const;
};

enum class PoolState { Active, Deleting };
enum class AllocationState { Steady, Resizing, Stopping };
enum class NodeState {
    Creating,
    Starting,
    WaitingForStartTask,
    Idle,
    Running,
    StartTaskFailed,
    Rebooting,
    Offline,
    LeavingPool,
    Reimaging,
    Deallocating,
    Deallocated,
    Unusable
};
enum class JobState { Active, Disabling, Disabled, Enabling, Terminating, Completed, Deleting };
enum class JobScheduleState { Active, Completed, Disabled, Terminating, Deleting };
enum class TaskState { Active, Preparing, Running, Completed };

//! \brief What becomes of the tasks on a node or of a job that is taken away from them.
enum class Disposal { Requeue, Terminate, TaskCompletion, RetainedData };

std::string_view wireName(PoolState state);
std::string_view wireName(AllocationState state);
std::string_view wireName(NodeState state);
std::string_view wireName(JobState state);
std::string_view wireName(JobScheduleState state);
std::string_view wireName(TaskState state);
std::string_view wireName(Disposal disposal);

PoolState poolStateOf(std::string_view name);
AllocationState allocationStateOf(std::string_view name);
NodeState nodeStateOf(std::string_view name);
JobState jobStateOf(std::string_view name);
JobScheduleState jobScheduleStateOf(std::string_view name);
TaskState taskStateOf(std::string_view name);
Disposal disposalOf(std::string_view name);

//! \brief How one command went: start task, preparation, task, release.
struct ExecutionInfo
{
    std::optional<Time> startTime;
    std::optional<Time> endTime;
    std::optional<int> exitCode;
    std::optional<FailureInfo> failure;
    int retryCount = 0;
    std::optional<Time> lastRetryTime;
    int requeueCount = 0; //!< Tasks only.
    std::optional<Time> lastRequeueTime;
    ProcessUsage usage; //!< Of the last attempt that ended.

    bool succeeded() const { return endTime && exitCode == 0 && !failure; }
    bool operator==(const ExecutionInfo &) const = default;
};

//! \brief What every resource shows: when it was made and changed by a user.
struct Revision
{
    std::string eTag;
    Time lastModified{};
    Time creationTime{};
};

//! \brief A task as it stands: its request, its state, its last run.
struct Task
{
    std::uint64_t sequence = 0; //!< Order of adding over all jobs; the key on disk.
    std::string jobId;
    std::string id;
    std::string spec; //!< The request's properties with defaults, as JSON text: thousands of tasks
                      //!< stay small.
    Revision revision;
    TaskState state = TaskState::Active;
    Time stateTransitionTime{};
    std::optional<TaskState> previousState;
    Time previousStateTransitionTime{};
    ExecutionInfo execution;
    std::string poolId; //!< Of the last or present node; empty before the first.
    std::string nodeId;
    bool satisfies = false; //!< Completed in a way that lets its dependents run.
    bool ending = false;    //!< Terminated by the user while its process had still to be ended.
    bool deleting = false;  //!< Deleted by the user while its process had still to be ended.
    bool manager = false;   //!< The job manager task of its job.
    bool cleaned = false;   //!< Its folder was removed, for its retention time is over.
    std::optional<Time> retainedUntil; //!< Completed, and its folder is kept till then.

    // Read once from spec.
    int requiredSlots = 1;
    int maxRetries = 0;
    Duration retention{}; //!< Of its folder, from its completion on.
    std::string affinityId;
    std::vector<std::string> dependsOn;
    std::vector<std::pair<std::int64_t, std::int64_t>> dependsOnRanges;

    // Read once from the job, of its manager task.
    bool exclusive = false;     //!< No other task may be on its node.
    bool dedicatedOnly = false; //!< Not on a low-priority node.

    std::uint64_t activity = 0; //!< The running execution, 0 for none. Not kept on disk.
};

//! \brief Preparation and release of one job on one node. Outlives the node.
struct NodeUse
{
    std::string poolId;
    ExecutionInfo preparation;
    std::optional<ExecutionInfo> release;
    bool current = true; //!< False when the preparation has to run again, for the node booted.
    std::uint64_t activity = 0; //!< Not kept on disk.
};

//! \brief How many tasks, or slots of tasks, are in each state.
struct TaskCounts
{
    int active = 0;
    int running = 0;
    int succeeded = 0;
    int failed = 0;
    bool operator==(const TaskCounts &) const = default;
};

//! \brief A job with its tasks, and what its scheduling needs to know at once.
struct Job
{
    std::string id;
    std::uint64_t sequence = 0;
    Json spec;
    Revision revision;
    JobState state = JobState::Active;
    Time stateTransitionTime{};
    std::optional<JobState> previousState;
    Time previousStateTransitionTime{};
    Time startTime{};
    std::optional<Time> endTime;
    std::string terminateReason;
    std::optional<FailureInfo> schedulingError; //!< Why it could not start: it has no pool.
    std::string scheduleId;                     //!< Of the schedule that made it, or empty.
    std::string autoPoolId;                     //!< Of the pool made for it, or empty.
    Disposal disableTasks = Disposal::Requeue;
    bool releaseWanted = false;              //!< Release runs before terminating or deleting ends.
    std::map<std::string, NodeUse> nodeUses; //!< By node id; only with a preparation task.

    std::map<std::string, Task, IdLess> tasks;
    TaskCounts counts;
    TaskCounts slotCounts;
    std::map<int, std::map<std::uint64_t, Task *>>
        ready; //!< Active, dependencies met; by slots, then order.
    std::map<std::string, std::vector<std::string>, IdLess>
        dependents;                        //!< Parent id to ids that wait for it.
    std::set<std::string> rangeDependents; //!< Ids of tasks that wait for ranges.
    NumberSet satisfiedNumbers;            //!< Numeric ids that are complete and satisfy.
    int activities = 0;                    //!< Executions of any kind under way for this job.

    std::string poolId() const; //!< Where its tasks run; empty when there is no pool for them.
    //! \brief poolInfo.autoPoolSpecification, or null.
    const Json *autoPool() const;
    bool hasPreparation() const { return spec.contains("jobPreparationTask"); }
    bool hasRelease() const { return spec.contains("jobReleaseTask"); }
};

//! \brief What makes a job at each time that it was told.
struct JobSchedule
{
    std::string id;
    Json spec; //!< displayName, schedule, jobSpecification, metadata.
    Revision revision;
    JobScheduleState state = JobScheduleState::Active;
    Time stateTransitionTime{};
    std::optional<JobScheduleState> previousState;
    Time previousStateTransitionTime{};
    std::optional<Time> endTime;
    Recurrence recurrence;       //!< Read from spec, and from when that was given.
    std::optional<Time> lastDue; //!< The time for which the last job was made.
    int jobsMade = 0;
    std::string autoPoolId; //!< Of the pool that lives as long as the schedule, or empty.

    //! \brief "<id>:job-<n>" of the last job made; empty before the first.
    std::string recentJobId() const;
};

//! \brief An account that was asked for on a node. Nodes here are no machines to log in to: its
//! commands run as the user of this computer whatever users a node has. So an account is what can
//! be found, changed, deleted and what expires; of its password and key only that there was one is
//! known, since nothing could ever be done with them.
struct NodeUser
{
    bool isAdmin = false;
    Time expiryTime{};
    bool hasPassword = false;
    bool hasPublicKey = false;
};

//! \brief A task by its names, which may outlive it.
struct TaskName
{
    std::string jobId;
    std::string taskId;
    bool operator==(const TaskName &) const = default;
};

//! \brief A machine of a pool: on this computer, a folder and a share of the processors.
struct Node
{
    std::string id;
    std::string poolId;
    std::uint64_t sequence = 0;
    NodeState state = NodeState::Creating;
    Time stateTransitionTime{};
    Time allocationTime{};
    std::optional<Time> lastBootTime;
    bool dedicated = true;
    bool schedulingEnabled = true;
    bool leaving = false;
    bool keepingData = false; //!< What is asked of it waits until no task's folder is kept on it.
    //! What it returns to if it need not leave, as long as it only waits to.
    std::optional<NodeState> stayingState;
    int totalTasksRun = 0;
    int totalTasksSucceeded = 0;
    std::optional<ExecutionInfo> startTask;
    std::optional<FailureInfo> fault; //!< Why it is unusable.
    std::map<std::string, NodeUser, IdLess> users;
    std::vector<TaskName> recentTasks; //!< Newest first, a few.

    std::set<Task *> tasks;  //!< Preparing or running here.
    int retainedFolders = 0; //!< Of completed tasks, not kept on disk.
    int usedSlots = 0;
    std::uint64_t life = 0; //!< The boot or start task under way, 0 for none.
    int activities = 0;     //!< Executions of any kind under way here.
};

//! \brief Why a resize ended short of its target; code and text of the reference.
struct ResizeError
{
    std::string code;
    std::string message;
};

//! \brief What the last evaluation of a pool's autoscale formula came to.
struct AutoScaleRun
{
    struct Error
    {
        std::string code;
        std::string message;
        std::string detail; //!< Where and what: "Line 1, Col 24: Insufficient data ...".
    };
    Time timestamp{};
    std::string results; //!< "$TargetDedicatedNodes=3;...".
    std::optional<Error> error;
};

//! \brief A pool with its nodes.
struct Pool
{
    std::string id;
    Json spec;
    Revision revision;
    PoolState state = PoolState::Active;
    Time stateTransitionTime{};
    AllocationState allocationState = AllocationState::Resizing;
    Time allocationStateTransitionTime{};
    int targetDedicated = 0;
    int targetLowPriority = 0;
    Disposal deallocation = Disposal::Requeue;
    std::vector<ResizeError> resizeErrors;
    std::optional<AutoScaleRun> autoScaleRun;
    Time nextAutoScale{};                 //!< When the formula is evaluated next.
    std::optional<Time> autoScaleEnabled; //!< When that was asked for last.
    Duration coreTimeOfGone{};            //!< Processor time of dedicated nodes that have left.

    std::map<std::string, Node> nodes;

    int slotsPerNode() const { return spec.value("taskSlotsPerNode", 1); }
    bool autoScales() const { return spec.value("enableAutoScale", false); }
    int nodeCount(bool dedicated) const;
};

//! \brief Everything there is.
struct Model
{
    std::map<std::string, Pool, IdLess> pools;
    std::map<std::string, Job, IdLess> jobs;
    std::map<std::string, JobSchedule, IdLess> schedules;

    int nodeCount() const;
};

//! \brief The entry of userAccounts with this name, or nullptr.
const Json *userAccount(const Pool &pool, const std::string &name);

//! \brief An id read as a whole number, as dependency ranges compare them; nothing for other ids.
std::optional<std::int64_t> numericId(std::string_view id);

} // namespace Batchdesk::LocalService
