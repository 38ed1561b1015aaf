// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/blobsharedkey.h"

#include "core/localservice/http/httpdate.h"
#include "core/localservice/http/percentcode.h"

#include <algorithm>
#include <map>

namespace Batchdesk::LocalService::Auth {

namespace {

//! \brief Azure's order of header names: as bytes, but '_' before digits and letters.
bool comesBefore(const std::string &a, const std::string &b)
{
    const auto rank = [](char c) { return c == '_' ? '/' : c; };
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                        [&](char x, char y) { return rank(x) < rank(y); });
}

std::string joined(const std::vector<std::pair<std::string, std::string>> &headers)
{
    std::string lines;
    for (const auto &[name, value] : headers)
        lines += name + ':' + value + '\n';
    return lines;
}

std::string canonicalResource(const Request &request, const std::string &account,
                              bool withEmptyValues)
{
    std::map<std::string, std::vector<std::string>> parameters;
    for (const auto &[name, value] : request.query.all()) {
        if (withEmptyValues || !value.empty())
            parameters[Http::lowerCased(name)].push_back(value);
    }
    std::string resource = '/' + account + request.rawPath;
    for (auto &[name, values] : parameters) {
        std::sort(values.begin(), values.end());
        resource += '\n' + name + ':';
        for (std::size_t i = 0; i < values.size(); ++i)
            resource += (i == 0 ? "" : ",") + values[i];
    }
    return resource;
}

} // namespace

std::vector<std::string> blobStringsToSign(const Request &request, const std::string &account)
{
    auto headers = canonicalHeaders(request, "x-ms-");
    std::stable_sort(headers.begin(), headers.end(),
                     [](const auto &a, const auto &b) { return comesBefore(a.first, b.first); });
    std::vector<std::string> headerLines = {joined(headers)};
    std::stable_sort(headers.begin(), headers.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    if (std::string byBytes = joined(headers); byBytes != headerLines.front())
        headerLines.push_back(std::move(byBytes));

    std::vector<std::string> resources = {canonicalResource(request, account, true)};
    if (std::string without = canonicalResource(request, account, false);
        without != resources.front())
        resources.push_back(std::move(without));

    std::string length = request.headers.value("Content-Length");
    if (length == "0")
        length.clear();
    const std::string date = request.headers.find("x-ms-date") ? "" : request.headers.value("Date");
    const std::string standard = standardHeaderLines(request, length, date);
    std::vector<std::string> result;
    for (const std::string &lines : headerLines)
        for (const std::string &resource : resources)
            result.push_back(standard + lines + resource);
    return result;
}

std::optional<Refusal> refuseBlobSharedKey(const Request &request, const Account &account,
                                           ServiceClock::Time now)
{
    const std::string authorization = request.headers.value("Authorization");
    if (Http::lowerCased(authorization).starts_with("bearer"))
        return Refusal{401, "InvalidAuthenticationInfo",
                       "Tokens are for Microsoft Entra ID, which this service does not have."};
    const auto header = parseSharedKeyHeader(authorization);
    if (!header)
        return Refusal{400, "InvalidAuthenticationInfo",
                       "Expected: SharedKey <account>:<signature>"};
    if (header->account != account.name)
        return Refusal{.detail = "The account \"" + header->account + "\" is not served here."};
    const std::string date = request.headers.value("x-ms-date", request.headers.value("Date"));
    if (!withinClockWindow(date, now))
        return Refusal{.detail = "The date \"" + date
                           + "\" of the request is not within 15 minutes of "
                           + Http::formatHttpDate(now) + '.'};
    const auto candidates = blobStringsToSign(request, account.name);
    if (!anySigned(account, *header, candidates))
        return Refusal{
            .detail = "The MAC signature found in the HTTP request '" + header->signature
                + "' is not the same as any computed signature. Server used following string to "
                  "sign: '"
                + candidates.front() + "'."};
    return std::nullopt;
}

} // namespace Batchdesk::LocalService::Auth
