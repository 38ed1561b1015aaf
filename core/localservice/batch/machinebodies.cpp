// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/machinebodies.h"

#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/bodyparts.h"

#include <algorithm>

namespace Batchdesk::LocalService {

namespace {

using K = Property::Kind;
using V = ApiVersion;

constexpr const char *noDisks =
    "Nodes on this computer share its disks and have none of their own.";
constexpr const char *noMachines = "Nodes on this computer are folders, not machines of their own.";
constexpr const char *noNetwork =
    "Nodes on this computer use its own network and have no addresses of their own.";

const std::vector<std::string_view> storageTypes{"standard_lrs", "premium_lrs", "standardssd_lrs"};
const std::vector<std::string_view> cachings{"none", "readonly", "readwrite"};

const Shape imageReferenceShape{{
    {"publisher", K::Text},
    {"offer", K::Text},
    {"sku", K::Text},
    {"version", K::Text, false, nullptr, {}, "\"latest\""},
    {"virtualMachineImageId", K::Text},
    Property{"sharedGalleryImageId", K::Text}.from(V::V2024_07),
    Property{"communityGalleryImageId", K::Text}.from(V::V2024_07),
}};
const Shape windowsShape{{{"enableAutomaticUpdates", K::Truth}}};
const Shape placementShape{{{"policy", K::Choice, false, nullptr, {"regional", "zonal"}}}};
const Shape ephemeralDiskShape{{{"placement", K::Choice, false, nullptr, {"CacheDisk"}}}};
const Shape diskSecurityShape{{
    {"securityEncryptionType",
     K::Choice,
     false,
     nullptr,
     {"DiskWithVMGuestState", "NonPersistedTPM", "VMGuestStateOnly"}},
}};
const Shape managedDiskShape{{
    {"storageAccountType", K::Choice, false, nullptr, storageTypes},
    Property{"securityProfile", K::Object, false, &diskSecurityShape}.from(V::V2024_07),
    Property{"diskEncryptionSet", K::Unsupported}.from(V::V2025_06).because(noDisks),
}};
const Shape osDiskShape{{
    {"ephemeralOSDiskSettings", K::Object, false, &ephemeralDiskShape},
    Property{"caching", K::Choice, false, nullptr, cachings}.from(V::V2023_11),
    Property{"managedDisk", K::Object, false, &managedDiskShape}.from(V::V2023_11),
    Property{"diskSizeGB", K::Whole}.from(V::V2023_11),
    Property{"writeAcceleratorEnabled", K::Truth}.from(V::V2023_11),
}};
const Shape bootShape{{
    {"secureBootEnabled", K::Truth},
    {"vTpmEnabled", K::Truth},
}};
const Shape securityShape{{
    Property{"encryptionAtHost", K::Unsupported}.because(noDisks),
    {"securityType", K::Choice, false, nullptr, {"trustedLaunch", "confidentialVM"}},
    {"uefiSettings", K::Object, false, &bootShape},
    Property{"proxyAgentSettings", K::Unsupported}.from(V::V2025_06).because(noMachines),
}};
const Shape artifactShape{{{"id", K::Text, true}}};

const Shape osUpgradeShape{{
    {"disableAutomaticRollback", K::Truth},
    {"enableAutomaticOSUpgrade", K::Truth},
    {"useRollingUpgradePolicy", K::Truth},
    {"osRollingUpgradeDeferral", K::Truth},
}};
const Shape rollingUpgradeShape{{
    {"enableCrossZoneUpgrade", K::Truth},
    {"maxBatchInstancePercent", K::Whole},
    {"maxUnhealthyInstancePercent", K::Whole},
    {"maxUnhealthyUpgradedInstancePercent", K::Whole},
    {"pauseTimeBetweenBatches", K::Span},
    {"prioritizeUnhealthyInstances", K::Truth},
    {"rollbackFailedInstancesOnPolicyBreach", K::Truth},
}};

const Shape publicAddressShape{{
    {"provision",
     K::Choice,
     false,
     nullptr,
     {"batchmanaged", "usermanaged", "nopublicipaddresses"}},
    Property{"ipAddressIds", K::Unsupported}.because(noNetwork),
    Property{"ipFamilies", K::Unsupported}.from(V::V2025_06).because(noNetwork),
    Property{"ipTags", K::Unsupported}.from(V::V2025_06).because(noNetwork),
}};

} // namespace

const Shape &virtualMachineShape()
{
    static const Shape shape{{
        {"imageReference", K::Object, true, &imageReferenceShape},
        {"nodeAgentSKUId", K::Text, true},
        {"windowsConfiguration", K::Object, false, &windowsShape},
        Property{"dataDisks", K::Unsupported}.because(noDisks),
        {"licenseType", K::Text},
        Property{"containerConfiguration", K::Unsupported}.because(noContainers),
        Property{"diskEncryptionConfiguration", K::Unsupported}.because(noDisks),
        {"nodePlacementConfiguration", K::Object, false, &placementShape},
        Property{"extensions", K::Unsupported}.because(noMachines),
        {"osDisk", K::Object, false, &osDiskShape},
        Property{"securityProfile", K::Object, false, &securityShape}.from(V::V2023_11),
        Property{"serviceArtifactReference", K::Object, false, &artifactShape}.from(V::V2023_11),
    }};
    return shape;
}

const Shape &poolNetworkShape()
{
    static const Shape shape{{
        Property{"subnetId", K::Unsupported}.because(noNetwork),
        {"dynamicVNetAssignmentScope", K::Choice, false, nullptr, {"none", "job"}},
        Property{"endpointConfiguration", K::Unsupported}.because(noNetwork),
        {"publicIPAddressConfiguration", K::Object, false, &publicAddressShape},
        Property{"enableAcceleratedNetworking", K::Truth}.from(V::V2023_05),
    }};
    return shape;
}

const Shape &upgradePolicyShape()
{
    static const Shape shape{{
        {"mode", K::Choice, true, nullptr, {"automatic", "manual", "rolling"}},
        {"automaticOSUpgradePolicy", K::Object, false, &osUpgradeShape},
        {"rollingUpgradePolicy", K::Object, false, &rollingUpgradeShape},
    }};
    return shape;
}

void checkMachines(const Json &pool)
{
    const auto refuseWhen = [&pool](const char *pointer, std::string_view value,
                                    const char *reason) {
        const Json::json_pointer at(pointer);
        if (pool.contains(at) && pool[at] == value) {
            std::string name = pointer + 1;
            std::replace(name.begin(), name.end(), '/', '.');
            throw ApiError("UnsupportedProperty", {{"PropertyName", name}, {"Reason", reason}});
        }
    };
    refuseWhen("/networkConfiguration/dynamicVNetAssignmentScope", "job", noNetwork);
    refuseWhen("/networkConfiguration/publicIPAddressConfiguration/provision", "usermanaged",
               noNetwork);
    refuseWhen("/virtualMachineConfiguration/securityProfile/securityType", "confidentialVM",
               noMachines);
}

} // namespace Batchdesk::LocalService
