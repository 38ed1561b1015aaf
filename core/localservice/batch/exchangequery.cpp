// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/exchange.h"
#include "core/localservice/batch/requestbody.h"
#include "core/localservice/batch/versionview.h"
#include "core/localservice/http/percentcode.h"

#include <algorithm>
#include <array>
#include <charconv>

// What a request asks for beside its path: its version, query parameters, condition headers, body.
namespace Batchdesk::LocalService {

namespace {

using Http::equalsIgnoringCase;

constexpr std::size_t maxBodySize = 1024 * 1024;
constexpr std::size_t maxPageSize = 1000;
// The count of nodes had small pages before the newest version.
constexpr std::size_t oldCountsPageSize = 10;
constexpr std::size_t checkSize = 8;

std::string unquoted(std::string text)
{
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
        return text.substr(1, text.size() - 2);
    return text;
}

std::optional<Time> timeHeader(const Request &request, const char *name)
{
    const auto text = request.headers.find(name);
    if (!text)
        return std::nullopt;
    const auto time = parseHttpTime(*text);
    if (!time)
        throw ApiError("InvalidHeaderValue", {{"HeaderName", name}, {"HeaderValue", *text}});
    return time;
}

std::optional<std::uint64_t> wholeNumber(std::string_view text)
{
    std::uint64_t number = 0;
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end)
        return std::nullopt;
    return number;
}

void checkTimeout(const std::string &name, const std::string &value)
{
    // More than the longest is the longest; nothing here takes that long.
    const auto seconds = wholeNumber(value);
    if (!seconds)
        throw ApiError::query(name, value, "The parameter must be a whole number of seconds.");
    if (*seconds < 1)
        throw ApiError("OutOfRangeQueryParameterValue",
                       {{"QueryParameterName", name},
                        {"QueryParameterValue", value},
                        {"MinimumAllowed", "1"},
                        {"MaximumAllowed", "30"}});
}

constexpr std::string_view hexDigits = "0123456789abcdef";

//! \brief FNV-1a, to see that a token was given out for this very collection.
std::string checkOf(std::string_view path, std::string_view key)
{
    std::uint32_t hash = 2166136261;
    for (const auto part : {path, std::string_view("\0", 1), key}) {
        for (const unsigned char c : part)
            hash = (hash ^ c) * 16777619;
    }
    std::string text;
    for (std::size_t i = 0; i < checkSize; ++i, hash >>= 4)
        text += hexDigits[hash & 15];
    return text;
}

std::string toHex(std::string_view bytes)
{
    std::string text;
    for (const unsigned char c : bytes) {
        text += hexDigits[c >> 4];
        text += hexDigits[c & 15];
    }
    return text;
}

std::optional<std::string> fromHex(std::string_view text)
{
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const auto high = hexDigits.find(text[i]);
        const auto low = i + 1 < text.size() ? hexDigits.find(text[i + 1]) : std::string_view::npos;
        if (high == std::string_view::npos || low == std::string_view::npos)
            return std::nullopt;
        bytes += char(high << 4 | low);
    }
    return bytes;
}

} // namespace

std::set<std::string> splitNames(const std::string &text)
{
    std::set<std::string> names;
    std::size_t start = 0;
    while (start < text.size()) {
        const auto end = std::min(text.find(',', start), text.size());
        auto name = text.substr(start, end - start);
        name.erase(0, name.find_first_not_of(' '));
        name.erase(name.find_last_not_of(' ') + 1);
        if (!name.empty())
            names.insert(std::move(name));
        start = end + 1;
    }
    return names;
}

void Exchange::readVersion()
{
    const auto version = m_request.query.find("api-version");
    if (!version || version->empty())
        throw ApiError("MissingRequiredQueryParameter", {{"QueryParameterName", "api-version"}});
    const auto known = parseApiVersion(*version);
    if (!known)
        throw ApiError("UnsupportedRequestVersion",
                       {{"QueryParameterName", "api-version"}, {"QueryParameterValue", *version}});
    m_version = *known;
}

void Exchange::checkAgainst(const OperationRules &rules)
{
    m_rules = &rules;
    for (const auto &[name, value] : m_request.query.all())
        checkParameter(name, value);
    using C = OperationRules::Conditions;
    static constexpr std::array dates{"If-Modified-Since", "If-Unmodified-Since"};
    static constexpr std::array tags{"If-Match", "If-None-Match"};
    const auto refuse = [this](const char *name) {
        if (m_request.headers.find(name))
            throw ApiError("UnsupportedHeader", {{"HeaderName", name}});
    };
    if (rules.conditions != C::All)
        std::for_each(tags.begin(), tags.end(), refuse);
    if (rules.conditions == C::None)
        std::for_each(dates.begin(), dates.end(), refuse);
    condition();
}

