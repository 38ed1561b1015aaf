// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/auth/sharedkeyheader.h"

namespace Batchdesk::LocalService::Auth {

//! \brief Why a Blob request is not let through.
struct Refusal
{
    int status = 403;
    std::string code = "AuthenticationFailed";
    std::string detail; //!< For AuthenticationErrorDetail; tells what the server would have signed.
};

//! \brief The strings that a client may have signed for this Blob request: clients differ in how
//! they sort metadata names and in what they do with empty query values.
std::vector<std::string> blobStringsToSign(const Request &request, const std::string &account);

//! \brief Checks Shared Key on a request to the Blob endpoint; nothing when it is good.
std::optional<Refusal> refuseBlobSharedKey(const Request &request, const Account &account,
                                           ServiceClock::Time now);

} // namespace Batchdesk::LocalService::Auth
