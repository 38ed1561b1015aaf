// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/lease.h"

#include "core/localservice/blob/bloberror.h"
#include "core/localservice/http/percentcode.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace Batchdesk::LocalService::Blobs {

namespace {

std::string named(Leased what)
{
    return what == Leased::Blob ? "blob" : "container";
}

BlobError idMismatch(Leased what)
{
    return {409, "LeaseIdMismatchWithLeaseOperation",
            "The lease ID specified did not match the lease ID for the " + named(what) + '.'};
}

BlobError notPresent(Leased what)
{
    return {409, "LeaseNotPresentWithLeaseOperation",
            "There is currently no lease on the " + named(what) + '.'};
}

//! \brief The refusal of an operation that is none on leases, as in "…WithBlobOperation".
BlobError operationRefused(Leased what, const std::string &code, const std::string &message)
{
    return {412, code + (what == Leased::Blob ? "WithBlobOperation" : "WithContainerOperation"),
            message + named(what) + '.'};
}

} // namespace

std::string leaseStateName(Lease::State state)
{
    switch (state) {
    case Lease::State::Available:
        return "available";
    case Lease::State::Held:
        return "leased";
    case Lease::State::Expired:
        return "expired";
    case Lease::State::Breaking:
        return "breaking";
    case Lease::State::Broken:
        break;
    }
    return "broken";
}

Lease::State Lease::state(Time now) const
{
    if (m_id.empty())
        return State::Available;
    if (m_breaking)
        return now < m_until ? State::Breaking : State::Broken;
    return isInfinite() || now < m_until ? State::Held : State::Expired;
}

bool Lease::locks(Time now) const
{
    const State is = state(now);
    return is == State::Held || is == State::Breaking;
}

void Lease::acquire(const std::string &id, int seconds, Time now)
{
    const bool same = Http::equalsIgnoringCase(id, m_id);
    if (locks(now) && !same)
        throw BlobError(409, "LeaseAlreadyPresent", "There is already a lease present.");
    if (state(now) == State::Breaking)
        throw BlobError(409, "LeaseIsBreakingAndCannotBeAcquired",
                        "The lease ID matched, but the lease is currently in breaking state and "
                        "cannot be acquired until it is broken.");
    m_id = id;
    m_seconds = seconds;
    m_until = now + std::chrono::seconds(std::max(seconds, 0));
    m_breaking = false;
}

void Lease::renew(Leased what, const std::string &id, Time now)
{
    if (m_id.empty() || !Http::equalsIgnoringCase(id, m_id))
        throw idMismatch(what);
    if (m_breaking)
        throw BlobError(409, "LeaseIsBrokenAndCannotBeRenewed",
                        "The lease ID matched, but the lease has been broken explicitly and cannot "
                        "be renewed.");
    m_until = now + std::chrono::seconds(std::max(m_seconds, 0));
}

void Lease::change(Leased what, const std::string &id, const std::string &proposed, Time now)
{
    if (!locks(now))
        throw notPresent(what);
    // Asking twice is answered twice: the id may already be the one proposed.
    if (!Http::equalsIgnoringCase(id, m_id) && !Http::equalsIgnoringCase(proposed, m_id))
        throw idMismatch(what);
    if (m_breaking)
        throw BlobError(409, "LeaseIsBreakingAndCannotBeChanged",
                        "The lease ID matched, but the lease is currently in breaking state and "
                        "cannot be changed.");
    m_id = proposed;
}

void Lease::release(Leased what, const std::string &id)
{
    if (m_id.empty() || !Http::equalsIgnoringCase(id, m_id))
        throw idMismatch(what);
    *this = Lease();
}

int Lease::breakUp(Leased what, std::optional<int> period, Time now)
{
    if (m_id.empty())
        throw notPresent(what);
    const auto seconds = [&](Time until) {
        return static_cast<int>(std::max<std::int64_t>(
            std::chrono::ceil<std::chrono::seconds>(until - now).count(), 0));
    };
    Time end = now;
    if (locks(now)) {
        const bool endless = isInfinite() && !m_breaking;
        // A period shortens what is left and never lengthens it.
        if (endless)
            end = now + std::chrono::seconds(period.value_or(0));
        else
            end = period ? std::min(m_until, now + std::chrono::seconds(*period)) : m_until;
    }
    m_breaking = true;
    m_until = end;
    return seconds(end);
}

void Lease::checkChange(Leased what, const std::optional<std::string> &id, Time now) const
{
    if (!id) {
        if (locks(now))
            throw BlobError(412, "LeaseIdMissing",
                            "There is currently a lease on the " + named(what)
                                + " and no lease ID was specified in the request.");
        return;
    }
    checkRead(what, id, now);
}

void Lease::checkRead(Leased what, const std::optional<std::string> &id, Time now) const
{
    if (!id)
        return;
    const bool same = !m_id.empty() && Http::equalsIgnoringCase(*id, m_id);
    if (locks(now)) {
        if (!same)
            throw operationRefused(what, "LeaseIdMismatch",
                                   "The lease ID specified did not match the lease ID for the ");
        return;
    }
    if (same)
        throw BlobError(412, "LeaseLost",
                        "A lease ID was specified, but the lease for the " + named(what)
                            + " has expired.");
    throw operationRefused(what, "LeaseNotPresent", "There is currently no lease on the ");
}

void Lease::noteChange(Time now)
{
    if (!locks(now))
        *this = Lease();
}

std::string Lease::packed() const
{
    if (m_id.empty())
        return {};
    return nlohmann::json{m_id, m_seconds, m_until.time_since_epoch().count(), m_breaking}.dump();
}

Lease Lease::unpacked(const std::string &text)
{
    Lease lease;
    if (text.empty())
        return lease;
    const auto fields = nlohmann::json::parse(text);
    lease.m_id = fields.at(0).get<std::string>();
    lease.m_seconds = fields.at(1).get<int>();
    lease.m_until = Time(std::chrono::microseconds(fields.at(2).get<std::int64_t>()));
    lease.m_breaking = fields.at(3).get<bool>();
    return lease;
}

} // namespace Batchdesk::LocalService::Blobs
