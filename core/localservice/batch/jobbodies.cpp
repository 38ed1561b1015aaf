// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/bodyparts.h"

#include <chrono>
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

const Shape preparationConstraintsShape{{
    {"maxWallClockTime", K::Span, false, nullptr, {}, infiniteSpan},
    {"retentionTime", K::Span, false, nullptr, {}, "\"P7D\""},
    {"maxTaskRetryCount", K::Whole, false, nullptr, {}, "0"},
}};
const Shape preparationShape{{
    {"id", K::Id, false, nullptr, {}, "\"jobpreparation\""},
    {"commandLine", K::Text, true},
    Property{"containerSettings", K::Unsupported}.because(noContainers),
    {"resourceFiles", K::List, false, &resourceFileShape()},
    {"environmentSettings", K::List, false, &nameValueShape()},
    {"constraints",
     K::Object,
     false,
     &preparationConstraintsShape,
     {},
     R"({"maxWallClockTime":"P10675199DT2H48M5.4775807S","retentionTime":"P7D","maxTaskRetryCount":0})"},
    {"waitForSuccess", K::Truth, false, nullptr, {}, "true"},
    {"userIdentity", K::Object, false, &userIdentityShape(), {}, defaultIdentity},
    {"rerunOnNodeRebootAfterSuccess", K::Truth, false, nullptr, {}, "true"},
}};
const Shape releaseShape{{
    {"id", K::Id, false, nullptr, {}, "\"jobrelease\""},
    {"commandLine", K::Text, true},
    Property{"containerSettings", K::Unsupported}.because(noContainers),
    {"resourceFiles", K::List, false, &resourceFileShape()},
    {"environmentSettings", K::List, false, &nameValueShape()},
    {"maxWallClockTime", K::Span, false, nullptr, {}, "\"PT15M\""},
    {"retentionTime", K::Span, false, nullptr, {}, "\"P7D\""},
    {"userIdentity", K::Object, false, &userIdentityShape(), {}, defaultIdentity},
}};
const Shape poolInfoShape{{
    {"poolId", K::Text},
    {"autoPoolSpecification", K::Unsupported},
}};

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
        {"jobManagerTask", K::Unsupported},
        {"jobPreparationTask", K::Object, false, &preparationShape},
        {"jobReleaseTask", K::Object, false, &releaseShape},
        {"commonEnvironmentSettings", K::List, false, &nameValueShape()},
        {"poolInfo", K::Object, true, &poolInfoShape},
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

void checkJob(const Json &job)
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
    if (job.contains("poolInfo") && !job["poolInfo"].contains("poolId"))
        throw ApiError::missing("poolInfo.poolId");
    if (job.contains("jobPreparationTask")) {
        checkCommand(job["jobPreparationTask"]);
        checkRange(job["jobPreparationTask"]["constraints"], "maxTaskRetryCount", -1, INT_MAX);
    }
    if (job.contains("jobReleaseTask")) {
        const Json &release = job["jobReleaseTask"];
        checkCommand(release);
        checkSpan(release, "maxWallClockTime", Duration(1), std::chrono::minutes(15));
        if (!job.contains("jobPreparationTask"))
            throw ApiError::property("jobReleaseTask", release["id"].get<std::string>(),
                                     "A job release task needs a job preparation task.");
        if (release["id"] == job["jobPreparationTask"]["id"])
            throw ApiError::property("jobReleaseTask.id", release["id"].get<std::string>(),
                                     "Preparation and release must have different ids.");
    }
}

} // namespace Batchdesk::LocalService
