// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/nodebodies.h"
#include "core/localservice/batch/routes.h"

// The accounts of nodes. Passwords and keys are looked at and forgotten.
namespace Batchdesk::LocalService {

namespace {

constexpr std::size_t longestName = 20;

// A secret that was given, and is a string: conform() has checked that and left it out.
bool isGiven(const Json &body, const char *name)
{
    const auto at = body.find(name);
    return at != body.end() && !at->is_null();
}

NodeUser userOf(const Exchange &x, const Json &body, const Json &conformed)
{
    NodeUser user;
    user.isAdmin = conformed.value("isAdmin", false);
    user.hasPassword = isGiven(body, "password");
    user.hasPublicKey = isGiven(body, "sshPublicKey");
    user.expiryTime = x.engine().now() + std::chrono::days(1);
    if (conformed.contains("expiryTime")) {
        const auto text = conformed["expiryTime"].get<std::string>();
        user.expiryTime = *parseIsoTime(text);
        if (user.expiryTime <= x.engine().now())
            throw ApiError::property("expiryTime", text, "The time must be in the future.");
    }
    return user;
}

Response add(Exchange &x)
{
    const Json body = x.body();
    const Json conformed = conform(body, nodeUserShape(), x.version());
    const auto name = conformed["name"].get<std::string>();
    if (name.empty() || name.size() > longestName)
        throw ApiError::property("name", name, "A name has 1 to 20 characters.");
    x.engine().addNodeUser(x.id(0), x.id(1), name, userOf(x, body, conformed));
    return x.empty(201);
}

Response update(Exchange &x)
{
    const Json body = x.body();
    const Json conformed = conform(body, nodeUserUpdateShape(), x.version());
    x.engine().updateNodeUser(x.id(0), x.id(1), x.id(2), userOf(x, body, conformed));
    return x.empty(200);
}

Response remove(Exchange &x)
{
    x.engine().deleteNodeUser(x.id(0), x.id(1), x.id(2));
    return x.empty(200);
}

} // namespace

std::vector<Route> nodeUserRoutes()
{
    return {
        {"ComputeNode_AddUser", "POST", "pools/{}/nodes/{}/users", add},
        {"ComputeNode_UpdateUser", "PUT", "pools/{}/nodes/{}/users/{}", update},
        {"ComputeNode_DeleteUser", "DELETE", "pools/{}/nodes/{}/users/{}", remove},
    };
}

} // namespace Batchdesk::LocalService
