// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/exchange.h"

#include "core/localservice/batch/guid.h"

namespace Batchdesk::LocalService {

namespace {

constexpr const char *jsonType = "application/json; odata=minimalmetadata";

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
    body.update(shown(set, std::move(item)));
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
    response.reason = error.what();
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
