// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/clock.h"
#include "core/localservice/http/message.h"

#include <optional>
#include <string>

namespace Batchdesk::LocalService::Blobs {

//! \brief If-Match, If-None-Match, If-Modified-Since and If-Unmodified-Since of one request.
class Conditions
{
public:
    //! \brief Throws BlobError (InvalidHeaderValue) for a date that is none.
    //! \param prefix of the headers' names: "x-ms-source-" for those on the source of a copy.
    explicit Conditions(const Request &request, const std::string &prefix = {});

    //! \brief What a condition is asked of.
    struct Version
    {
        std::string etag; //!< Without quotes.
        ServiceClock::Time lastModified;
    };

    //! \brief For reads: throws 304 when nothing changed, 412 when the wrong version is there.
    void checkRead(const Version &version) const;
    //! \brief For changes; \a version is null when nothing is there yet. Throws 412, and 409
    //! BlobAlreadyExists for If-None-Match: *.
    //! \param code of the 412.
    void checkWrite(const Version *version, const char *code = "ConditionNotMet") const;
    //! \brief For the source of a copy: throws 412 SourceConditionNotMet.
    void checkSource(const Version &version) const;
    //! \brief Throws 400 ConditionHeadersNotSupported when one was given that an operation does not
    //! know.
    void refuseETags() const;
    void refuseAll() const;

private:
    bool missesMatch(const Version *version) const;

    std::optional<std::string> m_match;
    std::optional<std::string> m_noneMatch;
    std::optional<ServiceClock::Time> m_modifiedSince;
    std::optional<ServiceClock::Time> m_unmodifiedSince;
};

} // namespace Batchdesk::LocalService::Blobs
