// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/auth/sharedkeyheader.h"

namespace Batchdesk::LocalService::Auth {

//! \brief The strings that a client may have signed for this Batch request: clients differ in what
//! they take Content-Length to be when there is no body, in whether they lower-case query names,
//! and in what they make of a parameter that is given several times.
std::vector<std::string> batchStringsToSign(const Request &request, const std::string &account);

//! \brief Checks Shared Key on a request to the Batch endpoint.
//! \return nothing when it is good; else the answer: 400 MissingRequiredHeader, 400
//! InvalidAuthenticationInfo, 401 for a bearer token, or 403 AuthenticationFailed with the string
//! that the server would sign, but never its signature.
std::optional<Response> refuseBatchRequest(const Request &request, const Account &account,
                                           ServiceClock::Time now);

} // namespace Batchdesk::LocalService::Auth
