// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/shape.h"

#include <algorithm>
#include <chrono>
#include <climits>
#include <set>

// What each request body may hold, and what is put in where it is silent.
namespace Batchdesk::LocalService {

namespace {

using K = Property::Kind;

constexpr const char *infinite = "\"P10675199DT2H48M5.4775807S\"";
constexpr const char *defaultIdentity =
    R"({"autoUser":{"scope":"pool","elevationLevel":"nonadmin"}})";

const Shape nameValueShape{{{"name", K::Text, true}, {"value", K::Text}}};
const Shape metadataShape{{{"name", K::Text, true}, {"value", K::Text, true}}};

const Shape autoUserShape{{
    {"scope", K::Choice, false, nullptr, {"pool", "task"}, "\"pool\""},
    {"elevationLevel", K::Choice, false, nullptr, {"nonadmin", "admin"}, "\"nonadmin\""},
}};
const Shape userIdentityShape{{
    {"username", K::Text},
    {"autoUser", K::Object, false, &autoUserShape},
}};

const Shape resourceFileShape{{
    {"autoStorageContainerName", K::Unsupported},
    {"storageContainerUrl", K::Text},
    {"httpUrl", K::Text},
    {"blobPrefix", K::Text},
    {"filePath", K::Text},
    {"fileMode", K::Text},
}};

const Shape outputContainerShape{{
    {"containerUrl", K::Text, true},
    {"path", K::Text},
    {"uploadHeaders", K::List, false, &nameValueShape},
}};
const Shape outputDestinationShape{{
    {"container", K::Object, true, &outputContainerShape},
}};
const Shape outputOptionsShape{{
    {"uploadCondition", K::Choice, true, nullptr, {"tasksuccess", "taskfailure", "taskcompletion"}},
}};
const Shape outputFileShape{{
    {"filePattern", K::Text, true},
    {"destination", K::Object, true, &outputDestinationShape},
    {"uploadOptions", K::Object, true, &outputOptionsShape},
}};

const Shape startTaskShape{{
    {"commandLine", K::Text, true},
    {"containerSettings", K::Unsupported},
    {"resourceFiles", K::List, false, &resourceFileShape},
    {"environmentSettings", K::List, false, &nameValueShape},
    {"userIdentity", K::Object, false, &userIdentityShape, {}, defaultIdentity},
    {"maxTaskRetryCount", K::Whole, false, nullptr, {}, "0"},
    {"waitForSuccess", K::Truth, false, nullptr, {}, "true"},
}};

const Shape imageReferenceShape{{
    {"publisher", K::Text},
    {"offer", K::Text},
    {"sku", K::Text},
    {"version", K::Text, false, nullptr, {}, "\"latest\""},
    {"virtualMachineImageId", K::Text},
    {"sharedGalleryImageId", K::Text},
    {"communityGalleryImageId", K::Text},
}};
const Shape virtualMachineShape{{
    {"imageReference", K::Object, true, &imageReferenceShape},
    {"nodeAgentSKUId", K::Text, true},
    {"containerConfiguration", K::Unsupported},
    {"licenseType", K::Text},
}};
const Shape schedulingPolicyShape{{
    {"nodeFillType", K::Choice, true, nullptr, {"Spread", "Pack"}},
    {"jobDefaultOrder", K::Choice, false, nullptr, {"none", "creationtime"}},
}};
const Shape userAccountShape{{
    {"name", K::Text, true},
    {"password", K::Secret, true},
    {"elevationLevel", K::Choice, false, nullptr, {"nonadmin", "admin"}, "\"nonadmin\""},
}};

constexpr const char *deallocationFallback = "\"requeue\"";

const std::vector<std::string_view> deallocations{"requeue", "terminate", "taskcompletion",
                                                  "retaineddata"};

const Shape taskConstraintsShape{{
    {"maxWallClockTime", K::Span, false, nullptr, {}, infinite},
    {"retentionTime", K::Span, false, nullptr, {}, "\"P7D\""},
    {"maxTaskRetryCount", K::Whole},
}};
const Shape jobConstraintsShape{{
    {"maxWallClockTime", K::Span, false, nullptr, {}, infinite},
    {"maxTaskRetryCount", K::Whole, false, nullptr, {}, "0"},
}};

const Shape preparationConstraintsShape{{
    {"maxWallClockTime", K::Span, false, nullptr, {}, infinite},
    {"retentionTime", K::Span, false, nullptr, {}, "\"P7D\""},
    {"maxTaskRetryCount", K::Whole, false, nullptr, {}, "0"},
}};
const Shape preparationShape{{
    {"id", K::Id, false, nullptr, {}, "\"jobpreparation\""},
    {"commandLine", K::Text, true},
    {"containerSettings", K::Unsupported},
    {"resourceFiles", K::List, false, &resourceFileShape},
    {"environmentSettings", K::List, false, &nameValueShape},
    {"constraints",
     K::Object,
     false,
     &preparationConstraintsShape,
     {},
     R"({"maxWallClockTime":"P10675199DT2H48M5.4775807S","retentionTime":"P7D","maxTaskRetryCount":0})"},
    {"waitForSuccess", K::Truth, false, nullptr, {}, "true"},
    {"userIdentity", K::Object, false, &userIdentityShape, {}, defaultIdentity},
    {"rerunOnNodeRebootAfterSuccess", K::Truth, false, nullptr, {}, "true"},
}};
const Shape releaseShape{{
    {"id", K::Id, false, nullptr, {}, "\"jobrelease\""},
    {"commandLine", K::Text, true},
    {"containerSettings", K::Unsupported},
    {"resourceFiles", K::List, false, &resourceFileShape},
    {"environmentSettings", K::List, false, &nameValueShape},
    {"maxWallClockTime", K::Span, false, nullptr, {}, "\"PT15M\""},
    {"retentionTime", K::Span, false, nullptr, {}, "\"P7D\""},
    {"userIdentity", K::Object, false, &userIdentityShape, {}, defaultIdentity},
}};
const Shape poolInfoShape{{
    {"poolId", K::Text},
    {"autoPoolSpecification", K::Unsupported},
}};

const Shape exitOptionsShape{{
    {"jobAction", K::Choice, false, nullptr, {"none", "disable", "terminate"}},
    {"dependencyAction", K::Choice, false, nullptr, {"satisfy", "block"}},
}};
const Shape exitCodeShape{{
    {"code", K::Whole, true},
    {"exitOptions", K::Object, true, &exitOptionsShape},
}};
const Shape exitRangeShape{{
    {"start", K::Whole, true},
    {"end", K::Whole, true},
    {"exitOptions", K::Object, true, &exitOptionsShape},
}};
const Shape exitConditionsShape{{
    {"exitCodes", K::List, false, &exitCodeShape},
    {"exitCodeRanges", K::List, false, &exitRangeShape},
    {"preProcessingError", K::Object, false, &exitOptionsShape},
    {"fileUploadError", K::Object, false, &exitOptionsShape},
    {"default", K::Object, false, &exitOptionsShape},
}};
const Shape idRangeShape{{{"start", K::Whole, true}, {"end", K::Whole, true}}};
const Shape dependsOnShape{{
    {"taskIds", K::TextList},
    {"taskIdRanges", K::List, false, &idRangeShape},
}};
const Shape affinityShape{{{"affinityId", K::Text, true}}};

void checkSpan(const Json &object, const char *name, Duration least, Duration most)
{
    if (!object.contains(name))
        return;
    const auto text = object[name].get<std::string>();
    const Duration span = *parseIsoDuration(text);
    if (span < least || span > most)
        throw ApiError::property(name, text,
                                 "The value must be between " + isoDuration(least) + " and "
                                     + isoDuration(most) + '.');
}

void checkRange(const Json &object, const char *name, int least, int most)
{
    if (!object.contains(name))
        return;
    const int value = object[name].get<int>();
    if (value < least || value > most)
        throw ApiError::property(name, std::to_string(value),
                                 "The value must be between " + std::to_string(least) + " and "
                                     + std::to_string(most) + '.');
}

void checkDisplayName(const Json &object)
{
    const auto name = object.value("displayName", std::string());
    const auto characters = std::count_if(name.begin(), name.end(), [](unsigned char c) {
        return (c & 0xC0) != 0x80; // counts UTF-8 sequences, not bytes
    });
    if (characters > 1024)
        throw ApiError::property("displayName", name, "The name may have 1024 characters.");
}

void checkCommand(const Json &object)
{
    const auto command = object.value("commandLine", std::string());
    if (object.contains("commandLine") && command.find_first_not_of(" \t") == std::string::npos)
        throw ApiError::property("commandLine", command, "The command line may not be empty.");
    if (object.contains("maxTaskRetryCount"))
        checkRange(object, "maxTaskRetryCount", -1, INT_MAX);
    for (const auto &file : object.value("resourceFiles", Json::array())) {
        if (file.contains("httpUrl") == file.contains("storageContainerUrl"))
            throw ApiError::property(
                "resourceFiles", file.value("filePath", std::string()),
                "Exactly one of httpUrl and storageContainerUrl must be given.");
        if (file.contains("httpUrl") && !file.contains("filePath"))
            throw ApiError::missing("resourceFiles.filePath");
    }
}

void checkMetadata(const Json &object)
{
    for (const auto &item : object.value("metadata", Json::array())) {
        if (item["name"].get<std::string>().empty())
            throw ApiError("EmptyMetadataKey");
    }
}

} // namespace

const Shape &poolShape()
{
    static const Shape shape{{
        {"id", K::Id, true},
        {"displayName", K::Text},
        {"vmSize", K::Text, true},
        {"virtualMachineConfiguration", K::Object, false, &virtualMachineShape},
        {"cloudServiceConfiguration", K::Unsupported},
        {"resizeTimeout", K::Span, false, nullptr, {}, "\"PT15M\""},
        {"targetDedicatedNodes", K::Whole, false, nullptr, {}, "0"},
        {"targetLowPriorityNodes", K::Whole, false, nullptr, {}, "0"},
        {"enableAutoScale", K::Unsupported},
        {"autoScaleFormula", K::Unsupported},
        {"enableInterNodeCommunication", K::Truth, false, nullptr, {}, "false"},
        {"startTask", K::Object, false, &startTaskShape},
        {"applicationPackageReferences", K::Unsupported},
        {"taskSlotsPerNode", K::Whole, false, nullptr, {}, "1"},
        {"taskSchedulingPolicy",
         K::Object,
         false,
         &schedulingPolicyShape,
         {},
         R"({"nodeFillType":"Spread"})"},
        {"userAccounts", K::List, false, &userAccountShape},
        {"metadata", K::List, false, &metadataShape},
        {"mountConfiguration", K::Unsupported},
        {"certificateReferences", K::Unsupported},
    }};
    return shape;
}

const Shape &poolPatchShape()
{
    // With the nodes gone, everything but the id and the targets may change.
    static const Shape shape = [] {
        Shape patch = poolShape();
        std::erase_if(patch.properties, [](const Property &property) {
            static const std::set<std::string_view> fixed{
                "id", "resizeTimeout", "targetDedicatedNodes", "targetLowPriorityNodes"};
            return fixed.contains(property.name);
        });
        return patch;
    }();
    return shape;
}

const Shape &poolPropertiesShape()
{
    static const Shape shape{{
        {"startTask", K::Object, false, &startTaskShape},
        {"applicationPackageReferences", K::Unsupported},
        {"certificateReferences", K::Unsupported},
        {"metadata", K::List, true, &metadataShape},
    }};
    return shape;
}

const Shape &resizeShape()
{
    static const Shape shape{{
        {"targetDedicatedNodes", K::Whole},
        {"targetLowPriorityNodes", K::Whole},
        {"resizeTimeout", K::Span, false, nullptr, {}, "\"PT15M\""},
        {"nodeDeallocationOption", K::Choice, false, nullptr, deallocations, deallocationFallback},
    }};
    return shape;
}

const Shape &removeNodesShape()
{
    static const Shape shape{{
        {"nodeList", K::TextList, true},
        {"resizeTimeout", K::Span, false, nullptr, {}, "\"PT15M\""},
        {"nodeDeallocationOption", K::Choice, false, nullptr, deallocations, deallocationFallback},
    }};
    return shape;
}

const Shape &nodeOptionShape()
{
    static const Shape shape{{
        {"nodeRebootOption", K::Choice, false, nullptr, deallocations, deallocationFallback},
        {"nodeDisableSchedulingOption",
         K::Choice,
         false,
         nullptr,
         {"requeue", "terminate", "taskcompletion"},
         deallocationFallback},
    }};
    return shape;
}

const Shape &jobShape()
{
    static const Shape shape{{
        {"id", K::Id, true},
        {"displayName", K::Text},
        {"usesTaskDependencies", K::Truth, false, nullptr, {}, "false"},
        {"priority", K::Whole, false, nullptr, {}, "0"},
        {"allowTaskPreemption", K::Truth, false, nullptr, {}, "false"},
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
        {"commonEnvironmentSettings", K::List, false, &nameValueShape},
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
        {"metadata", K::List, false, &metadataShape},
    }};
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

const Shape &taskShape()
{
    static const Shape shape{{
        {"id", K::Id, true},
        {"displayName", K::Text},
        {"commandLine", K::Text, true},
        {"exitConditions", K::Object, false, &exitConditionsShape},
        {"containerSettings", K::Unsupported},
        {"resourceFiles", K::List, false, &resourceFileShape},
        {"outputFiles", K::List, false, &outputFileShape},
        {"environmentSettings", K::List, false, &nameValueShape},
        {"affinityInfo", K::Object, false, &affinityShape},
        {"constraints",
         K::Object,
         false,
         &taskConstraintsShape,
         {},
         R"({"maxWallClockTime":"P10675199DT2H48M5.4775807S","retentionTime":"P7D"})"},
        {"requiredSlots", K::Whole, false, nullptr, {}, "1"},
        {"userIdentity", K::Object, false, &userIdentityShape, {}, defaultIdentity},
        {"multiInstanceSettings", K::Unsupported},
        {"dependsOn", K::Object, false, &dependsOnShape},
        {"applicationPackageReferences", K::Unsupported},
    }};
    return shape;
}

const Shape &taskUpdateShape()
{
    static const Shape shape{{
        {"constraints",
         K::Object,
         false,
         &taskConstraintsShape,
         {},
         R"({"maxWallClockTime":"P10675199DT2H48M5.4775807S","retentionTime":"P7D"})"},
    }};
    return shape;
}

void checkPool(const Json &pool)
{
    using std::chrono::hours;
    using std::chrono::minutes;
    checkSpan(pool, "resizeTimeout", minutes(5), hours(24 * 7));
    checkRange(pool, "targetDedicatedNodes", 0, INT_MAX);
    checkRange(pool, "targetLowPriorityNodes", 0, INT_MAX);
    checkRange(pool, "taskSlotsPerNode", 1, 256);
    checkDisplayName(pool);
    checkMetadata(pool);
    if (pool.contains("startTask"))
        checkCommand(pool["startTask"]);
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

void checkTask(const Json &task)
{
    checkCommand(task);
    checkDisplayName(task);
    checkRange(task, "requiredSlots", 1, 256);
    checkRange(task["constraints"], "maxTaskRetryCount", -1, INT_MAX);
    checkSpan(task["constraints"], "maxWallClockTime", Duration(1), unlimitedDuration);
    for (const auto &range :
         task.value("dependsOn", Json::object()).value("taskIdRanges", Json::array())) {
        if (range["start"] < 0 || range["end"] < range["start"])
            throw ApiError::property(
                "dependsOn.taskIdRanges", range.dump(),
                "A range starts at 0 or above and does not end before its start.");
    }
}

} // namespace Batchdesk::LocalService
