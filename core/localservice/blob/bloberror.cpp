// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/bloberror.h"

#include "core/localservice/blob/xml.h"
#include "core/localservice/http/httpdate.h"

namespace Batchdesk::LocalService::Blobs {

BlobError::BlobError(int status, std::string code, std::string message,
                     std::vector<std::pair<std::string, std::string>> details)
    : m_status(status)
    , m_code(std::move(code))
    , m_message(std::move(message))
    , m_details(std::move(details))
{
}

Response BlobError::response(const Request &request, const std::string &requestId) const
{
    Response response;
    response.status = m_status;
    response.headers = headers;
    response.errorCode = m_code;
    response.headers.add("x-ms-error-code", m_code);
    if (request.method == "HEAD" || m_status == 304)
        return response;
    XmlWriter xml;
    xml.open("Error");
    xml.element("Code", m_code);
    xml.element("Message",
                m_message + "\nRequestId:" + requestId
                    + "\nTime:" + Http::formatIsoTime(SystemServiceClock().now()));
    for (const auto &[name, value] : m_details)
        xml.element(name, value);
    xml.close("Error");
    response.contentType = "application/xml";
    response.body = xml.document();
    return response;
}

BlobError containerNotFound()
{
    return {404, "ContainerNotFound", "The specified container does not exist."};
}

BlobError blobNotFound()
{
    return {404, "BlobNotFound", "The specified blob does not exist."};
}

BlobError unsupportedVerb()
{
    return {405, "UnsupportedHttpVerb", "The resource doesn't support the specified HTTP verb."};
}

BlobError invalidXml()
{
    return {400, "InvalidXmlDocument", "XML specified is not syntactically valid."};
}

BlobError conditionNotMet(int status, const char *code)
{
    return {status, code, "The condition specified using HTTP conditional header(s) is not met."};
}

BlobError missingHeader(const std::string &name)
{
    return {400,
            "MissingRequiredHeader",
            "An HTTP header that's mandatory for this request is not specified.",
            {{"HeaderName", name}}};
}

BlobError invalidHeader(const std::string &name, const std::string &value)
{
    return {400,
            "InvalidHeaderValue",
            "The value for one of the HTTP headers is not in the correct format.",
            {{"HeaderName", name}, {"HeaderValue", value}}};
}

BlobError invalidQueryParameter(const std::string &name, const std::string &value,
                                const std::string &reason)
{
    return {400,
            "InvalidQueryParameterValue",
            "Value for one of the query parameters specified in the request URI is invalid.",
            {{"QueryParameterName", name}, {"QueryParameterValue", value}, {"Reason", reason}}};
}

} // namespace Batchdesk::LocalService::Blobs