void Exchange::checkParameter(const std::string &name, const std::string &value) const
{
    const std::string lower = Http::lowerCased(name);
    if (lower == "api-version")
        return;
    if (lower == "timeout")
        return checkTimeout(name, value);
    const bool forced = lower == "force" && m_version < ApiVersion::V2024_07;
    if (!m_rules->takes(lower) || forced)
        throw ApiError("UnsupportedQueryParameter",
                       {{"QueryParameterName", name}, {"QueryParameterValue", value}});
    if ((lower == "recursive" || lower == "force") && !equalsIgnoringCase(value, "true")
        && !equalsIgnoringCase(value, "false"))
        throw ApiError::query(name, value, "The parameter must be true or false.");
    if ((lower == "starttime" || lower == "endtime") && !parseIsoTime(value))
        throw ApiError::query(name, value, "The parameter must be an ISO 8601 time.");
    if (lower == "$select")
        checkSelect();
    if (lower == "$expand") {
        for (const auto &part : splitNames(value)) {
            if (part != "stats")
                throw ApiError::query("$expand", part, "Only stats can be expanded.");
        }
    }
}

void Exchange::checkSelect() const
{
    const auto &names = *m_rules->selectable;
    for (const auto &name : m_selected) {
        if (std::find(names.begin(), names.end(), name) == names.end())
            throw ApiError::query("$select", name,
                                  "The property '" + name
                                      + "' does not exist at the top level of the answer.");
    }
}

Json Exchange::body(bool optional) const
{
    const auto text = m_request.body(maxBodySize);
    if (!text)
        throw ApiError("RequestBodyTooLarge", {{"MaxLimit", std::to_string(maxBodySize)}});
    return parseBody(*text, optional);
}

Precondition Exchange::condition() const
{
    Precondition condition;
    if (const auto match = m_request.headers.find("If-Match"))
        condition.ifMatch = unquoted(*match);
    if (const auto match = m_request.headers.find("If-None-Match"))
        condition.ifNoneMatch = unquoted(*match);
    condition.ifModifiedSince = timeHeader(m_request, "If-Modified-Since");
    condition.ifUnmodifiedSince = timeHeader(m_request, "If-Unmodified-Since");
    const int count = int(condition.ifMatch.has_value()) + int(condition.ifNoneMatch.has_value())
        + int(condition.ifModifiedSince.has_value()) + int(condition.ifUnmodifiedSince.has_value());
    if (count > 1)
        throw ApiError("MultipleConditionHeadersNotSupported");
    return condition;
}

std::size_t Exchange::maxResults() const
{
    const auto text = m_request.query.find("maxresults");
    if (!text)
        return m_operation == "Account_ListPoolNodeCounts" && m_version < ApiVersion::V2025_06
            ? oldCountsPageSize
            : maxPageSize;
    const auto number = wholeNumber(*text);
    if (!number)
        throw ApiError::query("maxresults", *text, "The parameter must be a whole number.");
    if (*number < 1 || *number > maxPageSize)
        throw ApiError("OutOfRangeQueryParameterValue",
                       {{"QueryParameterName", "maxresults"},
                        {"QueryParameterValue", *text},
                        {"MinimumAllowed", "1"},
                        {"MaximumAllowed", std::to_string(maxPageSize)}});
    return std::size_t(*number);
}

Filter Exchange::filter() const
{
    const auto text = m_request.query.find("$filter");
    static const FilterFields none;
    const FilterFields &fields = m_rules && m_rules->filter ? *m_rules->filter : none;
    return text && !text->empty() ? Filter(*text, fields) : Filter();
}

bool Exchange::expandsStats() const
{
    return splitNames(m_request.query.value("$expand")).contains("stats");
}

bool Exchange::flag(std::string_view parameter) const
{
    return equalsIgnoringCase(m_request.query.value(parameter), "true");
}

std::string Exchange::tokenOf(const std::string &key) const
{
    return checkOf(m_request.rawPath, key) + toHex(key);
}

std::string Exchange::skipKey() const
{
    const auto token = m_request.query.find("$skiptoken");
    if (!token)
        return {};
    if (token->size() > checkSize) {
        const auto key = fromHex(std::string_view(*token).substr(checkSize));
        if (key && checkOf(m_request.rawPath, *key) == token->substr(0, checkSize))
            return *key;
    }
    throw ApiError::query("$skiptoken", *token, "The token was not given out by this collection.");
}

std::string Exchange::nextLink(const std::string &last) const
{
    std::string query;
    std::string_view rest = m_request.rawQuery;
    while (!rest.empty()) {
        const auto part = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        const auto name = Http::percentDecode(part.substr(0, part.find('=')));
        if (!part.empty() && (!name || !equalsIgnoringCase(*name, "$skiptoken")))
            query.append(part).append("&");
    }
    return m_base + m_request.rawPath + '?' + query + "$skiptoken=" + tokenOf(last);
}

Json Exchange::shown(std::string_view set, Json item) const
{
    item = inVersion(set, std::move(item), m_version);
    if (m_selected.empty())
        return item;
    Json chosen = Json::object();
    for (auto &[name, value] : item.items()) {
        if (m_selected.contains(name))
            chosen[name] = std::move(value);
    }
    return chosen;
}

} // namespace Batchdesk::LocalService
