// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/autoscale/evaluator.h"
#include "core/localservice/batch/apiversion.h"
#include "core/localservice/batch/execution.h"
#include "core/localservice/batch/model.h"
#include "core/localservice/batch/poolmetrics.h"
#include "core/localservice/batch/precondition.h"
#include "core/localservice/batch/store.h"
#include "core/localservice/batch/trash.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <random>
#include <stop_token>
#include <thread>
#include <unordered_map>

namespace Batchdesk::LocalService {

class ApiError;

//! \brief What the engine needs.
struct EngineOptions
{
    NodeSurroundings around;
    int maxNodes = 1;
    int maxActiveJobs = 1000; //!< Jobs and schedules that have not completed.
    std::shared_ptr<TaskRunner> runner;
    std::shared_ptr<const ServiceClock> clock;
    //! How busy this computer is, for autoscale formulas. May be null: then nothing is known.
    std::shared_ptr<Autoscale::MachineMeter> meter = {};
    //! Told of every change of state ("pool", "allocation", "node", "job", "jobschedule", "task")
    //! as it happens, on any thread and inside the engine's lock; must not call the engine. May be
    //! empty.
    std::function<void(std::string_view kind, const std::string &id, std::string_view state)>
        observer;
};

//! \brief What adding one task of a collection came to.
struct TaskAddition
{
    std::string taskId;
    Revision revision;
    std::shared_ptr<ApiError> error; //!< Empty on success.
};

//! \brief Makes pools, nodes, jobs and tasks live: owns the model, writes every change to the store
//! before anybody can see it, and carries out what the model says ought to happen.
//!
//! Thread-safe. One mutex guards the model; one thread of the engine's own compares what is with
//! what ought to be (reconcile); every execution has a thread that blocks in the TaskRunner.
//! Operations throw ApiError for what the service refuses and StoreError when the disk does.
class Engine
{
public:
    explicit Engine(EngineOptions options);
    //! \brief Ends executions without recording an end: they are requeued by the next engine.
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    //! \brief Calls \a look with the model, locked.
    template <typename Look>
    auto read(Look look) const
    {
        const std::unique_lock lock(m_mutex);
        requireOnDisk();
        return look(std::as_const(m_model));
    }

    //! \brief Blocks until \a condition holds for the model; false after \a patience of real time.
    bool waitUntil(const std::function<bool(const Model &)> &condition,
                   std::chrono::milliseconds patience) const;

    Time now() const { return m_options.clock->now(); }
    const NodeSurroundings &surroundings() const { return m_options.around; }
    TaskRunner &runner() const { return *m_options.runner; }
    bool isIdle() const;

    Revision addPool(Json spec);
    void deletePool(const std::string &poolId, const Precondition &when);
    Revision patchPool(const std::string &poolId, const Json &patch, const Precondition &when);
    Revision resizePool(const std::string &poolId, const Json &request, const Precondition &when);
    Revision stopResize(const std::string &poolId, const Precondition &when);
    Revision removeNodes(const std::string &poolId, const Json &request, const Precondition &when);
    Revision enableAutoScale(const std::string &poolId, const Json &request,
                             const Precondition &when);
    Revision disableAutoScale(const std::string &poolId);
    //! \brief What \a formula would come to now; changes nothing.
    AutoScaleRun evaluateAutoScale(const std::string &poolId, const Autoscale::Formula &formula);
    void rebootNode(const std::string &poolId, const std::string &nodeId, Disposal disposal);
    void reimageNode(const std::string &poolId, const std::string &nodeId, Disposal disposal);
    void deallocateNode(const std::string &poolId, const std::string &nodeId, Disposal disposal);
    void startNode(const std::string &poolId, const std::string &nodeId);
    void disableScheduling(const std::string &poolId, const std::string &nodeId, Disposal disposal);
    void enableScheduling(const std::string &poolId, const std::string &nodeId);
    void addNodeUser(const std::string &poolId, const std::string &nodeId, const std::string &name,
                     const NodeUser &user);
    void updateNodeUser(const std::string &poolId, const std::string &nodeId,
                        const std::string &name, NodeUser user);
    void deleteNodeUser(const std::string &poolId, const std::string &nodeId,
                        const std::string &name);

