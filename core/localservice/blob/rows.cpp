// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/rows.h"

#include "core/localservice/http/httpdate.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>

namespace Batchdesk::LocalService::Blobs {

namespace {

using nlohmann::json;

constexpr std::int64_t ticksToUnixEpoch = 621'355'968'000'000'000;

BlobProperties unpackedProperties(const std::string &text)
{
    const json fields = json::parse(text);
    return {fields.at(0), fields.at(1), fields.at(2), fields.at(3), fields.at(4), fields.at(5)};
}

CopyState unpackedCopy(const std::string &text)
{
    if (text.empty())
        return {};
    const json fields = json::parse(text);
    return {fields.at(0), fields.at(1), fields.at(2).get<std::uint64_t>(),
            ServiceClock::Time(std::chrono::microseconds(fields.at(3).get<std::int64_t>()))};
}

std::vector<Auth::AccessPolicy> unpackedPolicies(const std::string &text)
{
    std::vector<Auth::AccessPolicy> policies;
    if (text.empty())
        return policies;
    for (const json &fields : json::parse(text))
        policies.push_back({fields.at(0), fields.at(1), fields.at(2), fields.at(3)});
    return policies;
}

} // namespace

std::int64_t ticksOf(ServiceClock::Time time)
{
    return time.time_since_epoch().count() * 10 + ticksToUnixEpoch;
}

ServiceClock::Time timeOf(std::int64_t ticks)
{
    return ServiceClock::Time(std::chrono::microseconds((ticks - ticksToUnixEpoch) / 10));
}

std::string etagOf(std::int64_t ticks)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "0x%llX", static_cast<unsigned long long>(ticks));
    return text.data();
}

std::string snapshotNameOf(std::int64_t ticks)
{
    std::string text = Http::formatIsoTime(timeOf(ticks));
    text[text.size() - 2] = static_cast<char>('0' + ticks % 10);
    return text;
}

std::string packed(const BlobProperties &p)
{
    return json{p.contentType,        p.contentEncoding, p.contentLanguage,
                p.contentDisposition, p.cacheControl,    p.contentMd5}
        .dump();
}

std::string packed(const Metadata &metadata)
{
    return json(metadata).dump();
}

std::string packed(const CopyState &copy)
{
    if (copy.id.empty())
        return {};
    return json{copy.id, copy.source, copy.length, copy.completed.time_since_epoch().count()}
        .dump();
}

std::string packed(const std::vector<Auth::AccessPolicy> &policies)
{
    json list = json::array();
    for (const Auth::AccessPolicy &policy : policies)
        list.push_back({policy.id, policy.start, policy.expiry, policy.permissions});
    return list.dump();
}

const std::string selectContainers =
    "SELECT name, changed, metadata, lease, policies FROM containers ";

ContainerRecord containerOf(const Statement &row)
{
    ContainerRecord record;
    record.name = row.text(0);
    record.etag = etagOf(row.integer(1));
    record.lastModified = timeOf(row.integer(1));
    record.metadata = json::parse(row.text(2)).get<Metadata>();
    record.lease = Lease::unpacked(row.text(3));
    record.policies = unpackedPolicies(row.text(4));
    return record;
}

const std::string selectBlobs = "SELECT id, name, snapshot, committed, length, changed, created,"
                                " properties, metadata, lease, copy FROM blobs ";

BlobRecord blobOf(const Statement &row)
{
    BlobRecord record;
    record.id = row.integer(0);
    record.name = row.text(1);
    record.snapshot = row.text(2);
    if (record.snapshot == blobItself)
        record.snapshot.clear();
    record.committed = row.integer(3) != 0;
    record.length = static_cast<std::uint64_t>(row.integer(4));
    record.etag = etagOf(row.integer(5));
    record.lastModified = timeOf(row.integer(5));
    record.created = timeOf(row.integer(6));
    record.properties = unpackedProperties(row.text(7));
    record.metadata = json::parse(row.text(8)).get<Metadata>();
    record.lease = Lease::unpacked(row.text(9));
    record.copy = unpackedCopy(row.text(10));
    return record;
}

} // namespace Batchdesk::LocalService::Blobs
