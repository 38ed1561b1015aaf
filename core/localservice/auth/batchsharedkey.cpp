// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/batchsharedkey.h"

#include "core/localservice/auth/digest.h"
#include "core/localservice/http/httpdate.h"
#include "core/localservice/http/percentcode.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace Batchdesk::LocalService::Auth {

namespace {

constexpr std::string_view bearer = "bearer ";

enum class Repeated {
    First, //!< Of a parameter given several times, the first value, as all known clients take it.
    Joined //!< All of them, sorted, with commas, as the documentation has it.
};

std::string canonicalResource(const Request &request, const std::string &account,
                              bool lowerCaseNames, Repeated repeated)
{
    std::map<std::string, std::vector<std::string>> parameters;
    for (const auto &[name, value] : request.query.all()) {
        if (!value.empty())
            parameters[lowerCaseNames ? Http::lowerCased(name) : name].push_back(value);
    }
    std::string resource = '/' + account + request.rawPath;
    for (auto &[name, values] : parameters) {
        if (repeated == Repeated::Joined)
            std::sort(values.begin(), values.end());
        else
            values.resize(1);
        resource += '\n' + name + ':' + values.front();
        for (std::size_t i = 1; i < values.size(); ++i)
            resource += ',' + values[i];
    }
    return resource;
}

//! \brief The resource line in every way that a client may write it, the usual one first.
std::vector<std::string> canonicalResources(const Request &request, const std::string &account)
{
    std::vector<std::string> resources;
    for (const auto repeated : {Repeated::First, Repeated::Joined}) {
        for (const bool lowered : {false, true}) {
            auto resource = canonicalResource(request, account, lowered, repeated);
            if (std::find(resources.begin(), resources.end(), resource) == resources.end())
                resources.push_back(std::move(resource));
        }
    }
    return resources;
}

std::string canonicalOcpHeaders(const Request &request)
{
    auto headers = canonicalHeaders(request, "ocp-");
    std::sort(headers.begin(), headers.end());
    std::string lines;
    for (const auto &[name, value] : headers)
        lines += name + ':' + value + '\n';
    return lines;
}

Response errorAnswer(const Request &request, int status, const std::string &code,
                     const std::string &message, const std::string &key, const std::string &value)
{
    const std::string requestId = randomGuid();
    const std::string time = Http::formatIsoTime(SystemServiceClock().now());
    const nlohmann::json body = {
        {"odata.metadata",
         "http://" + request.headers.value("Host")
             + "/$metadata#Microsoft.Azure.Batch.Protocol.Entities.Container.errors/@Element"},
        {"code", code},
        {"message",
         {{"lang", "en-US"}, {"value", message + "\nRequestId:" + requestId + "\nTime:" + time}}},
        {"values", nlohmann::json::array({{{"key", key}, {"value", value}}})},
    };
    Response response;
    response.status = status;
    response.errorCode = code;
    response.headers.add("request-id", requestId);
    if (Http::equalsIgnoringCase(request.headers.value("return-client-request-id"), "true"))
        response.headers.add("client-request-id", request.headers.value("client-request-id"));
    response.headers.add("DataServiceVersion", "3.0");
    if (request.method == "HEAD")
        return response;
    response.contentType = "application/json; odata=minimalmetadata";
    // What a client sent may be no UTF-8; the answer must be.
    response.body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return response;
}

Response authenticationFailed(const Request &request, int status, const std::string &detail)
{
    return errorAnswer(
        request, status, "AuthenticationFailed",
        "Server failed to authenticate the request. Make sure the value of Authorization "
        "header is formed correctly including the signature.",
        "AuthenticationErrorDetail", detail);
}

} // namespace

std::vector<std::string> batchStringsToSign(const Request &request, const std::string &account)
{
    const std::string length = request.headers.value("Content-Length");
    std::vector<std::string> lengths = {length};
    if (length.empty())
        lengths.push_back("0");
    else if (length == "0")
        lengths.push_back("");

    const std::string date = request.headers.value("Date");
    std::vector<std::string> dates = {date};
    if (!date.empty() && request.headers.find("ocp-date"))
        dates.push_back("");

    const std::string ocpHeaders = canonicalOcpHeaders(request);
    std::vector<std::string> result;
    for (const std::string &resource : canonicalResources(request, account))
        for (const std::string &dateLine : dates)
            for (const std::string &lengthLine : lengths)
                result.push_back(standardHeaderLines(request, lengthLine, dateLine) + ocpHeaders
                                 + resource);
    return result;
}

std::optional<Response> refuseBatchRequest(const Request &request, const Account &account,
                                           ServiceClock::Time now)
{
    const auto authorization = request.headers.find("Authorization");
    if (!authorization)
        return errorAnswer(request, 400, "MissingRequiredHeader",
                           "A required HTTP header was not specified.", "HeaderName",
                           "Authorization");
    if (Http::lowerCased(authorization->substr(0, bearer.size())) == bearer) {
        auto answer = authenticationFailed(
            request, 401, "This service takes SharedKey alone, and has no tokens.");
        answer.headers.add("WWW-Authenticate", "SharedKey");
        return answer;
    }
    const auto header = parseSharedKeyHeader(*authorization);
    if (!header)
        return errorAnswer(
            request, 400, "InvalidAuthenticationInfo",
            "The authentication information was not provided in the correct format. Verify "
            "the value of Authorization header.",
            "AuthenticationErrorDetail", "Expected: SharedKey <account>:<signature>");
    if (!Http::equalsIgnoringCase(header->account, account.name))
        return authenticationFailed(request, 403,
                                    "The account \"" + header->account + "\" is not served here.");
    const std::string date = request.headers.value("ocp-date", request.headers.value("Date"));
    if (!withinClockWindow(date, now))
        return authenticationFailed(request, 403,
                                    "The date \"" + date
                                        + "\" of the request is not within 15 minutes of "
                                        + Http::formatHttpDate(now) + '.');
    const auto candidates = batchStringsToSign(request, header->account);
    if (!anySigned(account, *header, candidates))
        return authenticationFailed(
            request, 403,
            "The MAC signature found in the HTTP request '" + header->signature
                + "' is not the same as any computed signature. Server used following "
                  "string to sign: '"
                + candidates.front() + "'.");
    return std::nullopt;
}

} // namespace Batchdesk::LocalService::Auth
