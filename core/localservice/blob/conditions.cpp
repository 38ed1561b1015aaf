// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/conditions.h"

#include "core/localservice/blob/bloberror.h"
#include "core/localservice/http/httpdate.h"

namespace Batchdesk::LocalService::Blobs {

namespace {

std::optional<ServiceClock::Time> dateHeader(const Request &request, const std::string &name)
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

BlobError notSupported()
{
    return {400, "ConditionHeadersNotSupported", "Condition headers are not supported."};
}

} // namespace

Conditions::Conditions(const Request &request, const std::string &prefix)
    : m_match(request.headers.find(prefix + "If-Match"))
    , m_noneMatch(request.headers.find(prefix + "If-None-Match"))
    , m_modifiedSince(dateHeader(request, prefix + "If-Modified-Since"))
    , m_unmodifiedSince(dateHeader(request, prefix + "If-Unmodified-Since"))
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

void Conditions::checkWrite(const Version *version, const char *code) const
{
    if (m_noneMatch == "*" && version)
        throw BlobError(409, "BlobAlreadyExists", "The specified blob already exists.");
    if (missesMatch(version) || (m_noneMatch && version && matches(*m_noneMatch, version->etag))
        || (m_modifiedSince && version && !isLater(version->lastModified, *m_modifiedSince)))
        throw conditionNotMet(412, code);
}

void Conditions::checkSource(const Version &version) const
{
    if (missesMatch(&version) || (m_noneMatch && matches(*m_noneMatch, version.etag))
        || (m_modifiedSince && !isLater(version.lastModified, *m_modifiedSince)))
        throw conditionNotMet(412, "SourceConditionNotMet");
}

void Conditions::refuseETags() const
{
    if (m_match || m_noneMatch)
        throw notSupported();
}

void Conditions::refuseAll() const
{
    refuseETags();
    if (m_modifiedSince || m_unmodifiedSince)
        throw notSupported();
}

} // namespace Batchdesk::LocalService::Blobs
