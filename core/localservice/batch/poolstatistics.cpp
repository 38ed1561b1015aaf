// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/poolstatistics.h"

#include <algorithm>
#include <charconv>

namespace Batchdesk::LocalService {

namespace {

constexpr int mostCores = 1024; // beyond any size; a longer number is no count of processors

int leadingNumber(std::string_view text)
{
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && number > 0 && number <= mostCores ? number : 1;
}

} // namespace

int coresOf(std::string_view vmSize)
{
    // "standard_m8-2ms" has two of eight switched on.
    vmSize.remove_prefix(std::min(vmSize.find('_') + 1, vmSize.size()));
    const auto digit = vmSize.find_first_of("0123456789");
    if (digit == std::string_view::npos)
        return 1;
    vmSize.remove_prefix(digit);
    const auto end = vmSize.find_first_not_of("0123456789");
    const bool constrained = end != std::string_view::npos && vmSize[end] == '-';
    return leadingNumber(constrained ? vmSize.substr(end + 1) : vmSize);
}

Duration dedicatedCoreTime(const Pool &pool, const Node &node, Time now)
{
    if (!node.dedicated || now < node.allocationTime)
        return {};
    return (now - node.allocationTime) * coresOf(pool.spec.value("vmSize", std::string()));
}

Json encodePoolStatistics(const std::string &url, const Pool &pool, Time now)
{
    Duration total = pool.coreTimeOfGone;
    for (const auto &[id, node] : pool.nodes)
        total += dedicatedCoreTime(pool, node, now);
    const auto start = isoTime(pool.revision.creationTime);
    const auto update = isoTime(now);
    return {{"url", url},
            {"startTime", start},
            {"lastUpdateTime", update},
            {"usageStats",
             {{"startTime", start},
              {"lastUpdateTime", update},
              {"dedicatedCoreTime", isoDuration(total)}}}};
}

} // namespace Batchdesk::LocalService
