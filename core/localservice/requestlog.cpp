// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/requestlog.h"

#include "core/localservice/clock.h"
#include "core/localservice/http/httpdate.h"
#include "core/localservice/http/percentcode.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace Batchdesk::LocalService {

namespace {

constexpr std::size_t clientLimit = 80;

bool isKnownClient(std::string_view product)
{
    constexpr std::array<std::string_view, 5> known = {"azurecli", "azsdk-", "azure-batch/",
                                                       "rclone", "batchdesk"};
    const std::string name = Http::lowerCased(product);
    return std::any_of(known.begin(), known.end(),
                       [&](std::string_view part) { return name.starts_with(part); });
}

} // namespace

std::string clientName(std::string_view userAgent)
{
    std::string_view first;
    while (!userAgent.empty()) {
        const auto end = std::min(userAgent.find(' '), userAgent.size());
        const std::string_view product = userAgent.substr(0, std::min(end, clientLimit));
        if (isKnownClient(product))
            return std::string(product);
        if (first.empty())
            first = product;
        userAgent.remove_prefix(std::min(end + 1, userAgent.size()));
    }
    return std::string(first);
}

RequestLog::RequestLog(const std::filesystem::path &file)
    : m_file(file.empty() ? nullptr : std::make_unique<PrivateAppender>(file))
{
}

void RequestLog::add(std::string_view service, const Request &request, const Response &response,
                     std::chrono::milliseconds duration)
{
    if (!m_file)
        return;
    const std::string version = service == "batch" ? request.query.value("api-version")
                                                   : request.headers.value("x-ms-version");
    const nlohmann::ordered_json line = {
        {"time", Http::formatIsoTime(SystemServiceClock().now())},
        {"service", service},
        {"operation", response.operation},
        {"method", request.method},
        {"path", request.rawPath},
        {"version", version},
        {"status", response.status},
        {"code", response.errorCode},
        {"client", clientName(request.headers.value("User-Agent"))},
        {"milliseconds", duration.count()},
    };
    // What a client sent may be no UTF-8.
    const std::string text =
        line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
    const std::lock_guard lock(m_mutex);
    m_file->append(text);
}

} // namespace Batchdesk::LocalService
