// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/sharedaccesssignature.h"

#include "core/localservice/auth/digest.h"
#include "core/localservice/auth/storageversion.h"
#include "core/localservice/http/httpdate.h"

#include <array>
#include <charconv>

namespace Batchdesk::LocalService::Auth {

namespace {

// Versions are dates, so that they sort as text.
constexpr std::string_view firstVersionWithScope = "2020-12-06";
constexpr std::string_view firstVersionWithResource = "2018-11-09";
constexpr std::string_view firstVersion = "2015-04-05";

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

bool lettersInOrder(const std::string &letters, std::string_view order)
{
    std::size_t next = 0;
    for (const char letter : letters) {
        const auto at = order.find(letter, next);
        if (at == std::string_view::npos)
            return false;
        next = at + 1;
    }
    return true;
}

//! \brief True when \a letters is not empty and has each letter of \a known at most once.
bool lettersOf(const std::string &letters, std::string_view known)
{
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (known.find(letters[i]) == std::string_view::npos
            || letters.find(letters[i], i + 1) != std::string::npos)
            return false;
    }
    return !letters.empty();
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

//! \brief The times and letters that hold: those of the SAS, or of the policy that it names.
struct Terms
{
    std::string start;
    std::string expiry;
    std::string letters;
};

//! \brief What both kinds have in common once the signature is known to be good.
std::optional<Refusal> refuseCircumstances(const Request &request, const Terms &terms,
                                           ServiceClock::Time now)
{
    const FieldList &query = request.query;
    const std::string &start = terms.start;
    const std::string &expiry = terms.expiry;
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
    // A scope says with which key to encrypt, and there is none here.
    if (query.find("ses"))
        return failed("The encryption scope \"" + query.value("ses") + "\" does not exist.");
    return std::nullopt;
}

std::optional<Refusal> refusePermissions(const std::string &letters, const SasUse &use)
{
    if (letters.find_first_of(use.anyOf) != std::string::npos)
        return std::nullopt;
    return Refusal{403, "AuthorizationPermissionMismatch",
                   "The SAS permits \"" + letters + "\"; the operation needs one of \"" + use.anyOf
                       + "\"."};
}

std::optional<Refusal> refuseVersion(const FieldList &query)
{
    const std::string version = query.value("sv");
    if (isStorageVersion(version) && version >= firstVersion)
        return std::nullopt;
    return failed("Signature fields not well formed: sv is no version of the service.");
}

std::optional<Refusal> refuseAccountSas(const Request &request, const Account &account,
                                        const SasUse &use, ServiceClock::Time now)
{
    const FieldList &query = request.query;
    if (auto refusal = refuseVersion(query))
        return refusal;
    if (auto refusal = refuseSignature(query, account, accountSasStringToSign(query, account.name)))
        return refusal;
    // Clients differ in the order of the later letters, so that the order is not asked for.
    if (!lettersOf(query.value("sp"), "rwdxylacuptfi") || !lettersOf(query.value("ss"), "bqtf")
        || !lettersOf(query.value("srt"), "sco"))
        return failed("Signature fields not well formed: sp, ss and srt must be letters of "
                      "rwdxylacuptfi, bqtf and sco, each once.");
    if (auto refusal = refuseCircumstances(
            request, {query.value("st"), query.value("se"), query.value("sp")}, now))
        return refusal;
    if (query.value("ss").find('b') == std::string::npos)
        return Refusal{403, "AuthorizationServiceMismatch", "The SAS is not for the Blob service."};
    const char letter = use.resource == SasUse::Resource::Service ? 's'
        : use.resource == SasUse::Resource::Container             ? 'c'
                                                                  : 'o';
    if (query.value("srt").find(letter) == std::string::npos)
        return Refusal{403, "AuthorizationResourceTypeMismatch",
                       std::string("The SAS lacks the resource type \"") + letter + "\"."};
    return refusePermissions(query.value("sp"), use);
}

//! \brief Puts the policy that the SAS names, if it names one, into what the SAS leaves out.
std::optional<Refusal> resolveTerms(const FieldList &query, const FindPolicy &findPolicy,
                                    Terms &terms)
{
    terms = {query.value("st"), query.value("se"), query.value("sp")};
    const auto id = query.find("si");
    if (!id)
        return std::nullopt;
    const auto policy = findPolicy ? findPolicy(*id) : std::nullopt;
    if (!policy)
        return failed("The stored access policy \"" + *id + "\" does not exist.");
    const std::array<std::pair<std::string *, const std::string *>, 3> fields = {
        {{&terms.start, &policy->start},
         {&terms.expiry, &policy->expiry},
         {&terms.letters, &policy->permissions}}};
    for (const auto &[own, stored] : fields) {
        if (!own->empty() && !stored->empty())
            return failed(
                "Signature fields not well formed: a field is given by the SAS and by its "
                "stored access policy.");
        if (own->empty())
            *own = *stored;
    }
    return std::nullopt;
}

std::optional<Refusal> refuseServiceSas(const Request &request, const Account &account,
                                        const SasUse &use, ServiceClock::Time now,
                                        const FindPolicy &findPolicy)
{
    const FieldList &query = request.query;
    const std::string resource = query.value("sr");
    if (query.find("skoid"))
        return failed(
            "User delegation SAS needs Microsoft Entra ID, which this service does not have.");
    if (resource == "d")
        return failed("Signature fields not well formed: sr=d needs a hierarchical namespace.");
    if (resource != "c" && resource != "b" && resource != "bs")
        return failed("Signature fields not well formed: sr must be c, b or bs.");
    if (auto refusal = refuseVersion(query))
        return refusal;
    const bool wholeContainer = resource == "c";
    const auto stringToSign = serviceSasStringToSign(query, account.name, use.container,
                                                     wholeContainer ? std::string() : use.blob);
    if (!stringToSign)
        return failed("Signature fields not well formed: sv is no version of the service.");
    if (auto refusal = refuseSignature(query, account, *stringToSign))
        return refusal;
    Terms terms;
    if (auto refusal = resolveTerms(query, findPolicy, terms))
        return refusal;
    if (terms.letters.empty()
        || !lettersInOrder(terms.letters, wholeContainer ? "racwdxyltfmei" : "racwdxytmei"))
        return failed("Signature fields not well formed: the letters of sp must be in the order "
                      "racwdxyltfmei.");
    if (auto refusal = refuseCircumstances(request, terms, now))
        return refusal;
    if (!use.grantedByServiceSas || (use.blob.empty() && !wholeContainer))
        return Refusal{403, "AuthorizationPermissionMismatch",
                       "The operation needs an account SAS or the account key."};
    if (resource == (query.find("snapshot") ? "b" : "bs"))
        return Refusal{403, "AuthorizationPermissionMismatch",
                       "A SAS is for the blob itself or for one of its snapshots."};
    return refusePermissions(terms.letters, use);
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
    if (version < firstVersion)
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
    };
    if (version >= firstVersionWithResource) {
        values.push_back(resource);
        values.push_back(time);
    }
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
                                 ServiceClock::Time now, const FindPolicy &findPolicy)
{
    return request.query.find("srt") ? refuseAccountSas(request, account, use, now)
                                     : refuseServiceSas(request, account, use, now, findPolicy);
}

std::string grantedLetters(const FieldList &query, const FindPolicy &findPolicy)
{
    Terms terms;
    return resolveTerms(query, findPolicy, terms) ? std::string() : terms.letters;
}

} // namespace Batchdesk::LocalService::Auth