    Revision addJob(Json spec);
    Revision patchJob(const std::string &jobId, const Json &patch, const Precondition &when);
    void deleteJob(const std::string &jobId, const Precondition &when);
    Revision disableJob(const std::string &jobId, Disposal disposal, const Precondition &when);
    Revision enableJob(const std::string &jobId, const Precondition &when);
    Revision terminateJob(const std::string &jobId, const std::string &reason,
                          const Precondition &when);

    Revision addJobSchedule(Json spec);
    //! \brief Replaces the parts that \a changes names; one that is null goes.
    Revision updateJobSchedule(const std::string &id, const Json &changes,
                               const Precondition &when);
    void deleteJobSchedule(const std::string &id, const Precondition &when);
    Revision disableJobSchedule(const std::string &id, const Precondition &when);
    Revision enableJobSchedule(const std::string &id, const Precondition &when);
    Revision terminateJobSchedule(const std::string &id, const Precondition &when);

    Revision addTask(const std::string &jobId, Json spec);
    //! \brief One transaction; each task succeeds or is refused by itself.
    std::vector<TaskAddition> addTasks(const std::string &jobId, const std::vector<Json> &given,
                                       ApiVersion version);
    Revision updateTask(const std::string &jobId, const std::string &taskId,
                        const Json &constraints, const Precondition &when);
    void deleteTask(const std::string &jobId, const std::string &taskId, const Precondition &when);
    Revision terminateTask(const std::string &jobId, const std::string &taskId,
                           const Precondition &when);
    Revision reactivateTask(const std::string &jobId, const std::string &taskId,
                            const Precondition &when);

private:
    enum class Kind { Boot, StartTask, Preparation, Task, Release };

    //! One execution under way, or about to start with the next commit.
    struct Activity
    {
        std::uint64_t id = 0;
        Kind kind = Kind::Boot;
        std::string poolId, nodeId, jobId, taskId;
        Execution execution;
        std::stop_source stop;
        std::optional<Disposal> disposal; //!< Why it was asked to end.
        std::thread thread;
    };

    // engine.cpp: the frame
    template <typename Body>
    auto change(Body body);
    bool isOnDisk() const;
    void requireOnDisk() const;
    void flush();
    void writeDirty();
    void startLaunches();
    void sendStops(std::unique_lock<std::mutex> &lock);
    void loop();
    void joinFinished(std::unique_lock<std::mutex> &lock);
    void reconcile();
    void noteDeadline(Time time);
    Revision newRevision();
    void touch(Revision &revision);
    std::string nextETag();

    // recovery.cpp
    void recover();
    void recoverJob(Job &job);

    // activities.cpp
    Activity &launch(Kind kind, Node &node, Execution execution, Job *job = nullptr,
                     Task *task = nullptr);
    void perform(Activity &activity);
    ExecutionResult carryOut(const Activity &activity);
    void finish(Activity &activity, const ExecutionResult &result);
    void finishStartTask(Node &node, const Activity &activity, const ExecutionResult &result);
    void finishPreparation(Node &node, Job &job, const Activity &activity,
                           const ExecutionResult &result);
    void finishTask(Node &node, Job &job, Task &task, const Activity &activity,
                    const ExecutionResult &result);
    void finishRelease(Node &node, Job &job, const Activity &activity,
                       const ExecutionResult &result);
    void stop(std::uint64_t activityId, Disposal disposal);
    static void record(ExecutionInfo &info, const ExecutionResult &result, Time now);

