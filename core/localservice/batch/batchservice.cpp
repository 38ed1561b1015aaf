// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/batchservice.h"

#include "core/localservice/batch/routes.h"

#include <algorithm>

namespace Batchdesk::LocalService {

namespace {

// A route with its pattern taken apart.
struct Path
{
    Route route;
    std::vector<std::string_view> parts;

    // The ids in the path, or nothing when it is another path.
    std::optional<std::vector<std::string>> match(const std::vector<std::string> &segments) const
    {
        const bool open = parts.back() == "{*}";
        if (open ? segments.size() < parts.size() : segments.size() != parts.size())
            return std::nullopt;
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i] == "{*}") {
                // Clients send the path of a file as one segment or as several.
                std::string rest = segments[i];
                for (std::size_t j = i + 1; j < segments.size(); ++j)
                    rest += '/' + segments[j];
                ids.push_back(std::move(rest));
            } else if (!matchPart(parts[i], segments[i], ids)) {
                return std::nullopt;
            }
        }
        return ids;
    }

private:
    static bool matchPart(std::string_view part, std::string_view segment,
                          std::vector<std::string> &ids)
    {
        const auto hole = part.find("{}");
        if (hole == std::string_view::npos)
            return part == segment;
        const auto before = part.substr(0, hole);
        const auto after = part.substr(hole + 2);
        if (segment.size() <= before.size() + after.size() || !segment.starts_with(before)
            || !segment.ends_with(after))
            return false;
        segment.remove_prefix(before.size());
        segment.remove_suffix(after.size());
        ids.emplace_back(segment);
        return true;
    }
};

std::vector<std::string_view> partsOf(std::string_view pattern)
{
    std::vector<std::string_view> parts;
    while (true) {
        const auto slash = pattern.find('/');
        parts.push_back(pattern.substr(0, slash));
        if (slash == std::string_view::npos)
            return parts;
        pattern.remove_prefix(slash + 1);
    }
}

std::vector<Route> allRoutes()
{
    std::vector<Route> routes;
    for (auto part : {poolRoutes, autoScaleRoutes, accountRoutes, nodeRoutes, nodeUserRoutes,
                      nodeLogRoutes, jobRoutes, jobScheduleRoutes, taskRoutes, fileRoutes,
                      applicationRoutes, certificateRoutes}) {
        for (auto &route : part())
            routes.push_back(std::move(route));
    }
    return routes;
}

EngineOptions engineOptions(const BatchServiceOptions &options)
{
    std::error_code error;
    std::filesystem::create_directories(options.stateDirectory / "nodes", error);
    if (error)
        throw ServiceError("The folder " + options.stateDirectory.string() + " cannot be used: "
                           + error.message() + ". Choose a folder you may write to.");
    EngineOptions result;
    result.around = {options.stateDirectory, options.account, options.endpoint,
                     options.stateDirectory.parent_path() / "applications", options.ownContainer};
    result.meter = Autoscale::makeMachineMeter(options.stateDirectory / "nodes");
    result.maxNodes = options.maxNodes;
    result.maxActiveJobs = options.maxActiveJobs;
    result.runner = options.runner;
    result.clock = options.clock;
    return result;
}

} // namespace

class BatchService::Private
{
public:
    explicit Private(const BatchServiceOptions &options)
        : engine(engineOptions(options))
    {
        for (auto &route : allRoutes()) {
            const auto parts = partsOf(route.pattern);
            paths.push_back({std::move(route), parts});
        }
    }

    Response answer(Exchange &exchange)
    {
        try {
            return dispatch(exchange);
        } catch (const ApiError &error) {
            return exchange.error(error);
        } catch (const StoreError &error) {
            return exchange.error(ApiError::because("ServerBusy", error.what()));
        } catch (const std::exception &error) {
            return exchange.error(ApiError::because("InternalError", error.what()));
        }
    }

    Response dispatch(Exchange &exchange)
    {
        auto segments = exchange.request().segments;
        std::erase(segments, std::string());
        const auto version = parseApiVersion(exchange.request().query.value("api-version"))
                                 .value_or(newestApiVersion);
        bool known = false;
        for (const auto &path : paths) {
            const OperationRules &rules = rulesOf(path.route.operation);
            auto ids = rules.isIn(version) ? path.match(segments) : std::nullopt;
            if (!ids)
                continue;
            known = true;
            if (path.route.method != exchange.request().method)
                continue;
            exchange.setOperation(path.route.operation, std::move(*ids));
            exchange.readVersion();
            exchange.checkAgainst(rules);
            return path.route.answer(exchange);
        }
        throw ApiError(known ? "UnsupportedHttpVerb" : "ResourceNotFound");
    }

    Engine engine;
    std::vector<Path> paths;
};

BatchService::BatchService(const BatchServiceOptions &options)
try : d(std::make_unique<Private>(options)) {
} catch (const StoreError &error) {
    throw ServiceError(error.what());
} catch (const std::filesystem::filesystem_error &error) {
    throw ServiceError("The folder " + options.stateDirectory.string() + " cannot be used: "
                       + error.code().message() + ". Choose a folder you may write to.");
}

BatchService::~BatchService() = default;

Response BatchService::handle(const Request &request)
{
    Exchange exchange(request, d->engine);
    Response response = d->answer(exchange);
    response.operation = exchange.operation();
    return response;
}

std::vector<ServiceOperation> BatchService::operations()
{
    std::vector<ServiceOperation> operations;
    for (const Route &route : allRoutes())
        operations.push_back({"batch", std::string(route.operation), std::string(route.method),
                              '/' + std::string(route.pattern)});
    return operations;
}

bool BatchService::isIdle() const
{
    return d->engine.isIdle();
}

} // namespace Batchdesk::LocalService
