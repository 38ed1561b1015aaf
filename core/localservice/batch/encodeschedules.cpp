// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/encode.h"

#include "core/localservice/batch/encodeparts.h"

namespace Batchdesk::LocalService {

namespace {

FilterValue momentOf(const JobSchedule &schedule, const char *name)
{
    const Json &times = schedule.spec.at("schedule");
    const auto at = times.find(name);
    return at == times.end() ? FilterValue()
                             : timeValue(parseIsoTime(at->get_ref<const std::string &>()));
}

} // namespace

std::string jobScheduleUrl(const std::string &base, const std::string &scheduleId)
{
    return base + "/jobschedules/" + scheduleId;
}

Json encode(const std::string &base, const JobSchedule &schedule, Time now)
{
    Json json = schedule.spec;
    json["url"] = jobScheduleUrl(base, schedule.id);
    addRevision(json, schedule.revision);
    json["state"] = wireName(schedule.state);
    json["stateTransitionTime"] = isoTime(schedule.stateTransitionTime);
    if (schedule.previousState) {
        json["previousState"] = wireName(*schedule.previousState);
        json["previousStateTransitionTime"] = isoTime(schedule.previousStateTransitionTime);
    }
    Json execution = Json::object();
    const bool goesOn =
        schedule.state == JobScheduleState::Active || schedule.state == JobScheduleState::Disabled;
    const auto next =
        goesOn ? nextOpportunity(schedule.recurrence, schedule.lastDue, now) : std::nullopt;
    if (next)
        execution["nextRunTime"] = isoTime(next->due);
    if (const auto id = schedule.recentJobId(); !id.empty())
        execution["recentJob"] = {{"id", id}, {"url", jobUrl(base, id)}};
    addTime(execution, "endTime", schedule.endTime);
    json["executionInfo"] = std::move(execution);
    return json;
}

FieldReader fieldsOf(const JobSchedule &schedule)
{
    return [&schedule](std::string_view name) -> FilterValue {
        if (name == "id")
            return schedule.id;
        if (name == "state")
            return textValue(wireName(schedule.state));
        if (name == "stateTransitionTime")
            return schedule.stateTransitionTime;
        if (name == "executionInfo/endTime")
            return timeValue(schedule.endTime);
        if (name == "schedule/doNotRunUntil")
            return momentOf(schedule, "doNotRunUntil");
        if (name == "schedule/doNotRunAfter")
            return momentOf(schedule, "doNotRunAfter");
        return revisionValue(schedule.revision, name);
    };
}

} // namespace Batchdesk::LocalService
