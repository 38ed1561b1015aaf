// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/bodyparts.h"

#include <climits>

// What the bodies of tasks may hold, and what is put in where they are silent.
namespace Batchdesk::LocalService {

namespace {

using K = Property::Kind;

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
const Shape registryShape{{
    {"username", K::Text},
    {"password", K::Secret},
    {"registryServer", K::Text},
    Property{"identityReference", K::Unsupported}.from(ApiVersion::V2021_06).because(noIdentities),
}};
const Shape bindMountShape{{
    {"source",
     K::Choice,
     false,
     nullptr,
     {"Shared", "Startup", "VfsMounts", "Task", "JobPrep", "Applications"}},
    {"isReadOnly", K::Truth},
}};
// Taken as it is: the task fails with ContainerInvalidSettings, as on any pool without containers.
const Shape containerSettingsShape{{
    {"imageName", K::Text, true},
    {"containerRunOptions", K::Text},
    {"registry", K::Object, false, &registryShape},
    {"workingDirectory",
     K::Choice,
     false,
     nullptr,
     {"taskWorkingDirectory", "containerImageDefault"}},
    Property{"containerHostBatchBindMounts", K::List, false, &bindMountShape}.from(
        ApiVersion::V2024_07),
}};

// The longest lists of tasks to depend on, counted in characters.
constexpr std::size_t longestDependencies = 64000;

void checkDependencies(const Json &parents)
{
    std::size_t length = 0;
    for (const auto &id : parents.value("taskIds", Json::array()))
        length += id.get_ref<const std::string &>().size();
    if (length > longestDependencies)
        throw ApiError("TaskDependencyListTooLong");
    length = 0;
    for (const auto &range : parents.value("taskIdRanges", Json::array())) {
        if (range["start"] < 0 || range["end"] < range["start"])
            throw ApiError::property(
                "dependsOn.taskIdRanges", range.dump(),
                "A range starts at 0 or above and does not end before its start.");
        length += range["start"].dump().size() + range["end"].dump().size();
    }
    if (length > longestDependencies)
        throw ApiError("TaskDependencyRangesTooLong");
}

} // namespace

const Shape &taskShape()
{
    static const Shape shape{{
        {"id", K::Id, true},
        {"displayName", K::Text},
        {"commandLine", K::Text, true},
        {"exitConditions", K::Object, false, &exitConditionsShape},
        {"containerSettings", K::Object, false, &containerSettingsShape},
        {"resourceFiles", K::List, false, &resourceFileShape()},
        {"outputFiles", K::List, false, &outputFileShape()},
        {"environmentSettings", K::List, false, &nameValueShape()},
        {"affinityInfo", K::Object, false, &affinityShape},
        {"constraints",
         K::Object,
         false,
         &taskConstraintsShape(),
         {},
         R"({"maxWallClockTime":"P10675199DT2H48M5.4775807S","retentionTime":"P7D"})"},
        Property{"requiredSlots", K::Whole, false, nullptr, {}, "1"}.from(ApiVersion::V2020_09),
        {"userIdentity", K::Object, false, &userIdentityShape(), {}, defaultIdentity},
        Property{"multiInstanceSettings", K::Unsupported}.because(
            "Tasks on this computer run on one node; start the processes of one task from its "
            "command."),
        {"dependsOn", K::Object, false, &dependsOnShape},
        {"applicationPackageReferences", K::List, false, &packageReferenceShape()},
        Property{"authenticationTokenSettings", K::Unsupported}.because(
            "Azure has retired task authentication tokens."),
    }};
    return shape;
}

const Shape &taskCollectionShape()
{
    static const Shape shape{{{"value", K::List, true, &taskShape()}}};
    return shape;
}

const Shape &taskUpdateShape()
{
    static const Shape shape{{
        {"constraints",
         K::Object,
         false,
         &taskConstraintsShape(),
         {},
         R"({"maxWallClockTime":"P10675199DT2H48M5.4775807S","retentionTime":"P7D"})"},
    }};
    return shape;
}

void checkTask(const Json &task)
{
    checkCommand(task);
    checkDisplayName(task);
    checkRange(task, "requiredSlots", 1, 256);
    checkRange(task["constraints"], "maxTaskRetryCount", -1, INT_MAX);
    checkSpan(task["constraints"], "maxWallClockTime", Duration(1), unlimitedDuration);
    if (task.contains("dependsOn"))
        checkDependencies(task["dependsOn"]);
}

} // namespace Batchdesk::LocalService
