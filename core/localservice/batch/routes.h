// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/exchange.h"

#include <functional>
#include <string_view>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief One operation of the REST API.
struct Route
{
    std::string_view operation; //!< Its name in the published description, as "Pool_Add".
    std::string_view method;
    //! Segments of the path; "{}" stands for an id, or for what of a segment is one, a last "{*}"
    //! for all that is left.
    std::string_view pattern;
    std::function<Response(Exchange &)> answer;
};

std::vector<Route> poolRoutes();
std::vector<Route> autoScaleRoutes();
std::vector<Route> accountRoutes();
std::vector<Route> nodeRoutes();
std::vector<Route> nodeUserRoutes();
std::vector<Route> nodeLogRoutes();
std::vector<Route> jobRoutes();
std::vector<Route> jobScheduleRoutes();
std::vector<Route> taskRoutes();
std::vector<Route> fileRoutes();
std::vector<Route> applicationRoutes();
std::vector<Route> certificateRoutes();

//! \brief The item of \a map, or ApiError \a code.
template <typename Map>
const typename Map::mapped_type &found(const Map &map, const std::string &id, std::string_view code)
{
    const auto at = map.find(id);
    if (at == map.end())
        throw ApiError(code);
    return at->second;
}

//! \brief The job in the form that the request asks for, statistics included.
Json encodeJob(const Exchange &x, const Job &job);
//! \brief A task that is not on its way out; throws JobNotFound or TaskNotFound.
const Task &foundTask(const Model &model, const std::string &jobId, const std::string &taskId);

} // namespace Batchdesk::LocalService
