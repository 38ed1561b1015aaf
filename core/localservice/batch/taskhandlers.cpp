// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/encode.h"
#include "core/localservice/batch/routes.h"
#include "core/localservice/batch/shape.h"

namespace Batchdesk::LocalService {

namespace {

constexpr std::size_t maxCollection = 100;

Response add(Exchange &x)
{
    Json spec = conform(x.body(), taskShape(), x.version());
    checkTask(spec);
    const auto location = taskUrl(x.base(), x.id(0), spec["id"].get<std::string>());
    return x.created(x.engine().addTask(x.id(0), std::move(spec)), location);
}

Response addCollection(Exchange &x)
{
    const Json body = x.body();
    // A name that does not exist fails the whole request, a value only its own task.
    checkNames(body, taskCollectionShape(), x.version());
    const auto value = body.find("value");
    if (value == body.end())
        throw ApiError::missing("value");
    if (!value->is_array() || value->empty() || value->size() > maxCollection)
        throw ApiError::property("value", std::to_string(value->size()),
                                 "The collection must hold 1 to 100 tasks.");
    const auto additions =
        x.engine().addTasks(x.id(0), std::vector<Json>(value->begin(), value->end()), x.version());
    Json results = Json::array();
    for (const auto &addition : additions) {
        Json result{{"status", addition.error ? "clienterror" : "success"},
                    {"taskId", addition.taskId}};
        if (addition.error) {
            result["error"] = x.errorJson(*addition.error, false);
        } else {
            result["eTag"] = addition.revision.eTag;
            result["lastModified"] = isoTime(addition.revision.lastModified);
            result["location"] = taskUrl(x.base(), x.id(0), addition.taskId);
        }
        results.push_back(std::move(result));
    }
    return x.list("taskaddresult", std::move(results));
}

// With $expand=stats: what a task has used; else as it is.
Json shown(const Exchange &x, const Job &job, const Task &task)
{
    Json json = encode(x.base(), job, task);
    if (x.expandsStats() && task.execution.startTime)
        json["stats"] = encodeTaskStatistics(x.base(), job, task, x.engine().now());
    return json;
}

Response list(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        const Job &job = found(model.jobs, x.id(0), "JobNotFound");
        return pageOf(
            x, "tasks", job.tasks, [](const Task &task) { return fieldsOf(task); },
            [&](const Task &task) { return task.deleting ? Json() : shown(x, job, task); });
    });
}

Response get(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        const Task &task = foundTask(model, x.id(0), x.id(1));
        return x.element("tasks", shown(x, model.jobs.find(x.id(0))->second, task), &task.revision);
    });
}

Response update(Exchange &x)
{
    Json request = conform(x.body(), taskUpdateShape(), x.version());
    checkTask(request);
    const Revision revision =
        x.engine().updateTask(x.id(0), x.id(1), request["constraints"], x.condition());
    return x.empty(200, &revision);
}

Response remove(Exchange &x)
{
    x.engine().deleteTask(x.id(0), x.id(1), x.condition());
    return x.empty(200);
}

Response terminate(Exchange &x)
{
    const Revision revision = x.engine().terminateTask(x.id(0), x.id(1), x.condition());
    return x.empty(204, &revision);
}

Response reactivate(Exchange &x)
{
    const Revision revision = x.engine().reactivateTask(x.id(0), x.id(1), x.condition());
    return x.empty(204, &revision);
}

Response subtasks(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        foundTask(model, x.id(0), x.id(1));
        return x.list("subtasks", Json::array());
    });
}

} // namespace

const Task &foundTask(const Model &model, const std::string &jobId, const std::string &taskId)
{
    const Task &task = found(found(model.jobs, jobId, "JobNotFound").tasks, taskId, "TaskNotFound");
    if (task.deleting)
        throw ApiError("TaskNotFound");
    return task;
}

std::vector<Route> taskRoutes()
{
    return {
        {"Task_Add", "POST", "jobs/{}/tasks", add},
        {"Task_AddCollection", "POST", "jobs/{}/addtaskcollection", addCollection},
        {"Task_List", "GET", "jobs/{}/tasks", list},
        {"Task_Get", "GET", "jobs/{}/tasks/{}", get},
        {"Task_Update", "PUT", "jobs/{}/tasks/{}", update},
        {"Task_Delete", "DELETE", "jobs/{}/tasks/{}", remove},
        {"Task_Terminate", "POST", "jobs/{}/tasks/{}/terminate", terminate},
        {"Task_Reactivate", "POST", "jobs/{}/tasks/{}/reactivate", reactivate},
        {"Task_ListSubtasks", "GET", "jobs/{}/tasks/{}/subtasksinfo", subtasks},
    };
}

} // namespace Batchdesk::LocalService
