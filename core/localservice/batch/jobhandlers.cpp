// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/encode.h"
#include "core/localservice/batch/routes.h"
#include "core/localservice/batch/shape.h"
#include "core/localservice/batch/statistics.h"

namespace Batchdesk::LocalService {

namespace {

Response add(Exchange &x)
{
    Json spec = conform(x.body(), jobShape(), x.version());
    checkJob(spec);
    const auto location = jobUrl(x.base(), spec["id"].get<std::string>());
    return x.created(x.engine().addJob(std::move(spec)), location);
}

Response list(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        return pageOf(
            x, "jobs", model.jobs, [](const Job &job) { return fieldsOf(job); },
            [&](const Job &job) { return encodeJob(x, job); });
    });
}

Response get(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        const Job &job = found(model.jobs, x.id(0), "JobNotFound");
        return x.element("jobs", encodeJob(x, job), &job.revision);
    });
}

Response patch(Exchange &x)
{
    const Json changes = conform(x.body(), jobPatchShape(), x.version(), true);
    checkJob(changes, true);
    const Revision revision = x.engine().patchJob(x.id(0), changes, x.condition());
    return x.empty(200, &revision);
}

Response replace(Exchange &x)
{
    Json changes = conform(x.body(), jobPatchShape(), x.version());
    checkJob(changes, true);
    if (!changes.contains("metadata"))
        changes["metadata"] = Json::array();
    const Revision revision = x.engine().patchJob(x.id(0), changes, x.condition());
    return x.empty(200, &revision);
}

Response remove(Exchange &x)
{
    x.engine().deleteJob(x.id(0), x.condition());
    return x.empty(202);
}

Response disable(Exchange &x)
{
    const Json request = conform(x.body(), jobDisableShape(), x.version());
    const Revision revision = x.engine().disableJob(
        x.id(0), disposalOf(request["disableTasks"].get<std::string>()), x.condition());
    return x.empty(202, &revision);
}

Response enable(Exchange &x)
{
    const Revision revision = x.engine().enableJob(x.id(0), x.condition());
    return x.empty(202, &revision);
}

Response terminate(Exchange &x)
{
    const Json request = conform(x.body(true), jobTerminateShape(), x.version());
    const Revision revision = x.engine().terminateJob(
        x.id(0), request.value("terminateReason", std::string()), x.condition());
    return x.empty(202, &revision);
}

Response taskCounts(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        return x.element("taskcounts", encodeTaskCounts(found(model.jobs, x.id(0), "JobNotFound")));
    });
}

FilterValue helperField(const std::string &base, const Job &job, const std::string &nodeId,
                        const NodeUse &use, std::string_view name)
{
    Json value = encodeUse(base, job, nodeId, use);
    const auto slash = name.find('/');
    if (slash != std::string_view::npos) {
        value = value.value(std::string(name.substr(0, slash)), Json::object());
        name.remove_prefix(slash + 1);
    }
    const auto at = value.find(std::string(name));
    if (at == value.end())
        return {};
    if (at->is_number_integer())
        return at->get<std::int64_t>();
    const auto text = at->get<std::string>();
    const auto time = name.ends_with("Time") ? parseIsoTime(text) : std::nullopt;
    return time ? FilterValue(*time) : FilterValue(text);
}

Response helperStatus(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        const Job &job = found(model.jobs, x.id(0), "JobNotFound");
        if (!job.hasPreparation())
            throw ApiError("JobPreparationTaskNotSpecified");
        using Item = std::pair<std::string, const NodeUse *>;
        std::map<std::string, Item> items;
        for (const auto &[nodeId, use] : job.nodeUses)
            items.emplace(nodeId, Item(nodeId, &use));
        return pageOf(
            x, "jobpreparationandreleasetaskstatuslist", items,
            [&](const Item &item) {
                return [&](std::string_view name) {
                    return helperField(x.base(), job, item.first, *item.second, name);
                };
            },
            [&](const Item &item) { return encodeUse(x.base(), job, item.first, *item.second); });
    });
}

} // namespace

Json encodeJob(const Exchange &x, const Job &job)
{
    Json json = encode(x.base(), job);
    if (x.expandsStats()) {
        JobStatistics statistics;
        statistics.add(job);
        json["stats"] = statistics.json(json["url"], job.startTime, x.engine().now());
    }
    return json;
}

std::vector<Route> jobRoutes()
{
    return {
        {"Job_Add", "POST", "jobs", add},
        {"Job_List", "GET", "jobs", list},
        {"Job_Get", "GET", "jobs/{}", get},
        {"Job_Patch", "PATCH", "jobs/{}", patch},
        {"Job_Update", "PUT", "jobs/{}", replace},
        {"Job_Delete", "DELETE", "jobs/{}", remove},
        {"Job_Disable", "POST", "jobs/{}/disable", disable},
        {"Job_Enable", "POST", "jobs/{}/enable", enable},
        {"Job_Terminate", "POST", "jobs/{}/terminate", terminate},
        {"Job_GetTaskCounts", "GET", "jobs/{}/taskcounts", taskCounts},
        {"Job_ListPreparationAndReleaseTaskStatus", "GET",
         "jobs/{}/jobpreparationandreleasetaskstatus", helperStatus},
    };
}

} // namespace Batchdesk::LocalService
