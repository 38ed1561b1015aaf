// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/containersas.h"

#include "core/localservice/auth/digest.h"
#include "core/localservice/auth/sharedaccesssignature.h"
#include "core/localservice/http/percentcode.h"

#include <ctime>

namespace Batchdesk::LocalService::Auth {

std::string containerReadSas(const Account &account, const std::string &container,
                             ServiceClock::Time expiry)
{
    const std::time_t seconds =
        std::chrono::floor<std::chrono::seconds>(expiry).time_since_epoch().count();
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    char end[32];
    std::strftime(end, sizeof end, "%Y-%m-%dT%H:%M:%SZ", &parts);
    FieldList query;
    query.add("sv", "2021-12-02");
    query.add("sr", "c");
    query.add("sp", "rl");
    query.add("se", end);
    const auto text = serviceSasStringToSign(query, account.name, container, {});
    std::string sas;
    for (const auto &[name, value] : query.all())
        sas += name + '=' + Http::percentEncode(value) + '&';
    return sas + "sig=" + Http::percentEncode(signatureOf(account.key, *text));
}

} // namespace Batchdesk::LocalService::Auth
