// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/sharedkeyheader.h"

#include "core/localservice/auth/digest.h"
#include "core/localservice/http/httpdate.h"
#include "core/localservice/http/percentcode.h"

namespace Batchdesk::LocalService::Auth {

namespace {

std::string folded(std::string_view value)
{
    std::string result;
    bool quoted = false;
    for (const char c : value) {
        quoted = quoted != (c == '"');
        const bool space = c == ' ' || c == '\t';
        if (space && !quoted) {
            if (!result.ends_with(' '))
                result += ' ';
        } else {
            result += c;
        }
    }
    return result;
}

} // namespace

std::optional<SharedKeyHeader> parseSharedKeyHeader(const std::string &authorization)
{
    constexpr std::string_view scheme = "SharedKey ";
    const auto colon = authorization.find(':');
    if (!authorization.starts_with(scheme) || colon == std::string::npos || colon == scheme.size()
        || colon + 1 == authorization.size())
        return std::nullopt;
    return SharedKeyHeader{authorization.substr(scheme.size(), colon - scheme.size()),
                           authorization.substr(colon + 1)};
}

std::string standardHeaderLines(const Request &request, const std::string &contentLength,
                                const std::string &date)
{
    const FieldList &headers = request.headers;
    std::string lines = request.method + '\n' + headers.value("Content-Encoding") + '\n'
        + headers.value("Content-Language") + '\n' + contentLength + '\n'
        + headers.value("Content-MD5") + '\n' + headers.value("Content-Type") + '\n' + date + '\n';
    for (const char *name :
         {"If-Modified-Since", "If-Match", "If-None-Match", "If-Unmodified-Since", "Range"})
        lines += headers.value(name) + '\n';
    return lines;
}

std::vector<std::pair<std::string, std::string>> canonicalHeaders(const Request &request,
                                                                  std::string_view prefix)
{
    std::vector<std::pair<std::string, std::string>> result;
    for (const auto &[name, value] : request.headers.all()) {
        std::string lower = Http::lowerCased(name);
        if (lower.starts_with(prefix))
            result.emplace_back(std::move(lower), folded(value));
    }
    return result;
}

bool anySigned(const Account &account, const SharedKeyHeader &header,
               const std::vector<std::string> &candidates)
{
    bool found = false;
    for (const std::string &candidate : candidates) {
        if (equalsInConstantTime(signatureOf(account.key, candidate), header.signature))
            found = true;
    }
    return found;
}

bool withinClockWindow(const std::string &date, ServiceClock::Time now)
{
    constexpr auto window = std::chrono::minutes(15);
    const auto time = Http::parseHttpDate(date);
    return time && *time >= now - window && *time <= now + window;
}

} // namespace Batchdesk::LocalService::Auth
