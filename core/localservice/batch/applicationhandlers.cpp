// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/routes.h"

namespace Batchdesk::LocalService {

std::vector<Route> applicationRoutes()
{
    return {
        {"Application_List", "GET", "applications",
         [](Exchange &x) { return x.list("applications", Json::array()); }},
        {"Application_Get", "GET", "applications/{}",
         [](Exchange &) -> Response { throw ApiError("ApplicationNotFound"); }},
    };
}

} // namespace Batchdesk::LocalService
