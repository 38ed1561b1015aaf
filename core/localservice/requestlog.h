// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/http/message.h"
#include "core/localservice/privatefile.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace Batchdesk::LocalService {

//! \brief A file with one line of JSON for each request that was answered: time, service,
//! operation, method, path, version, status, code (of the error), client, milliseconds.
//!
//! Neither queries, headers nor bodies go in: they may hold keys and signatures.
class RequestLog
{
public:
    //! \brief Opens \a file at its end, or nothing when it is empty. Throws std::system_error.
    explicit RequestLog(const std::filesystem::path &file);

    //! \brief Adds a line. Thread-safe. A full disk does not keep a client from its answer.
    void add(std::string_view service, const Request &request, const Response &response,
             std::chrono::milliseconds duration);

private:
    std::mutex m_mutex;
    std::unique_ptr<PrivateAppender> m_file;
};

//! \brief The product in a User-Agent that says most about who is calling: "azure-batch/13.0.1".
std::string clientName(std::string_view userAgent);

} // namespace Batchdesk::LocalService
