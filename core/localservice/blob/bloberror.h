// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/http/message.h"

#include <exception>
#include <string>
#include <utility>
#include <vector>

//! \brief The Blob endpoint: from request to stored bytes and back.
namespace Batchdesk::LocalService::Blobs {

//! \brief A refusal with the status and code that the Blob service gives for it.
class BlobError : public std::exception
{
public:
    //! \param details further children of the error document, such as HeaderName.
    BlobError(int status, std::string code, std::string message,
              std::vector<std::pair<std::string, std::string>> details = {});

    const char *what() const noexcept override { return m_message.c_str(); }
    int status() const { return m_status; }
    const std::string &code() const { return m_code; }

    //! \brief The error document and x-ms-error-code; without a body for HEAD and 304.
    Response response(const Request &request, const std::string &requestId) const;

    //! \brief Headers for the answer beside the usual ones, such as Content-Range of a 416.
    FieldList headers;

private:
    int m_status;
    std::string m_code;
    std::string m_message;
    std::vector<std::pair<std::string, std::string>> m_details;
};

BlobError containerNotFound();
BlobError blobNotFound();
BlobError conditionNotMet(int status, const char *code = "ConditionNotMet");
BlobError unsupportedVerb();
BlobError invalidXml();
BlobError missingHeader(const std::string &name);
BlobError invalidHeader(const std::string &name, const std::string &value);
BlobError invalidQueryParameter(const std::string &name, const std::string &value,
                                const std::string &reason);

} // namespace Batchdesk::LocalService::Blobs
