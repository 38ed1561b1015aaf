// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/sharedaccesssignature.h"

#include "core/localservice/auth/digest.h"
#include "core/localservice/http/httpdate.h"

#include <charconv>

namespace Batchdesk::LocalService::Auth {

namespace {

// Versions are dates, so that they sort as text.
constexpr std::string_view firstVersionWithScope = "2020-12-06";
constexpr std::string_view firstVersionWithResource = "2018-11-09";

std::string lines(const std::vector<std::string> &values)
{
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i)
        text += (i == 0 ? "" : "\n") + values[i];
    return text;
}

std::optional<std::uint32_t> ipv4(std::string_view text)
{
    std::uint32_t address = 0;
    for (int part = 0; part < 4; ++part) {
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || value > 255)
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (part < 3 ? !text.starts_with('.') : !text.empty())
            return std::nullopt;
        if (part < 3)
            text.remove_prefix(1);
        address = address << 8 | value;
    }
    return address;
}

bool addressInRange(const std::string &range, const std::string &address)
{
    const auto dash = range.find('-');
    const auto low = ipv4(std::string_view(range).substr(0, dash));
    const auto high =
        dash == std::string::npos ? low : ipv4(std::string_view(range).substr(dash + 1));
    const auto own = ipv4(address);
    return low && high && own && *low <= *own && *own <= *high;
}

bool lettersInOrder(const std::string &letters)
{
    constexpr std::string_view order = "racwdxyltfmei";
    std::size_t next = 0;
    for (const char letter : letters) {
        const auto at = order.find(letter, next);
        if (at == std::string_view::npos)
            return false;
        next = at + 1;
    }
    return true;
}

Refusal failed(std::string detail)
{
    return {.detail = std::move(detail)};
}

std::optional<Refusal> refuseSignature(const FieldList &query, const Account &account,
                                       const std::string &stringToSign)
{
    if (equalsInConstantTime(signatureOf(account.key, stringToSign), query.value("sig")))
        return std::nullopt;
    return failed("Signature did not match. String to sign used was " + stringToSign);
}

//! \brief What both kinds have in common once the signature is known to be good.
std::optional<Refusal> refuseCircumstances(const Request &request, ServiceClock::Time now)
{
    const FieldList &query = request.query;
    const std::string start = query.value("st");
    const std::string expiry = query.value("se");
    const auto from = Http::parseIsoTime(start);
    const auto until = Http::parseIsoTime(expiry);
    if (!until || (!start.empty() && !from))
        return failed("Signature fields not well formed: se and st must be UTC times.");
    if (now >= *until || (from && now < *from))
        return failed("Signature not valid in the specified time frame: Start [" + start
                      + "] - Expiry [" + expiry + "] - Current [" + Http::formatHttpDate(now)
                      + ']');
    const std::string protocol = query.value("spr");
    if (protocol == "https")
        return Refusal{403, "AuthorizationProtocolMismatch",
                       "The SAS is for https; this endpoint is http."};
    if (!protocol.empty() && protocol != "https,http")
        return failed("Signature fields not well formed: spr must be https or https,http.");
    const std::string addresses = query.value("sip");
    if (!addresses.empty() && !addressInRange(addresses, request.remoteAddress))
        return Refusal{403, "AuthorizationSourceIPMismatch",
                       "The SAS is for the addresses " + addresses + '.'};
    return std::nullopt;
}

std::optional<Refusal> refusePermissions(const FieldList &query, const SasUse &use)
{
    if (query.value("sp").find_first_of(use.anyOf) != std::string::npos)
        return std::nullopt;
    return Refusal{403, "AuthorizationPermissionMismatch",
                   "The SAS permits \"" + query.value("sp") + "\"; the operation needs one of \""
                       + use.anyOf + "\"."};
}

