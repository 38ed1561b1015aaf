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

//! \brief A stored access policy of a container: what a SAS that names it leaves out.
struct AccessPolicy
{
    std::string id;
    std::string start;
    std::string expiry;
    std::string permissions;
};

//! \brief The policy of that id of the container that a request is about; nothing when there is
//! none.
using FindPolicy = std::function<std::optional<AccessPolicy>(const std::string &id)>;

//! \brief True when the query holds a SAS: then Authorization is not looked at.
bool hasSas(const Request &request);

//! \brief What a service SAS of that query would have been signed over: 16 lines from version
//! 2020-12-06 on, 15 from 2018-11-09 on, 13 from 2015-04-05 on; nothing for older versions.
std::optional<std::string> serviceSasStringToSign(const FieldList &query,
                                                  const std::string &account,
                                                  const std::string &container,
                                                  const std::string &blob);

//! \brief What an account SAS of that query would have been signed over.
std::string accountSasStringToSign(const FieldList &query, const std::string &account);

//! \brief Checks signature, version, times, protocol, address and permissions; nothing when \a use
//! is granted.
std::optional<Refusal> refuseSas(const Request &request, const Account &account, const SasUse &use,
                                 ServiceClock::Time now, const FindPolicy &findPolicy = {});

//! \brief The letters that a good SAS grants, by itself or by the policy that it names.
std::string grantedLetters(const FieldList &query, const FindPolicy &findPolicy);

} // namespace Batchdesk::LocalService::Auth
