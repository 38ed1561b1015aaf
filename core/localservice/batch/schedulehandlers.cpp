// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/encode.h"
#include "core/localservice/batch/routes.h"
#include "core/localservice/batch/shape.h"
#include "core/localservice/batch/statistics.h"

// Job schedules, and the jobs of one.
namespace Batchdesk::LocalService {

namespace {

const JobSchedule &foundSchedule(const Model &model, Exchange &x)
{
    return found(model.schedules, x.id(0), "JobScheduleNotFound");
}

// The jobs of a schedule that are still there.
std::map<std::string, const Job *> jobsOf(const Model &model, const JobSchedule &schedule)
{
    std::map<std::string, const Job *> jobs;
    for (auto at = model.jobs.lower_bound(schedule.id + ':');
         at != model.jobs.end() && at->second.scheduleId == schedule.id; ++at)
        jobs.emplace(at->first, &at->second);
    return jobs;
}

Json encodeSchedule(const Exchange &x, const Model &model, const JobSchedule &schedule)
{
    Json json = encode(x.base(), schedule, x.engine().now());
    if (x.expandsStats()) {
        JobStatistics sum;
        for (const auto &[id, job] : jobsOf(model, schedule))
            sum.add(*job);
        json["stats"] = sum.json(json["url"], schedule.revision.creationTime, x.engine().now());
    }
    return json;
}

Response add(Exchange &x)
{
    Json spec = conform(x.body(), jobScheduleShape(), x.version());
    checkJobSchedule(spec);
    const auto location = jobScheduleUrl(x.base(), spec["id"].get<std::string>());
    return x.created(x.engine().addJobSchedule(std::move(spec)), location);
}

Response list(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        return pageOf(
            x, "jobschedules", model.schedules,
            [](const JobSchedule &schedule) { return fieldsOf(schedule); },
            [&](const JobSchedule &schedule) { return encodeSchedule(x, model, schedule); });
    });
}

Response get(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        const JobSchedule &schedule = foundSchedule(model, x);
        return x.element("jobschedules", encodeSchedule(x, model, schedule), &schedule.revision);
    });
}

Response exists(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        const JobSchedule &schedule = foundSchedule(model, x);
        return x.empty(x.condition().met(schedule.revision) ? 200 : 304, &schedule.revision);
    });
}

Response update(Exchange &x, bool partial)
{
    const Json changes = conform(x.body(), jobScheduleUpdateShape(), x.version(), partial);
    checkJobSchedule(changes);
    const Revision revision = x.engine().updateJobSchedule(x.id(0), changes, x.condition());
    return x.empty(200, &revision);
}

Response remove(Exchange &x)
{
    x.engine().deleteJobSchedule(x.id(0), x.condition());
    return x.empty(202);
}

Response disable(Exchange &x)
{
    const Revision revision = x.engine().disableJobSchedule(x.id(0), x.condition());
    return x.empty(204, &revision);
}

Response enable(Exchange &x)
{
    const Revision revision = x.engine().enableJobSchedule(x.id(0), x.condition());
    return x.empty(204, &revision);
}

Response terminate(Exchange &x)
{
    const Revision revision = x.engine().terminateJobSchedule(x.id(0), x.condition());
    return x.empty(202, &revision);
}

Response jobs(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        return pageOf(
            x, "jobs", jobsOf(model, foundSchedule(model, x)),
            [](const Job *job) { return fieldsOf(*job); },
            [&](const Job *job) { return encodeJob(x, *job); });
    });
}

} // namespace

std::vector<Route> jobScheduleRoutes()
{
    return {
        {"JobSchedule_Add", "POST", "jobschedules", add},
        {"JobSchedule_List", "GET", "jobschedules", list},
        {"JobSchedule_Get", "GET", "jobschedules/{}", get},
        {"JobSchedule_Exists", "HEAD", "jobschedules/{}", exists},
        {"JobSchedule_Patch", "PATCH", "jobschedules/{}",
         [](Exchange &x) { return update(x, true); }},
        {"JobSchedule_Update", "PUT", "jobschedules/{}",
         [](Exchange &x) { return update(x, false); }},
        {"JobSchedule_Delete", "DELETE", "jobschedules/{}", remove},
        {"JobSchedule_Disable", "POST", "jobschedules/{}/disable", disable},
        {"JobSchedule_Enable", "POST", "jobschedules/{}/enable", enable},
        {"JobSchedule_Terminate", "POST", "jobschedules/{}/terminate", terminate},
        {"Job_ListFromJobSchedule", "GET", "jobschedules/{}/jobs", jobs},
    };
}

} // namespace Batchdesk::LocalService
