// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/encode.h"
#include "core/localservice/batch/routes.h"
#include "core/localservice/batch/shape.h"

namespace Batchdesk::LocalService {

namespace {

Response list(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        const Pool &pool = found(model.pools, x.id(0), "PoolNotFound");
        return pageOf(
            x, "nodes", pool.nodes, [](const Node &node) { return fieldsOf(node); },
            [&](const Node &node) { return encode(x.base(), pool, node); });
    });
}

Response get(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        const Pool &pool = found(model.pools, x.id(0), "PoolNotFound");
        const Node &node = found(pool.nodes, x.id(1), "NodeNotFound");
        return x.element("nodes", encode(x.base(), pool, node));
    });
}

Response reboot(Exchange &x)
{
    const Json options = conform(x.body(true), rebootShape(), x.version());
    x.engine().rebootNode(x.id(0), x.id(1),
                          disposalOf(options["nodeRebootOption"].get<std::string>()));
    return x.empty(202);
}

Response disableScheduling(Exchange &x)
{
    const Json options = conform(x.body(true), disableSchedulingShape(), x.version());
    x.engine().disableScheduling(
        x.id(0), x.id(1), disposalOf(options["nodeDisableSchedulingOption"].get<std::string>()));
    return x.empty(200);
}

Response enableScheduling(Exchange &x)
{
    x.engine().enableScheduling(x.id(0), x.id(1));
    return x.empty(200);
}

// Whatever needs a machine of its own behind the node.
Response refuse(Exchange &x)
{
    return x.engine().read([&](const Model &model) -> Response {
        const Pool &pool = found(model.pools, x.id(0), "PoolNotFound");
        found(pool.nodes, x.id(1), "NodeNotFound");
        throw ApiError::because("OperationNotValidOnNode",
                                "Nodes on this computer are folders, not machines of their own.");
    });
}

} // namespace

std::vector<Route> nodeRoutes()
{
    std::vector<Route> routes{
        {"ComputeNode_List", "GET", "pools/{}/nodes", list},
        {"ComputeNode_Get", "GET", "pools/{}/nodes/{}", get},
        {"ComputeNode_Reboot", "POST", "pools/{}/nodes/{}/reboot", reboot},
        {"ComputeNode_DisableScheduling", "POST", "pools/{}/nodes/{}/disablescheduling",
         disableScheduling},
        {"ComputeNode_EnableScheduling", "POST", "pools/{}/nodes/{}/enablescheduling",
         enableScheduling},
        {"ComputeNode_GetRemoteLoginSettings", "GET", "pools/{}/nodes/{}/remoteloginsettings",
         refuse},
        {"ComputeNode_GetRemoteDesktop", "GET", "pools/{}/nodes/{}/rdp", refuse},
        {"ComputeNodeExtension_List", "GET", "pools/{}/nodes/{}/extensions",
         [](Exchange &x) { return x.list("extensions", Json::array()); }},
    };
    for (const auto &[operation, action] :
         {std::pair{"ComputeNode_Reimage", "pools/{}/nodes/{}/reimage"},
          std::pair{"ComputeNode_Start", "pools/{}/nodes/{}/start"},
          std::pair{"ComputeNode_Deallocate", "pools/{}/nodes/{}/deallocate"},
          std::pair{"ComputeNode_AddUser", "pools/{}/nodes/{}/users"},
          std::pair{"ComputeNode_UploadBatchServiceLogs",
                    "pools/{}/nodes/{}/uploadbatchservicelogs"}})
        routes.push_back({operation, "POST", action, refuse});
    routes.push_back({"ComputeNode_UpdateUser", "PUT", "pools/{}/nodes/{}/users/{}", refuse});
    routes.push_back({"ComputeNode_DeleteUser", "DELETE", "pools/{}/nodes/{}/users/{}", refuse});
    return routes;
}

} // namespace Batchdesk::LocalService
