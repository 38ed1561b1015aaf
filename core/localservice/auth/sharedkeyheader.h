// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/clock.h"
#include "core/localservice/http/message.h"

#include <optional>
#include <string>
#include <vector>

namespace Batchdesk::LocalService::Auth {

//! \brief The account that both endpoints serve.
struct Account
{
    std::string name;
    std::string key; //!< The bytes, not base64.
};

//! \brief "SharedKey account:signature".
struct SharedKeyHeader
{
    std::string account;
    std::string signature;
};

//! \brief Nothing when \a authorization has another shape.
std::optional<SharedKeyHeader> parseSharedKeyHeader(const std::string &authorization);

//! \brief VERB and the eleven standard headers, each with its line end, that both string-to-signs
//! begin with.
std::string standardHeaderLines(const Request &request, const std::string &contentLength,
                                const std::string &date);

//! \brief The headers whose lower-cased names start with \a prefix: names lower-cased, white space
//! folded.
std::vector<std::pair<std::string, std::string>> canonicalHeaders(const Request &request,
                                                                  std::string_view prefix);

//! \brief True when one of \a candidates, signed with the account's key, gives the header's
//! signature.
bool anySigned(const Account &account, const SharedKeyHeader &header,
               const std::vector<std::string> &candidates);

//! \brief True when \a date is a date at most 15 minutes from \a now.
bool withinClockWindow(const std::string &date, ServiceClock::Time now);

} // namespace Batchdesk::LocalService::Auth
