// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/digest.h"
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/bloboperations.h"
#include "core/localservice/blob/conditions.h"
#include "core/localservice/blob/headers.h"
#include "core/localservice/http/percentcode.h"

#include <charconv>

namespace Batchdesk::LocalService::Blobs {

namespace {

constexpr int shortest = 15;
constexpr int longest = 60;

//! \brief Eight, four, four, four and twelve hexadecimal digits.
bool isGuid(const std::string &text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char c = text[i];
        const bool digit =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (dash ? c != '-' : !digit)
            return false;
    }
    return true;
}

std::string guidHeader(const Request &request, const char *name)
{
    const auto value = request.headers.find(name);
    if (!value)
        throw missingHeader(name);
    if (!isGuid(*value))
        throw invalidHeader(name, *value);
    return Http::lowerCased(*value);
}

std::optional<int> numberHeader(const Request &request, const char *name)
{
    const auto value = request.headers.find(name);
    if (!value)
        return std::nullopt;
    int number = 0;
    const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), number);
    if (error != std::errc() || end != value->data() + value->size())
        throw invalidHeader(name, *value);
    return number;
}

//! \brief One action of Lease Blob or Lease Container, read from its request.
class Action
{
public:
    Action(Leased what, const Request &request, ServiceClock::Time now)
        : m_what(what)
        , m_now(now)
        , m_name(Http::lowerCased(request.headers.value("x-ms-lease-action")))
    {
        if (m_name.empty())
            throw missingHeader("x-ms-lease-action");
        if (m_name == "acquire")
            readAcquire(request);
        else if (m_name == "break")
            readBreak(request);
        else if (m_name == "renew" || m_name == "change" || m_name == "release")
            m_id = guidHeader(request, "x-ms-lease-id");
        else
            throw invalidHeader("x-ms-lease-action", m_name);
        if (m_name == "change")
            m_proposed = guidHeader(request, "x-ms-proposed-lease-id");
    }

    void carryOut(Lease &lease)
    {
        if (m_name == "acquire")
            lease.acquire(m_proposed, *m_seconds, m_now);
        else if (m_name == "renew")
            lease.renew(m_what, m_id, m_now);
        else if (m_name == "change")
            lease.change(m_what, m_id, m_proposed, m_now);
        else if (m_name == "release")
            lease.release(m_what, m_id);
        else
            m_left = lease.breakUp(m_what, m_seconds, m_now);
    }

    template <typename Record>
    Response answer(const Record &record) const
    {
        Response response;
        response.status = m_name == "acquire" ? 201 : m_name == "break" ? 202 : 200;
        addVersion(response, record.etag, record.lastModified);
        if (m_name == "break")
            response.headers.add("x-ms-lease-time", std::to_string(m_left));
        else if (m_name != "release")
            response.headers.add("x-ms-lease-id", record.lease.id());
        return response;
    }

private:
    void readAcquire(const Request &request)
    {
        m_seconds = numberHeader(request, "x-ms-lease-duration");
        if (!m_seconds)
            throw missingHeader("x-ms-lease-duration");
        if (*m_seconds != Lease::infinite && (*m_seconds < shortest || *m_seconds > longest))
            throw invalidHeader("x-ms-lease-duration", std::to_string(*m_seconds));
        m_proposed = request.headers.find("x-ms-proposed-lease-id")
            ? guidHeader(request, "x-ms-proposed-lease-id")
            : Auth::randomGuid();
    }

    void readBreak(const Request &request)
    {
        m_seconds = numberHeader(request, "x-ms-lease-break-period");
        if (m_seconds && (*m_seconds < 0 || *m_seconds > longest))
            throw invalidHeader("x-ms-lease-break-period", std::to_string(*m_seconds));
    }

    Leased m_what;
    ServiceClock::Time m_now;
    std::string m_name;
    std::string m_id;
    std::string m_proposed;
    std::optional<int> m_seconds; //!< The duration, or the break period.
    int m_left = 0;
};

} // namespace

Response leaseContainer(const OperationContext &context)
{
    Action action(Leased::Container, context.request, context.now);
    const Conditions conditions(context.request);
    conditions.refuseETags();
    return action.answer(context.store.changeContainerLease(
        context.target.container,
        [&](const ContainerRecord &container) {
            const Conditions::Version version{container.etag, container.lastModified};
            conditions.checkWrite(&version);
        },
        [&](Lease &lease) { action.carryOut(lease); }));
}

Response leaseBlob(const OperationContext &context)
{
    Action action(Leased::Blob, context.request, context.now);
    const Conditions conditions(context.request);
    return action.answer(context.store.changeLease(
        context.target.container, context.target.blob,
        [&](const BlobRecord *blob) {
            const Conditions::Version version{blob->etag, blob->lastModified};
            conditions.checkWrite(&version);
        },
        [&](Lease &lease) { action.carryOut(lease); }));
}

void addLease(Response &response, const Lease &lease, ServiceClock::Time now)
{
    response.headers.add("x-ms-lease-status", lease.locks(now) ? "locked" : "unlocked");
    response.headers.add("x-ms-lease-state", leaseStateName(lease.state(now)));
    if (lease.state(now) == Lease::State::Held)
        response.headers.add("x-ms-lease-duration", lease.isInfinite() ? "infinite" : "fixed");
}

} // namespace Batchdesk::LocalService::Blobs
