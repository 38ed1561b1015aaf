// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/versionview.h"

#include "core/localservice/batch/shape.h"

#include <array>

namespace Batchdesk::LocalService {

namespace {

using V = ApiVersion;

//! \brief Undoes what conform() does for the newest version, and drops what \a version lacks.
void fit(Json &item, const Shape &shape, ApiVersion version)
{
    if (!item.is_object())
        return;
    for (const auto &property : shape.properties) {
        if (property.keptAs && property.isIn(version) && item.contains(property.keptAs))
            item[property.name] = item[property.keptAs];
    }
    for (const auto &property : shape.properties) {
        const auto at = item.find(property.name);
        if (at == item.end())
            continue;
        if (!property.isIn(version)) {
            item.erase(at);
        } else if (property.kind == Property::Kind::Object) {
            fit(*at, *property.shape, version);
        } else if (property.kind == Property::Kind::List) {
            for (auto &part : *at)
                fit(part, *property.shape, version);
        }
    }
}

void fitPool(Json &pool, ApiVersion version)
{
    fit(pool, poolShape(), version);
    if (version < V::V2022_10 || version >= V::V2025_06)
        return;
    const auto target = pool.value("targetNodeCommunicationMode", std::string("default"));
    pool["targetNodeCommunicationMode"] = target;
    pool["currentNodeCommunicationMode"] = target == "default" ? "simplified" : target;
}

// Older clients fail on states that they do not know. Whichever such state it is, the node takes no
// tasks now and may do so later.
constexpr const char *knownState = "offline";

void fitNode(Json &node, ApiVersion version)
{
    const auto at = node.find("state");
    if (at == node.end())
        return;
    const bool tooNew = (*at == "upgradingos" && version < V::V2024_02)
        || ((*at == "deallocated" || *at == "deallocating") && version < V::V2024_07);
    if (tooNew)
        *at = knownState;
}

void fitCounts(Json &item, ApiVersion version)
{
    for (const auto *kind : {"dedicated", "lowPriority"}) {
        Json &counts = item[kind];
        const auto fold = [&](const char *name, V since) {
            const auto at = counts.find(name);
            if (version >= since || at == counts.end())
                return;
            counts[knownState] = counts.value(knownState, 0) + at->get<int>();
            counts.erase(name);
        };
        fold("deallocated", V::V2024_07);
        fold("deallocating", V::V2024_07);
        fold("upgradingOS", V::V2024_02);
    }
}

} // namespace

Json inVersion(std::string_view set, Json item, ApiVersion version)
{
    if (set == "pools")
        fitPool(item, version);
    else if (set == "jobs")
        fit(item, jobShape(), version);
    else if (set == "tasks")
        fit(item, taskShape(), version);
    else if (set == "jobschedules")
        fit(item, jobScheduleShape(), version);
    else if (set == "nodes")
        fitNode(item, version);
    else if (set == "poolnodecounts")
        fitCounts(item, version);
    // Slots were not counted apart from tasks.
    else if (set == "taskcounts" && version < V::V2020_09)
        return item.value("taskCounts", Json::object());
    return item;
}

} // namespace Batchdesk::LocalService
