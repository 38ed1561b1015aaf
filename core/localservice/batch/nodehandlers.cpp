// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/encode.h"
#include "core/localservice/batch/nodebodies.h"
#include "core/localservice/batch/nodestate.h"
#include "core/localservice/batch/routes.h"

namespace Batchdesk::LocalService {

namespace {

Response list(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        const Pool &pool = found(model.pools, x.id(0), "PoolNotFound");
        return pageOf(
            x, "nodes", pool.nodes, [&](const Node &node) { return fieldsOf(node, x.version()); },
            [&](const Node &node) { return encode(x.base(), model, pool, node, x.version()); });
    });
}

Response get(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        const Pool &pool = found(model.pools, x.id(0), "PoolNotFound");
        const Node &node = found(pool.nodes, x.id(1), "NodeNotFound");
        return x.element("nodes", encode(x.base(), model, pool, node, x.version()));
    });
}

Disposal optionOf(const Exchange &x, const Shape &shape)
{
    const Json options = conform(x.body(true), shape, x.version());
    return disposalOf(options.front().get<std::string>());
}

Response reboot(Exchange &x)
{
    x.engine().rebootNode(x.id(0), x.id(1), optionOf(x, rebootShape()));
    return x.empty(202);
}

const Node &foundNode(const Model &model, const Exchange &x)
{
    return found(found(model.pools, x.id(0), "PoolNotFound").nodes, x.id(1), "NodeNotFound");
}

[[noreturn]] void refuse(Exchange &x, std::string_view reason)
{
    x.engine().read([&](const Model &model) { foundNode(model, x); });
    throw ApiError::because("OperationNotValidOnNode", reason);
}

// As long as there were pools of cloud services, only their nodes could be reimaged, and nodes of
// virtual machines were seen to answer OperationNotValidOnNode. The versions that no longer know
// the former still have the operation: there it can only mean the latter.
Response reimage(Exchange &x)
{
    const Disposal disposal = optionOf(x, reimageShape());
    if (x.version() < ApiVersion::V2024_07)
        refuse(x, "Nodes of virtual machines cannot be reimaged in this version of the API.");
    x.engine().reimageNode(x.id(0), x.id(1), disposal);
    return x.empty(202);
}

Response start(Exchange &x)
{
    x.engine().startNode(x.id(0), x.id(1));
    return x.empty(202);
}

Response deallocate(Exchange &x)
{
    x.engine().deallocateNode(x.id(0), x.id(1), optionOf(x, deallocateShape()));
    return x.empty(202);
}

Response disableScheduling(Exchange &x)
{
    x.engine().disableScheduling(x.id(0), x.id(1), optionOf(x, disableSchedulingShape()));
    return x.empty(200);
}

Response enableScheduling(Exchange &x)
{
    x.engine().enableScheduling(x.id(0), x.id(1));
    return x.empty(200);
}

// No login is offered, even if this computer has one: it would not know the users of the node.
Response remoteLogin(Exchange &x)
{
    refuse(x, "Nodes on this computer are folders: there is nothing to log in to.");
}

Response extensions(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        foundNode(model, x);
        return x.list("extensions", Json::array());
    });
}

Response extension(Exchange &x)
{
    return x.engine().read([&](const Model &model) -> Response {
        foundNode(model, x);
        throw ApiError("ResourceNotFound");
    });
}

} // namespace

std::vector<Route> nodeRoutes()
{
    return {
        {"ComputeNode_List", "GET", "pools/{}/nodes", list},
        {"ComputeNode_Get", "GET", "pools/{}/nodes/{}", get},
        {"ComputeNode_Reboot", "POST", "pools/{}/nodes/{}/reboot", reboot},
        {"ComputeNode_Reimage", "POST", "pools/{}/nodes/{}/reimage", reimage},
        {"ComputeNode_Start", "POST", "pools/{}/nodes/{}/start", start},
        {"ComputeNode_Deallocate", "POST", "pools/{}/nodes/{}/deallocate", deallocate},
        {"ComputeNode_DisableScheduling", "POST", "pools/{}/nodes/{}/disablescheduling",
         disableScheduling},
        {"ComputeNode_EnableScheduling", "POST", "pools/{}/nodes/{}/enablescheduling",
         enableScheduling},
        {"ComputeNode_GetRemoteLoginSettings", "GET", "pools/{}/nodes/{}/remoteloginsettings",
         remoteLogin},
        {"ComputeNode_GetRemoteDesktop", "GET", "pools/{}/nodes/{}/rdp", remoteLogin},
        {"ComputeNodeExtension_List", "GET", "pools/{}/nodes/{}/extensions", extensions},
        {"ComputeNodeExtension_Get", "GET", "pools/{}/nodes/{}/extensions/{}", extension},
    };
}

} // namespace Batchdesk::LocalService
