// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/engine.h"

#include "core/localservice/batch/apierror.h"

#include <algorithm>

// Job schedules: their life, and the jobs they make.
namespace Batchdesk::LocalService {

namespace {

Duration durationOf(const Json &schedule, const char *name)
{
    const auto at = schedule.find(name);
    return at == schedule.end() ? unlimitedDuration : *parseIsoDuration(at->get<std::string>());
}

std::optional<Time> timeOf(const Json &schedule, const char *name)
{
    const auto at = schedule.find(name);
    return at == schedule.end() ? std::nullopt : parseIsoTime(at->get<std::string>());
}

void refuseEnded(const JobSchedule &schedule)
{
    if (schedule.state == JobScheduleState::Completed)
        throw ApiError("JobScheduleCompleted");
    if (schedule.state == JobScheduleState::Terminating)
        throw ApiError("JobScheduleBeingTerminated");
    if (schedule.state == JobScheduleState::Deleting)
        throw ApiError("JobScheduleBeingDeleted");
}

// A schedule that is silent about its beginning begins now, or goes on from its last job.
void readRecurrence(JobSchedule &schedule, Time now)
{
    const Json &given = schedule.spec.at("schedule");
    schedule.recurrence.first =
        timeOf(given, "doNotRunUntil").value_or(schedule.lastDue.value_or(now));
    schedule.recurrence.interval = durationOf(given, "recurrenceInterval");
    schedule.recurrence.window = durationOf(given, "startWindow");
    schedule.recurrence.notAfter = timeOf(given, "doNotRunAfter");
}

} // namespace

JobSchedule &Engine::schedule(const std::string &id)
{
    const auto at = m_model.schedules.find(id);
    if (at == m_model.schedules.end())
        throw ApiError("JobScheduleNotFound");
    return at->second;
}

JobSchedule &Engine::openSchedule(const std::string &id, const Precondition &when)
{
    JobSchedule &found = schedule(id);
    when.require(found.revision);
    refuseEnded(found);
    return found;
}

void Engine::setState(JobSchedule &schedule, JobScheduleState state)
{
    schedule.previousState = schedule.state;
    schedule.previousStateTransitionTime = schedule.stateTransitionTime;
    schedule.state = state;
    schedule.stateTransitionTime = now();
    m_dirtySchedules.insert(&schedule);
    observe("jobschedule", schedule.id, wireName(state));
}

Revision Engine::addJobSchedule(Json spec)
{
    return change([&] {
        const std::string id = spec.at("id");
        if (const auto at = m_model.schedules.find(id); at != m_model.schedules.end())
            throw ApiError(at->second.state == JobScheduleState::Deleting
                               ? "JobScheduleBeingDeleted"
                               : "JobScheduleExists");
        if (m_model.jobs.contains(id))
            throw ApiError("JobWithSameIdExists");
        requireQuota();
        JobSchedule schedule;
        schedule.id = id;
        schedule.spec = std::move(spec);
        schedule.revision = newRevision();
        readRecurrence(schedule, now());
        JobSchedule &added = m_model.schedules.emplace(id, std::move(schedule)).first->second;
        setState(added, JobScheduleState::Active);
        added.previousState.reset();
        return added.revision;
    });
}

Revision Engine::updateJobSchedule(const std::string &id, const Json &changes,
                                   const Precondition &when)
{
    return change([&] {
        JobSchedule &target = openSchedule(id, when);
        for (const auto &[name, value] : changes.items()) {
            if (value.is_null())
                target.spec.erase(name);
            else
                target.spec[name] = value;
        }
        if (changes.contains("schedule"))
            readRecurrence(target, now());
        touch(target.revision);
        m_dirtySchedules.insert(&target);
        return target.revision;
    });
}

Revision Engine::disableJobSchedule(const std::string &id, const Precondition &when)
{
    return change([&] {
        JobSchedule &target = openSchedule(id, when);
        if (target.state == JobScheduleState::Disabled)
            throw ApiError("JobScheduleDisabled");
        touch(target.revision);
        setState(target, JobScheduleState::Disabled);
        return target.revision;
    });
}

Revision Engine::enableJobSchedule(const std::string &id, const Precondition &when)
{
    return change([&] {
        JobSchedule &target = openSchedule(id, when);
        if (target.state != JobScheduleState::Disabled)
            throw ApiError("OperationInvalidForCurrentState");
        touch(target.revision);
        setState(target, JobScheduleState::Active);
        return target.revision;
    });
}

Revision Engine::terminateJobSchedule(const std::string &id, const Precondition &when)
{
    return change([&] {
        JobSchedule &target = openSchedule(id, when);
        touch(target.revision);
        setState(target, JobScheduleState::Terminating);
        Job *job = unfinishedJob(target);
        if (job && job->state != JobState::Terminating && job->state != JobState::Deleting)
            beginTerminate(*job, "TerminateJobSchedule");
        return target.revision;
    });
}

void Engine::deleteJobSchedule(const std::string &id, const Precondition &when)
{
    change([&] {
        JobSchedule &target = schedule(id);
        when.require(target.revision);
        if (target.state == JobScheduleState::Deleting)
            throw ApiError("JobScheduleBeingDeleted");
        setState(target, JobScheduleState::Deleting);
        for (Job *job : jobsOf(target)) {
            if (job->state != JobState::Deleting)
                beginDelete(*job);
        }
    });
}

std::vector<Job *> Engine::jobsOf(const JobSchedule &schedule)
{
    std::vector<Job *> jobs;
    // No other ids have a colon, so all of one schedule stand side by side.
    for (auto at = m_model.jobs.lower_bound(schedule.id + ':');
         at != m_model.jobs.end() && at->second.scheduleId == schedule.id; ++at)
        jobs.push_back(&at->second);
    return jobs;
}

Job *Engine::unfinishedJob(const JobSchedule &schedule)
{
    const auto at = m_model.jobs.find(schedule.recentJobId());
    return at == m_model.jobs.end() || at->second.state == JobState::Completed ? nullptr
                                                                               : &at->second;
}

void Engine::reconcileSchedule(JobSchedule &schedule)
{
    switch (schedule.state) {
    case JobScheduleState::Completed:
    case JobScheduleState::Disabled:
        return;
    case JobScheduleState::Deleting:
        if (jobsOf(schedule).empty())
            eraseSchedule(schedule);
        return;
    case JobScheduleState::Terminating:
        if (!unfinishedJob(schedule))
            endSchedule(schedule);
        return;
    case JobScheduleState::Active:
        break;
    }
    if (unfinishedJob(schedule))
        return; // its end wakes us
    const auto next = nextOpportunity(schedule.recurrence, schedule.lastDue, now());
    if (!next)
        endSchedule(schedule);
    else if (now() < next->due)
        noteDeadline(next->due);
    else if (activeCount() < m_options.maxActiveJobs)
        makeJob(schedule, next->due);
    else if (next->end != Time::max())
        noteDeadline(next->end);
}

void Engine::makeJob(JobSchedule &schedule, Time due)
{
    schedule.lastDue = due;
    ++schedule.jobsMade;
    m_dirtySchedules.insert(&schedule);
    Json spec{{"id", schedule.recentJobId()}};
    spec.update(schedule.spec.at("jobSpecification"));
    insertJob(std::move(spec), &schedule);
}

void Engine::endSchedule(JobSchedule &schedule)
{
    schedule.endTime = now();
    setState(schedule, JobScheduleState::Completed);
    giveUpAutoPool(schedule);
}

void Engine::eraseSchedule(JobSchedule &schedule)
{
    giveUpAutoPool(schedule);
    for (const auto &[id, pool] : m_model.pools) {
        for (const auto &[nodeId, node] : pool.nodes)
            m_trash.take(nodeDirectory(m_options.around, pool.id, nodeId)
                         / jobDirectory(schedule.id));
    }
    m_dirtySchedules.erase(&schedule);
    m_removals.push_back([id = schedule.id](Store &store) { store.removeJobSchedule(id); });
    m_model.schedules.erase(std::string(schedule.id));
}

int Engine::activeCount() const
{
    return int(m_liveJobs.size())
        + int(std::count_if(m_model.schedules.begin(), m_model.schedules.end(), [](const auto &s) {
               return s.second.state != JobScheduleState::Completed;
           }));
}

void Engine::requireQuota() const
{
    if (activeCount() >= m_options.maxActiveJobs)
        throw ApiError::because("ActiveJobAndScheduleQuotaReached",
                                "This computer keeps " + std::to_string(m_options.maxActiveJobs)
                                    + " jobs and schedules that have not completed.");
}

} // namespace Batchdesk::LocalService
