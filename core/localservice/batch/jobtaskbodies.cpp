// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/jobtaskbodies.h"

#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/bodyparts.h"

#include <chrono>
#include <climits>

namespace Batchdesk::LocalService {

namespace {

using K = Property::Kind;

const Shape preparationConstraintsShape{{
    {"maxWallClockTime", K::Span, false, nullptr, {}, infiniteSpan},
    {"retentionTime", K::Span, false, nullptr, {}, "\"P7D\""},
    {"maxTaskRetryCount", K::Whole, false, nullptr, {}, "0"},
}};

bool sameId(const Json &a, const Json &b)
{
    const auto &left = a.get_ref<const std::string &>();
    const auto &right = b.get_ref<const std::string &>();
    return !IdLess()(left, right) && !IdLess()(right, left);
}

void checkDifferent(const Json &job, const char *one, const char *other)
{
    if (job.contains(one) && job.contains(other) && sameId(job[one]["id"], job[other]["id"]))
        throw ApiError::property(std::string(one) + ".id", job[one]["id"].get<std::string>(),
                                 std::string("It is the id of the ") + other + " too.");
}

} // namespace

const Shape &jobManagerShape()
{
    static const Shape shape{{
        {"id", K::Id, true},
        {"displayName", K::Text},
        {"commandLine", K::Text, true},
        Property{"containerSettings", K::Unsupported}.because(noContainers),
        {"resourceFiles", K::List, false, &resourceFileShape()},
        {"outputFiles", K::List, false, &outputFileShape()},
        {"environmentSettings", K::List, false, &nameValueShape()},
        {"constraints",
         K::Object,
         false,
         &taskConstraintsShape(),
         {},
         R"({"maxWallClockTime":"P10675199DT2H48M5.4775807S","retentionTime":"P7D"})"},
        Property{"requiredSlots", K::Whole, false, nullptr, {}, "1"}.from(ApiVersion::V2020_09),
        {"killJobOnCompletion", K::Truth, false, nullptr, {}, "true"},
        {"userIdentity", K::Object, false, &userIdentityShape(), {}, defaultIdentity},
        {"runExclusive", K::Truth, false, nullptr, {}, "true"},
        {"applicationPackageReferences", K::List, false, &packageReferenceShape()},
        Property{"authenticationTokenSettings", K::Unsupported}.because(
            "Azure has retired task authentication tokens."),
        {"allowLowPriorityNode", K::Truth, false, nullptr, {}, "true"},
    }};
    return shape;
}

const Shape &jobPreparationShape()
{
    static const Shape shape{{
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
    return shape;
}

const Shape &jobReleaseShape()
{
    static const Shape shape{{
        {"id", K::Id, false, nullptr, {}, "\"jobrelease\""},
        {"commandLine", K::Text, true},
        Property{"containerSettings", K::Unsupported}.because(noContainers),
        {"resourceFiles", K::List, false, &resourceFileShape()},
        {"environmentSettings", K::List, false, &nameValueShape()},
        {"maxWallClockTime", K::Span, false, nullptr, {}, "\"PT15M\""},
        {"retentionTime", K::Span, false, nullptr, {}, "\"P7D\""},
        {"userIdentity", K::Object, false, &userIdentityShape(), {}, defaultIdentity},
    }};
    return shape;
}

void checkJobTasks(const Json &job)
{
    if (job.contains("jobManagerTask"))
        checkTask(job["jobManagerTask"]);
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
    }
    checkDifferent(job, "jobReleaseTask", "jobPreparationTask");
    checkDifferent(job, "jobManagerTask", "jobPreparationTask");
    checkDifferent(job, "jobManagerTask", "jobReleaseTask");
}

} // namespace Batchdesk::LocalService
