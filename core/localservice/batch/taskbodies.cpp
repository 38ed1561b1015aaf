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

} // namespace

const Shape &taskShape()
{
    static const Shape shape{{
        {"id", K::Id, true},
        {"displayName", K::Text},
        {"commandLine", K::Text, true},
        {"exitConditions", K::Object, false, &exitConditionsShape},
        Property{"containerSettings", K::Unsupported}.because(noContainers),
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
        {"multiInstanceSettings", K::Unsupported},
        {"dependsOn", K::Object, false, &dependsOnShape},
        {"applicationPackageReferences", K::Unsupported},
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
    for (const auto &range :
         task.value("dependsOn", Json::object()).value("taskIdRanges", Json::array())) {
        if (range["start"] < 0 || range["end"] < range["start"])
            throw ApiError::property(
                "dependsOn.taskIdRanges", range.dump(),
                "A range starts at 0 or above and does not end before its start.");
    }
}

} // namespace Batchdesk::LocalService