std::optional<Refusal> refuseAccountSas(const Request &request, const Account &account,
                                        const SasUse &use, ServiceClock::Time now)
{
    const FieldList &query = request.query;
    if (auto refusal = refuseSignature(query, account, accountSasStringToSign(query, account.name)))
        return refusal;
    if (auto refusal = refuseCircumstances(request, now))
        return refusal;
    if (query.value("ss").find('b') == std::string::npos)
        return Refusal{403, "AuthorizationServiceMismatch", "The SAS is not for the Blob service."};
    const char letter = use.resource == SasUse::Resource::Service ? 's'
        : use.resource == SasUse::Resource::Container             ? 'c'
                                                                  : 'o';
    if (query.value("srt").find(letter) == std::string::npos)
        return Refusal{403, "AuthorizationResourceTypeMismatch",
                       std::string("The SAS lacks the resource type \"") + letter + "\"."};
    return refusePermissions(query, use);
}

std::optional<Refusal> refuseServiceSas(const Request &request, const Account &account,
                                        const SasUse &use, ServiceClock::Time now)
{
    const FieldList &query = request.query;
    const std::string resource = query.value("sr");
    if (resource != "c" && resource != "b" && resource != "bs" && resource != "bv")
        return failed("Signature fields not well formed: sr must be c or b.");
    const bool wholeContainer = resource == "c";
    const auto stringToSign = serviceSasStringToSign(query, account.name, use.container,
                                                     wholeContainer ? std::string() : use.blob);
    if (!stringToSign)
        return failed("Only SAS versions from " + std::string(firstVersionWithResource)
                      + " on are known here.");
    if (query.find("skoid"))
        return failed(
            "User delegation SAS needs Microsoft Entra ID, which this service does not have.");
    if (auto refusal = refuseSignature(query, account, *stringToSign))
        return refusal;
    if (query.find("si"))
        return failed("The stored access policy \"" + query.value("si") + "\" does not exist.");
    if (!lettersInOrder(query.value("sp")))
        return failed("Signature fields not well formed: the letters of sp must be in the order "
                      "racwdxyltfmei.");
    if (auto refusal = refuseCircumstances(request, now))
        return refusal;
    if (!use.grantedByServiceSas || (use.blob.empty() && !wholeContainer))
        return Refusal{403, "AuthorizationPermissionMismatch",
                       "The operation needs an account SAS or the account key."};
    return refusePermissions(query, use);
}

} // namespace

bool hasSas(const Request &request)
{
    return request.query.find("sig").has_value();
}

std::optional<std::string> serviceSasStringToSign(const FieldList &query,
                                                  const std::string &account,
                                                  const std::string &container,
                                                  const std::string &blob)
{
    const std::string version = query.value("sv");
    if (version < firstVersionWithResource)
        return std::nullopt;
    const std::string resource = query.value("sr");
    const std::string time = resource == "bs" ? query.value("snapshot")
        : resource == "bv"                    ? query.value("versionid")
                                              : std::string();
    std::vector<std::string> values = {
        query.value("sp"),  query.value("st"),
        query.value("se"),  "/blob/" + account + '/' + container + (blob.empty() ? "" : '/' + blob),
        query.value("si"),  query.value("sip"),
        query.value("spr"), version,
        resource,           time,
    };
    if (version >= firstVersionWithScope)
        values.push_back(query.value("ses"));
    for (const char *name : {"rscc", "rscd", "rsce", "rscl", "rsct"})
        values.push_back(query.value(name));
    return lines(values);
}

std::string accountSasStringToSign(const FieldList &query, const std::string &account)
{
    std::vector<std::string> values = {account};
    for (const char *name : {"sp", "ss", "srt", "st", "se", "sip", "spr", "sv"})
        values.push_back(query.value(name));
    if (query.value("sv") >= firstVersionWithScope)
        values.push_back(query.value("ses"));
    return lines(values) + '\n';
}

std::optional<Refusal> refuseSas(const Request &request, const Account &account, const SasUse &use,
                                 ServiceClock::Time now)
{
    return request.query.find("srt") ? refuseAccountSas(request, account, use, now)
                                     : refuseServiceSas(request, account, use, now);
}

} // namespace Batchdesk::LocalService::Auth
