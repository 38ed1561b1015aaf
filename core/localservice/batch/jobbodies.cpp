// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/bodyparts.h"
#include "core/localservice/batch/jobtaskbodies.h"

#include <algorithm>
#include <cctype>
#include <climits>
#include <set>

// What the bodies of jobs may hold, and what is put in where they are silent.
namespace Batchdesk::LocalService {

namespace {

using K = Property::Kind;

const Shape jobConstraintsShape{{
    {"maxWallClockTime", K::Span, false, nullptr, {}, infiniteSpan},
    {"maxTaskRetryCount", K::Whole, false, nullptr, {}, "0"},
}};

// Without the pool's own id, which the service makes.
const Shape &autoPoolPoolShape()
{
    static const Shape shape = [] {
        Shape pool = poolShape();
        std::erase_if(pool.properties, [](const Property &property) {
            return property.name == std::string_view("id");
        });
        return pool;
    }();
    return shape;
}

Shape autoPoolShape(bool whole)
{
    return {{
        {"autoPoolIdPrefix", K::Text},
        {"poolLifetimeOption", K::Choice, whole, nullptr, {"jobschedule", "job"}},
        {"keepAlive", K::Truth, false, nullptr, {}, whole ? "false" : nullptr},
        {"pool", K::Object, false, &autoPoolPoolShape()},
    }};
}

const Shape &poolInfoShape()
{
    static const Shape specification = autoPoolShape(true);
    static const Shape shape{{
        {"poolId", K::Text},
        {"autoPoolSpecification", K::Object, false, &specification},
    }};
    return shape;
}

// As an update has it: of an auto pool only what is to change need be said.
const Shape &poolInfoChangeShape()
{
    static const Shape specification = autoPoolShape(false);
    static const Shape shape{{
        {"poolId", K::Text},
        {"autoPoolSpecification", K::Object, false, &specification},
    }};
    return shape;
}

void checkPoolInfo(const Json &info, bool scheduled)
{
    if (info.contains("poolId") == info.contains("autoPoolSpecification")) {
        if (info.empty())
            throw ApiError::missing("poolInfo.poolId");
        throw ApiError::property("poolInfo", info["poolId"].get<std::string>(),
                                 "Exactly one of poolId and autoPoolSpecification must be given.");
    }
    if (!info.contains("autoPoolSpecification"))
        return;
    const Json &specification = info["autoPoolSpecification"];
    const auto prefix = specification.value("autoPoolIdPrefix", std::string());
    const bool legal = prefix.size() <= 20
        && std::all_of(prefix.begin(), prefix.end(),
                       [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_'; });
    if (!legal)
        throw ApiError::property("autoPoolIdPrefix", prefix,
                                 "A prefix has at most 20 characters, which are letters, digits, "
                                 "hyphens and underscores.");
    if (!scheduled && specification.value("poolLifetimeOption", "job") == "jobschedule")
        throw ApiError::property("poolLifetimeOption", "jobschedule",
                                 "Only a job of a schedule has a schedule to live with.");
}

} // namespace

const Shape &jobShape()
{
    static const Shape shape{{
        {"id", K::Id, true},
        {"displayName", K::Text},
        {"usesTaskDependencies", K::Truth, false, nullptr, {}, "false"},
        {"priority", K::Whole, false, nullptr, {}, "0"},
        Property{"allowTaskPreemption", K::Truth, false, nullptr, {}, "false"}.from(
            ApiVersion::V2022_01),
        {"maxParallelTasks", K::Whole, false, nullptr, {}, "-1"},
        {"constraints",
         K::Object,
         false,
         &jobConstraintsShape,
         {},
         R"({"maxWallClockTime":"P10675199DT2H48M5.4775807S","maxTaskRetryCount":0})"},
        {"jobManagerTask", K::Object, false, &jobManagerShape()},
        {"jobPreparationTask", K::Object, false, &jobPreparationShape()},
        {"jobReleaseTask", K::Object, false, &jobReleaseShape()},
        {"commonEnvironmentSettings", K::List, false, &nameValueShape()},
        {"poolInfo", K::Object, true, &poolInfoShape()},
        {"onAllTasksComplete",
         K::Choice,
         false,
         nullptr,
         {"noaction", "terminatejob"},
         "\"noaction\""},
        {"onTaskFailure",
         K::Choice,
         false,
         nullptr,
         {"noaction", "performexitoptionsjobaction"},
         "\"noaction\""},
        Property{"networkConfiguration", K::Unsupported}.because(
            "Tasks on this computer use its own network."),
        {"metadata", K::List, false, &metadataShape()},
    }};
    return shape;
}

const Shape &jobPatchShape()
{
    static const Shape shape = [] {
        static const std::set<std::string_view> changing{"priority",
                                                         "allowTaskPreemption",
                                                         "maxParallelTasks",
                                                         "constraints",
                                                         "onAllTasksComplete",
                                                         "metadata",
                                                         "networkConfiguration",
                                                         "poolInfo"};
        Shape patch = jobShape();
        std::erase_if(patch.properties,
                      [](const Property &property) { return !changing.contains(property.name); });
        for (auto &property : patch.properties) {
            if (property.name == std::string_view("networkConfiguration"))
                property.since = ApiVersion::V2024_07;
            if (property.name == std::string_view("poolInfo"))
                property.shape = &poolInfoChangeShape();
        }
        return patch;
    }();
    return shape;
}

const Shape &jobDisableShape()
{
    static const Shape shape{{
        {"disableTasks", K::Choice, true, nullptr, {"requeue", "terminate", "wait"}},
    }};
    return shape;
}

const Shape &jobTerminateShape()
{
    static const Shape shape{{{"terminateReason", K::Text}}};
    return shape;
}

void checkJob(const Json &job, bool scheduled)
{
    const int priority = job.value("priority", 0);
    if (priority < -1000 || priority > 1000)
        throw ApiError("OutOfRangePriority");
    if (job.value("maxParallelTasks", -1) != -1)
        checkRange(job, "maxParallelTasks", 1, INT_MAX);
    checkDisplayName(job);
    checkMetadata(job);
    if (job.contains("constraints"))
        checkRange(job["constraints"], "maxTaskRetryCount", -1, INT_MAX);
    if (job.contains("poolInfo"))
        checkPoolInfo(job["poolInfo"], scheduled);
    checkJobTasks(job);
}

} // namespace Batchdesk::LocalService
