// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/conditions.h"

#include "core/localservice/blob/bloberror.h"
#include "core/localservice/http/httpdate.h"

namespace Batchdesk::LocalService::Blobs {

namespace {

std::optional<ServiceClock::Time> dateHeader(const Request &request, const char *name)
{
    const auto text = request.headers.find(name);
    if (!text)
        return std::nullopt;
    const auto time = Http::parseHttpDate(*text);
    if (!time)
        throw invalidHeader(name, *text);
    return time;
}

bool matches(const std::string &condition, const std::string &etag)
{
    return condition == "*" || condition == etag || condition == '"' + etag + '"';
}

// Last-Modified is told in whole seconds, so that it is compared in them.
bool isLater(ServiceClock::Time time, ServiceClock::Time than)
{
    return std::chrono::floor<std::chrono::seconds>(time) > than;
}

} // namespace

Conditions::Conditions(const Request &request)
    : m_match(request.headers.find("If-Match"))
    , m_noneMatch(request.headers.find("If-None-Match"))
    , m_modifiedSince(dateHeader(request, "If-Modified-Since"))
    , m_unmodifiedSince(dateHeader(request, "If-Unmodified-Since"))
{
}

bool Conditions::missesMatch(const Version *version) const
{
    return (m_match && (!version || !matches(*m_match, version->etag)))
        || (m_unmodifiedSince && version && isLater(version->lastModified, *m_unmodifiedSince));
}

void Conditions::checkRead(const Version &version) const
{
    if (missesMatch(&version))
        throw conditionNotMet(412);
    if ((m_noneMatch && matches(*m_noneMatch, version.etag))
        || (!m_noneMatch && m_modifiedSince && !isLater(version.lastModified, *m_modifiedSince)))
        throw conditionNotMet(304);
}

void Conditions::checkWrite(const Version *version) const
{
    if (m_noneMatch == "*" && version)
        throw BlobError(409, "BlobAlreadyExists", "The specified blob already exists.");
    if (missesMatch(version) || (m_noneMatch && version && matches(*m_noneMatch, version->etag))
        || (m_modifiedSince && version && !isLater(version->lastModified, *m_modifiedSince)))
        throw conditionNotMet(412);
}

} // namespace Batchdesk::LocalService::Blobs
