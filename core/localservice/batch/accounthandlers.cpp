// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/encode.h"
#include "core/localservice/batch/routes.h"

#include <map>

// What the account as a whole offers and has.
namespace Batchdesk::LocalService {

namespace {

struct Image
{
    std::string_view publisher, offer, sku, agent;
};

#if defined(__aarch64__)
constexpr Image images[] = {
    {"canonical", "ubuntu-24_04-lts", "server-arm64", "batch.node.ubuntu 24.04-arm64"},
};
#else
constexpr Image images[] = {
    {"canonical", "ubuntu-24_04-lts", "server", "batch.node.ubuntu 24.04"},
    {"canonical", "0001-com-ubuntu-server-jammy", "22_04-lts", "batch.node.ubuntu 22.04"},
    {"canonical", "0001-com-ubuntu-server-jammy", "22_04-lts-gen2", "batch.node.ubuntu 22.04"},
    {"microsoft-dsvm", "ubuntu-hpc", "2204", "batch.node.ubuntu 22.04"},
    {"microsoft-dsvm", "ubuntu-hpc", "2404", "batch.node.ubuntu 24.04"},
    {"almalinux", "almalinux-x86_64", "8-gen1", "batch.node.el 8"},
    {"almalinux", "almalinux-x86_64", "8-gen2", "batch.node.el 8"},
    {"almalinux", "almalinux-x86_64", "9-gen1", "batch.node.el 9"},
    {"almalinux", "almalinux-x86_64", "9-gen2", "batch.node.el 9"},
};
#endif

// By a key of fixed length, for pages go by the order of keys.
std::map<std::string, Image> numbered()
{
    std::map<std::string, Image> map;
    for (const auto &image : images)
        map.emplace(std::to_string(1000 + map.size()), image);
    return map;
}

FieldReader fieldsOf(const Image &image)
{
    return [&image](std::string_view name) -> FilterValue {
        return std::string(name == "osType"               ? "linux"
                               : name == "nodeAgentSKUId" ? image.agent
                                                          : "verified");
    };
}

// All of them stand for this computer: neither drivers nor containers are promised.
Json encode(const Image &image)
{
    return {{"nodeAgentSKUId", image.agent},
            {"imageReference",
             {{"publisher", image.publisher},
              {"offer", image.offer},
              {"sku", image.sku},
              {"version", "latest"}}},
            {"osType", "linux"},
            {"verificationType", "verified"},
            {"capabilities", Json::array()}};
}

Response supportedImages(Exchange &x)
{
    static const auto all = numbered();
    return pageOf(
        x, "supportedimages", all, [](const Image &image) { return fieldsOf(image); },
        [](const Image &image) { return encode(image); });
}

Response nodeCounts(Exchange &x)
{
    return x.engine().read([&](const Model &model) {
        return pageOf(
            x, "poolnodecounts", model.pools,
            [](const Pool &pool) {
                return [&pool](std::string_view) -> FilterValue { return pool.id; };
            },
            [&](const Pool &pool) { return encodeNodeCounts(pool, x.version()); });
    });
}

std::optional<Time> timeParameter(const Exchange &x, const char *name)
{
    const auto text = x.request().query.find(name);
    if (!text)
        return std::nullopt;
    const auto time = parseIsoTime(*text);
    if (!time)
        throw ApiError::query(name, *text, "The parameter must be an ISO 8601 time.");
    return time;
}

// Usage is what Azure bills by; nothing is billed here, so that there is nothing to list.
Response usageMetrics(Exchange &x)
{
    const auto start = timeParameter(x, "startTime");
    const auto end = timeParameter(x, "endTime");
    if (start && end && *end < *start)
        throw ApiError::query("endTime", x.request().query.value("endTime"),
                              "The end must not lie before the start.");
    x.filter();
    x.maxResults();
    x.skipKey();
    return x.list("poolusagemetrics", Json::array());
}

} // namespace

std::vector<Route> accountRoutes()
{
    return {
        {"Account_ListPoolNodeCounts", "GET", "nodecounts", nodeCounts},
        {"Account_ListSupportedImages", "GET", "supportedimages", supportedImages},
        {"Pool_ListUsageMetrics", "GET", "poolusagemetrics", usageMetrics},
    };
}

} // namespace Batchdesk::LocalService
