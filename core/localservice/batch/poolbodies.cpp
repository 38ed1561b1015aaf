// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/autoscalebodies.h"
#include "core/localservice/batch/bodyparts.h"
#include "core/localservice/batch/machinebodies.h"

#include <chrono>
#include <climits>
#include <set>

// What the bodies of pools may hold, and what is put in where they are silent.
namespace Batchdesk::LocalService {

namespace {

using K = Property::Kind;

const Shape startTaskShape{{
    {"commandLine", K::Text, true},
    Property{"containerSettings", K::Unsupported}.because(noContainers),
    {"resourceFiles", K::List, false, &resourceFileShape()},
    {"environmentSettings", K::List, false, &nameValueShape()},
    {"userIdentity", K::Object, false, &userIdentityShape(), {}, defaultIdentity},
    {"maxTaskRetryCount", K::Whole, false, nullptr, {}, "0"},
    {"waitForSuccess", K::Truth, false, nullptr, {}, "true"},
}};

const Shape schedulingPolicyShape{{
    {"nodeFillType", K::Choice, true, nullptr, {"Spread", "Pack"}},
    Property{"jobDefaultOrder", K::Choice, false, nullptr, {"none", "creationtime"}}.from(
        ApiVersion::V2025_06),
}};
const Shape linuxUserShape{{
    {"uid", K::Whole},
    {"gid", K::Whole},
    {"sshPrivateKey", K::Secret},
}};
const Shape windowsUserShape{{
    {"loginMode", K::Choice, false, nullptr, {"batch", "interactive"}},
}};
const Shape userAccountShape{{
    {"name", K::Text, true},
    {"password", K::Secret, true},
    {"elevationLevel", K::Choice, false, nullptr, {"nonadmin", "admin"}, "\"nonadmin\""},
    {"linuxUserConfiguration", K::Object, false, &linuxUserShape},
    {"windowsUserConfiguration", K::Object, false, &windowsUserShape},
}};

constexpr const char *deallocationFallback = "\"requeue\"";

const std::vector<std::string_view> deallocations{"requeue", "terminate", "taskcompletion",
                                                  "retaineddata"};

constexpr const char *noCertificates =
    "Azure has retired certificates, and there are none on this computer.";

Property communicationMode()
{
    return Property{"targetNodeCommunicationMode",
                    K::Choice,
                    false,
                    nullptr,
                    {"default", "classic", "simplified"}}
        .from(ApiVersion::V2022_10)
        .before(ApiVersion::V2025_06);
}

} // namespace

const Shape &poolShape()
{
    static const Shape shape{{
        {"id", K::Id, true},
        {"displayName", K::Text},
        {"vmSize", K::Text, true},
        Property{"cloudServiceConfiguration", K::Unsupported}
            .before(ApiVersion::V2024_07)
            .because("Azure has retired it; use virtualMachineConfiguration."),
        {"virtualMachineConfiguration", K::Object, false, &virtualMachineShape()},
        {"networkConfiguration", K::Object, false, &poolNetworkShape()},
        {"resizeTimeout", K::Span, false, nullptr, {}, "\"PT15M\""},
        {"targetDedicatedNodes", K::Whole},
        {"targetLowPriorityNodes", K::Whole},
        {"enableAutoScale", K::Truth, false, nullptr, {}, "false"},
        {"autoScaleFormula", K::Text},
        {"autoScaleEvaluationInterval", K::Span},
        {"enableInterNodeCommunication", K::Truth, false, nullptr, {}, "false"},
        {"startTask", K::Object, false, &startTaskShape},
        Property{"certificateReferences", K::Unsupported}
            .before(ApiVersion::V2025_06)
            .because(noCertificates),
        {"applicationPackageReferences", K::List, false, &packageReferenceShape()},
        Property{"applicationLicenses", K::Unsupported}
            .before(ApiVersion::V2024_07)
            .because("There are no licences to lend on this computer."),
        Property{"taskSlotsPerNode", K::Whole, false, nullptr, {}, "1"}.from(ApiVersion::V2020_09),
        Property{"maxTasksPerNode", K::Whole}.before(ApiVersion::V2020_09).as("taskSlotsPerNode"),
        {"taskSchedulingPolicy",
         K::Object,
         false,
         &schedulingPolicyShape,
         {},
         R"({"nodeFillType":"Spread"})"},
        {"userAccounts", K::List, false, &userAccountShape},
        {"metadata", K::List, false, &metadataShape()},
        Property{"mountConfiguration", K::Unsupported}.because(
            "File systems cannot be mounted for the nodes of this computer."),
        communicationMode(),
        Property{"resourceTags", K::TextMap}
            .from(ApiVersion::V2023_11)
            .before(ApiVersion::V2025_06),
        Property{"upgradePolicy", K::Object, false, &upgradePolicyShape()}.from(
            ApiVersion::V2024_02),
    }};
    return shape;
}

const Shape &poolPatchShape()
{
    // With the nodes gone, everything but the id and the targets may change.
    static const Shape shape = [] {
        static const std::set<std::string_view> fixed{"id",
                                                      "cloudServiceConfiguration",
                                                      "resizeTimeout",
                                                      "targetDedicatedNodes",
                                                      "targetLowPriorityNodes",
                                                      "enableAutoScale",
                                                      "autoScaleFormula",
                                                      "autoScaleEvaluationInterval",
                                                      "applicationLicenses",
                                                      "maxTasksPerNode"};
        static const std::set<std::string_view> ever{"startTask", "certificateReferences",
                                                     "applicationPackageReferences", "metadata",
                                                     "targetNodeCommunicationMode"};
        Shape patch = poolShape();
        std::erase_if(patch.properties,
                      [](const Property &property) { return fixed.contains(property.name); });
        for (auto &property : patch.properties) {
            if (!ever.contains(property.name))
                property.since = ApiVersion::V2024_07;
        }
        return patch;
    }();
    return shape;
}

const Shape &poolPropertiesShape()
{
    static const Shape shape{{
        {"startTask", K::Object, false, &startTaskShape},
        {"applicationPackageReferences", K::List, false, &packageReferenceShape()},
        Property{"certificateReferences", K::Unsupported, true}
            .before(ApiVersion::V2025_06)
            .because(noCertificates),
        {"metadata", K::List, true, &metadataShape()},
        communicationMode(),
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
    checkMachines(pool);
    checkAutoScale(pool);
    if (pool.contains("enableAutoScale"))
        checkScaling(pool);
    if (pool.contains("startTask"))
        checkCommand(pool["startTask"]);
}

} // namespace Batchdesk::LocalService
