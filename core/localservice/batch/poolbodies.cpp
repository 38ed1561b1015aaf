// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/bodyparts.h"

#include <chrono>
#include <climits>
#include <set>

// What the bodies of pools may hold, and what is put in where they are silent.
namespace Batchdesk::LocalService {

namespace {

using K = Property::Kind;

const Shape startTaskShape{{
    {"commandLine", K::Text, true},
    {"containerSettings", K::Unsupported},
    {"resourceFiles", K::List, false, &resourceFileShape()},
    {"environmentSettings", K::List, false, &nameValueShape()},
    {"userIdentity", K::Object, false, &userIdentityShape(), {}, defaultIdentity},
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
        {"metadata", K::List, false, &metadataShape()},
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
        {"metadata", K::List, true, &metadataShape()},
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
    if (pool.contains("startTask"))
        checkCommand(pool["startTask"]);
}

} // namespace Batchdesk::LocalService
