// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/bodyparts.h"
#include "core/localservice/batch/encode.h"
#include "core/localservice/batch/poolstatistics.h"
#include "core/localservice/batch/routes.h"
#include "core/localservice/batch/shape.h"

namespace Batchdesk::LocalService {

namespace {

Response add(Exchange &x)
{
    Json spec = conform(x.body(), poolShape(), x.version());
    checkPool(spec);
    lowerVmSize(spec);
    const std::string location = x.base() + "/pools/" + spec["id"].get<std::string>();
    return x.created(x.engine().addPool(std::move(spec)), location);
}

// With $expand=stats: what its nodes came to; else as it is.
Json shown(const Exchange &x, const Pool &pool)
{
    Json json = encode(x.base(), pool);
    if (x.expandsStats())
        json["stats"] = encodePoolStatistics(json["url"], pool, x.engine().now());
    return json;
}

Response list(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        return pageOf(
            x, "pools", model.pools, [](const Pool &pool) { return fieldsOf(pool); },
            [&](const Pool &pool) { return shown(x, pool); });
    });
}

Response get(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        const Pool &pool = found(model.pools, x.id(0), "PoolNotFound");
        return x.element("pools", shown(x, pool), &pool.revision);
    });
}

Response exists(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        const Pool &pool = found(model.pools, x.id(0), "PoolNotFound");
        return x.empty(x.condition().met(pool.revision) ? 200 : 304, &pool.revision);
    });
}

Response remove(Exchange &x)
{
    x.engine().deletePool(x.id(0), x.condition());
    return x.empty(202);
}

Response patch(Exchange &x)
{
    Json changes = conform(x.body(), poolPatchShape(), x.version(), true);
    checkPool(changes);
    lowerVmSize(changes);
    const Revision revision = x.engine().patchPool(x.id(0), changes, x.condition());
    return x.empty(200, &revision);
}

Response updateProperties(Exchange &x)
{
    Json given = conform(x.body(), poolPropertiesShape(), x.version());
    checkPool(given);
    if (!given.contains("startTask"))
        given["startTask"] = nullptr; // it replaces all three, so what is left out goes
    const Revision revision = x.engine().patchPool(x.id(0), given, {});
    return x.empty(204, &revision);
}

Response resize(Exchange &x)
{
    const Json request = conform(x.body(), resizeShape(), x.version());
    if (!request.contains("targetDedicatedNodes") && !request.contains("targetLowPriorityNodes"))
        throw ApiError::missing("targetDedicatedNodes");
    checkPool(request);
    const Revision revision = x.engine().resizePool(x.id(0), request, x.condition());
    return x.empty(202, &revision);
}

Response stopResize(Exchange &x)
{
    const Revision revision = x.engine().stopResize(x.id(0), x.condition());
    return x.empty(202, &revision);
}

Response removeNodes(Exchange &x)
{
    const Json request = conform(x.body(), removeNodesShape(), x.version());
    checkPool(request);
    const auto count = request["nodeList"].size();
    if (count < 1 || count > 100)
        throw ApiError::property("nodeList", std::to_string(count), "Name 1 to 100 nodes.");
    const Revision revision = x.engine().removeNodes(x.id(0), request, x.condition());
    return x.empty(202, &revision);
}

} // namespace

std::vector<Route> poolRoutes()
{
    return {
        {"Pool_Add", "POST", "pools", add},
        {"Pool_List", "GET", "pools", list},
        {"Pool_Get", "GET", "pools/{}", get},
        {"Pool_Exists", "HEAD", "pools/{}", exists},
        {"Pool_Delete", "DELETE", "pools/{}", remove},
        {"Pool_Patch", "PATCH", "pools/{}", patch},
        {"Pool_UpdateProperties", "POST", "pools/{}/updateproperties", updateProperties},
        {"Pool_Resize", "POST", "pools/{}/resize", resize},
        {"Pool_StopResize", "POST", "pools/{}/stopresize", stopResize},
        {"Pool_RemoveNodes", "POST", "pools/{}/removenodes", removeNodes},
    };
}

} // namespace Batchdesk::LocalService
