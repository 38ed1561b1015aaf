// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/auth/blobsharedkey.h"

namespace Batchdesk::LocalService::Auth {

//! \brief What a request wants to do, in the terms in which a SAS grants.
struct SasUse
{
    enum class Resource { Service, Container, Object };

    Resource resource = Resource::Object;
    std::string container;
    std::string blob;                //!< Decoded; empty for the container itself.
    std::string anyOf;               //!< Permission letters of which one suffices.
    bool grantedByServiceSas = true; //!< False for what only an account SAS or the key may do.
};

//! \brief True when the query holds a SAS: then Authorization is not looked at.
bool hasSas(const Request &request);

//! \brief What a service SAS of that query would have been signed over: 16 lines from version
//! 2020-12-06 on, 15 from 2018-11-09 on; nothing for older versions.
std::optional<std::string> serviceSasStringToSign(const FieldList &query,
                                                  const std::string &account,
                                                  const std::string &container,
                                                  const std::string &blob);

//! \brief What an account SAS of that query would have been signed over.
std::string accountSasStringToSign(const FieldList &query, const std::string &account);

//! \brief Checks signature, times, protocol, address and permissions; nothing when \a use is
//! granted.
std::optional<Refusal> refuseSas(const Request &request, const Account &account, const SasUse &use,
                                 ServiceClock::Time now);

} // namespace Batchdesk::LocalService::Auth