    // pools.cpp
    Pool &insertPool(Json spec);
    void beginDelete(Pool &pool);
    void reconcilePool(Pool &pool);
    void reconcileAllocation(Pool &pool);
    bool anyNodeLeaving() const;
    void endResize(Pool &pool, std::vector<ResizeError> errors);

    // nodes.cpp
    void createNode(Pool &pool, bool dedicated);
    void reconcileNode(Pool &pool, Node &node); //!< The node may be gone afterwards.
    void removeNode(Pool &pool, Node &node);
    void restart(Node &node, NodeState by, Disposal disposal);
    void boot(Node &node);
    void finishBoot(Node &node, const ExecutionResult &result);
    void leave(Node &node, Disposal disposal);
    //! \brief Calls off that \a node leaves, if it only waits for its tasks or their data.
    void stay(Node &node);
    void clearNode(Node &node, Disposal disposal);
    void stopHelpers(const Node &node);
    void beginStartTask(Pool &pool, Node &node);
    void settle(Node &node);
    void invalidatePreparations(const Node &node, bool all);
    void noteRecent(Node &node, const Task &task);
    void log(const Node &node, std::string_view text) const;

    // nodeusers.cpp
    NodeUser &nodeUser(Node &node, const std::string &name);
    void dropExpiredUsers(Node &node);

    // retention.cpp
    void keepFolder(Task &task);
    void forgetFolder(Task &task);
    void cleanFolders();

    // autoscaling.cpp
    void startAutoScale(Pool &pool);
    void reconcileAutoScale(Pool &pool);
    Autoscale::Evaluation evaluateFormula(const Pool &pool, const Autoscale::Formula &formula);
    AutoScaleRun runOf(const Autoscale::Evaluation &evaluation) const;
    void applySize(Pool &pool, const Autoscale::PoolSize &size);

    // jobs.cpp
    static void requireOpen(const Job &job); //!< Throws what a job past being active answers.
    void requireFreeJobId(const std::string &id) const;
    //! \param schedule the one that makes the job, if any.
    Job &insertJob(Json spec, JobSchedule *schedule = nullptr);
    void requireManagerFits(const Json &spec) const;
    void beginDelete(Job &job);
    void reconcileJob(Job &job);
    void closeJob(Job &job);
    void beginTerminate(Job &job, const std::string &reason);
    void beginDisable(Job &job, Disposal disposal);
    void stopJobActivities(Job &job, Disposal disposal);
    void runReleases(Job &job);
    void eraseJob(Job &job);
    std::vector<Task *> assignedTasks(const Job &job);

    // jobmanager.cpp
    void putManager(Job &job);
    static void readManager(const Job &job, Task &task);
    static bool endsJob(const Job &job, const Task &task);
    static Task *waitingManager(Job &job);

    // autopools.cpp
    bool provideAutoPool(Job &job, JobSchedule *schedule); //!< False: the job has ended for it.
    std::string createAutoPool(const Json &specification);
    void giveUpAutoPool(const Job &job);
    void giveUpAutoPool(const JobSchedule &schedule);
    void deleteAutoPool(const std::string &poolId);

    // schedules.cpp
    JobSchedule &schedule(const std::string &id);
    JobSchedule &openSchedule(const std::string &id, const Precondition &when);
    std::vector<Job *> jobsOf(const JobSchedule &schedule);
    Job *unfinishedJob(const JobSchedule &schedule);
    void reconcileSchedule(JobSchedule &schedule); //!< The schedule may be gone afterwards.
    void makeJob(JobSchedule &schedule, Time due);
    void endSchedule(JobSchedule &schedule);
    void eraseSchedule(JobSchedule &schedule);
    int activeCount() const;
    void requireQuota() const;

