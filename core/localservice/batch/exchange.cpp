// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/exchange.h"

#include "core/localservice/batch/guid.h"
#include "core/localservice/batch/requestbody.h"

#include <algorithm>
#include <charconv>

namespace Batchdesk::LocalService {

namespace {

constexpr std::size_t maxBodySize = 1024 * 1024;
constexpr std::size_t maxPageSize = 1000;
constexpr const char *jsonType = "application/json; odata=minimalmetadata";

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

} // namespace

std::string percentEncoded(std::string_view text)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string encoded;
    for (const unsigned char c : text) {
        if (std::isalnum(c) || c == '-' || c == '_' || c == '.' || c == '~') {
            encoded += char(c);
        } else {
            encoded += '%';
            encoded += digits[c >> 4];
            encoded += digits[c & 15];
        }
    }
    return encoded;
}

Exchange::Exchange(const Request &request, Engine &engine)
    : m_request(request)
    , m_engine(engine)
    , m_requestId(newGuid())
    , m_selected(splitNames(request.query.value("$select")))
{
    const auto host = request.headers.find("Host");
    m_base = host ? "http://" + *host : engine.surroundings().endpoint;
}

void Exchange::checkQuery()
{
    const auto version = m_request.query.find("api-version");
    if (!version || version->empty())
        throw ApiError("MissingRequiredQueryParameter", {{"QueryParameterName", "api-version"}});
    const auto known = parseApiVersion(*version);
    if (!known)
        throw ApiError("UnsupportedRequestVersion",
                       {{"QueryParameterName", "api-version"}, {"QueryParameterValue", *version}});
    m_version = *known;
    for (const auto &name : splitNames(m_request.query.value("$expand"))) {
        if (name != "stats")
            throw ApiError::query("$expand", name, "Only stats can be expanded.");
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
        return maxPageSize;
    std::size_t number = 0;
    const auto read = std::from_chars(text->data(), text->data() + text->size(), number);
    if (read.ec != std::errc() || read.ptr != text->data() + text->size())
        throw ApiError::query("maxresults", *text, "The parameter must be a whole number.");
    if (number < 1 || number > maxPageSize)
        throw ApiError("OutOfRangeQueryParameterValue",
                       {{"QueryParameterName", "maxresults"},
                        {"QueryParameterValue", *text},
                        {"MinimumAllowed", "1"},
                        {"MaximumAllowed", std::to_string(maxPageSize)}});
    return number;
}

Filter Exchange::filter(const std::vector<std::string_view> &fields) const
{
    const auto text = m_request.query.find("$filter");
    return text && !text->empty() ? Filter(*text, fields) : Filter();
}

bool Exchange::expandsStats() const
{
    return splitNames(m_request.query.value("$expand")).contains("stats");
}

Json Exchange::select(Json item) const
{
    if (m_selected.empty())
        return item;
    Json chosen = Json::object();
    for (auto &[name, value] : item.items()) {
        if (m_selected.contains(name))
            chosen[name] = std::move(value);
    }
    return chosen;
}

std::string Exchange::nextLink(const std::string &last) const
{
    std::string query;
    std::size_t start = 0;
    const std::string &raw = m_request.rawQuery;
    while (start < raw.size()) {
        const auto end = std::min(raw.find('&', start), raw.size());
        const auto part = raw.substr(start, end - start);
        if (!part.starts_with("$skiptoken=") && !part.starts_with("%24skiptoken="))
            query += part + '&';
        start = end + 1;
    }
    return m_base + m_request.rawPath + '?' + query + "$skiptoken=" + percentEncoded(last);
}

void Exchange::addCommonHeaders(Response &response) const
{
    response.headers.add("request-id", m_requestId);
    response.headers.add("DataServiceVersion", "3.0");
    const auto clientId = m_request.headers.find("client-request-id");
    if (clientId && m_request.headers.value("return-client-request-id") == "true")
        response.headers.add("client-request-id", *clientId);
}

void Exchange::addRevision(Response &response, const Revision &revision)
{
    response.headers.add("ETag", revision.eTag);
    response.headers.add("Last-Modified", httpTime(revision.lastModified));
}

Response Exchange::element(std::string_view set, Json item, const Revision *revision) const
{
    if (revision && !condition().met(*revision))
        return empty(304, revision);
    Json body = Json::object();
    body["odata.metadata"] = m_base + "/$metadata#" + std::string(set) + "/@Element";
    body.update(select(std::move(item)));
    Response response = empty(200, revision);
    response.contentType = jsonType;
    response.body = body.dump(-1, ' ', false, Json::error_handler_t::replace);
    return response;
}

Response Exchange::object(std::string_view type, Json object) const
{
    Json body = Json::object();
    body["odata.metadata"] = m_base + "/$metadata#" + std::string(type);
    body.update(std::move(object));
    Response response = empty(200);
    response.contentType = jsonType;
    response.body = body.dump(-1, ' ', false, Json::error_handler_t::replace);
    return response;
}

Response Exchange::list(std::string_view set, Json items,
                        const std::optional<std::string> &lastOfPage) const
{
    Json body = Json::object();
    body["odata.metadata"] = m_base + "/$metadata#" + std::string(set);
    body["value"] = std::move(items);
    if (lastOfPage)
        body["odata.nextLink"] = nextLink(*lastOfPage);
    Response response = empty(200);
    response.contentType = jsonType;
    response.body = body.dump(-1, ' ', false, Json::error_handler_t::replace);
    return response;
}

Response Exchange::empty(int status, const Revision *revision) const
{
    Response response;
    response.status = status;
    addCommonHeaders(response);
    if (revision)
        addRevision(response, *revision);
    if (m_request.method != "GET" && m_request.method != "HEAD" && status < 300)
        response.headers.add("DataServiceId", m_base + m_request.rawPath);
    response.headOnly = m_request.method == "HEAD";
    return response;
}

Response Exchange::created(const Revision &revision, const std::string &location) const
{
    Response response;
    response.status = 201;
    addCommonHeaders(response);
    addRevision(response, revision);
    response.headers.add("DataServiceId", location);
    response.headers.add("Location", location);
    return response;
}

Json Exchange::errorJson(const ApiError &error, bool withMetadata) const
{
    Json json = Json::object();
    if (withMetadata)
        json["odata.metadata"] =
            m_base + "/$metadata#Microsoft.Azure.Batch.Protocol.Entities.Container.errors/@Element";
    json["code"] = error.code();
    json["message"] = {{"lang", "en-US"},
                       {"value",
                        std::string(error.what()) + "\nRequestId:" + m_requestId
                            + "\nTime:" + isoTime(m_engine.now())}};
    if (!error.values().empty()) {
        json["values"] = Json::array();
        for (const auto &[key, value] : error.values())
            json["values"].push_back({{"key", key}, {"value", value}});
    }
    return json;
}

Response Exchange::error(const ApiError &error) const
{
    Response response;
    response.status = error.status();
    response.errorCode = error.code();
    addCommonHeaders(response);
    if (error.code() == "ServerBusy")
        response.headers.add("Retry-After", "1");
    response.headOnly = m_request.method == "HEAD";
    if (response.headOnly)
        return response;
    response.contentType = jsonType;
    response.body = errorJson(error, true).dump(-1, ' ', false, Json::error_handler_t::replace);
    return response;
}

} // namespace Batchdesk::LocalService
