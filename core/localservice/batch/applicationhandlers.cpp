// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/applications.h"
#include "core/localservice/batch/routes.h"

namespace Batchdesk::LocalService {

namespace {

Json encode(const Application &application)
{
    return {{"id", application.id},
            {"displayName", application.id},
            {"versions", application.versions}};
}

Response list(Exchange &x)
{
    std::map<std::string, Application> items;
    for (auto &application : Applications(x.engine().surroundings().applications).all())
        items.emplace(application.id, application);
    return pageOf(
        x, "applications", items,
        [](const Application &) { return [](std::string_view) -> FilterValue { return {}; }; },
        [](const Application &application) { return encode(application); });
}

Response get(Exchange &x)
{
    const auto application = Applications(x.engine().surroundings().applications).find(x.id(0));
    if (!application)
        throw ApiError("ApplicationNotFound");
    return x.element("applications", encode(*application));
}

} // namespace

std::vector<Route> applicationRoutes()
{
    return {
        {"Application_List", "GET", "applications", list},
        {"Application_Get", "GET", "applications/{}", get},
    };
}

} // namespace Batchdesk::LocalService