    // tasks.cpp
    Task &insertTask(Job &job, Json spec);
    Task &putTask(Job &job, Json spec); //!< Without the checks of insertTask().
    void dispose(Job &job, Task &task, Disposal disposal);
    void complete(Job &job, Task &task);
    void endByUser(Job &job, Task &task);
    void requeue(Job &job, Task &task, bool counted);
    void releaseNode(Task &task);
    void eraseTask(Job &job, Task &task);
    void enqueue(Job &job, Task &task);
    void dequeue(Job &job, Task &task);
    bool dependenciesMet(const Job &job, const Task &task) const;
    void wakeDependents(Job &job, const Task &task);
    static void withdraw(Job &job, Task &task); //!< It satisfies no dependents any more.
    static void index(Job &job, const Task &task);
    static void account(Job &job, const Task &task, int sign);

    // placement.cpp
    struct Waiting;
    void placeTasks();
    void placeTasks(Pool &pool, std::vector<Waiting> waiting);
    bool placeOne(Pool &pool, Job &job);
    static Task *nextTask(const Pool &pool, Job &job);
    Node *chooseNode(Pool &pool, const Job &job, const Task &task);
    static bool suits(const Node &node, const Job &job);
    static bool canTake(const Pool &pool, const Node &node, const Job &job);
    static bool fits(const Pool &pool, const Node &node, const Job &job, const Task &task);
    void preempt(Pool &pool, Job &job);
    void assign(Job &job, Task &task, Node &node);
    void runTask(Job &job, Task &task, Node &node);

    // lookup and state, engine.cpp
    Pool &pool(const std::string &id);
    Pool &livePool(const std::string &id, const Precondition &when);
    Node &node(const std::string &poolId, const std::string &nodeId);
    Node *findNode(const std::string &poolId, const std::string &nodeId);
    Job &job(const std::string &id);
    Task &task(Job &job, const std::string &id);
    void setState(Pool &pool, PoolState state);
    void setState(Pool &pool, AllocationState state);
    void setState(Node &node, NodeState state);
    void setState(Job &job, JobState state);
    void setState(JobSchedule &schedule, JobScheduleState state);
    void setState(Job &job, Task &task, TaskState state);
    void observe(std::string_view kind, const std::string &id, std::string_view state) const;

    EngineOptions m_options;
    Trash m_trash;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed; //!< Something was committed.
    std::condition_variable m_wake;            //!< For the engine's thread.
    Store m_store;
    Model m_model;
    PoolMetrics m_metrics;
    std::mt19937_64 m_random{std::random_device{}()}; //!< For rand() of formulas.
    std::uint64_t m_sequence = 0;
    long long m_lastTick = 0;
    std::set<Job *> m_liveJobs; //!< All that are not completed; only these are looked at.
    std::set<std::pair<Time, Task *>> m_retained; //!< Completed tasks by when their folders go.

    // What memory knows and the disk does not yet.
    std::set<Pool *> m_dirtyPools;
    std::set<Node *> m_dirtyNodes;
    std::set<Job *> m_dirtyJobs;
    std::set<JobSchedule *> m_dirtySchedules;
    std::map<Task *, bool> m_dirtyTasks; //!< True: with spec.
    std::vector<std::function<void(Store &)>> m_removals;

    std::uint64_t m_lastActivity = 0;
    std::unordered_map<std::uint64_t, std::unique_ptr<Activity>> m_activities;
    std::vector<std::uint64_t> m_launches; //!< Start once their cause is on disk.
    std::vector<std::stop_source> m_stops; //!< Sent once their cause is on disk.
    std::vector<std::unique_ptr<Activity>> m_finished;
    std::optional<Time> m_deadline;
    bool m_woken = false;
    bool m_stopping = false;
    std::thread m_thread;
};

template <typename Body>
auto Engine::change(Body body)
{
    std::unique_lock lock(m_mutex);
    flush();
    if constexpr (std::is_void_v<decltype(body())>) {
        body();
        flush();
        sendStops(lock);
    } else {
        auto result = body();
        flush();
        sendStops(lock);
        return result;
    }
}

} // namespace Batchdesk::LocalService
