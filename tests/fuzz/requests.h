// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/http/requesthead.h"
#include "tests/fuzz/fuzz.h"

#include <filesystem>
#include <optional>
#include <vector>

//! \brief Inputs that are requests: a request line without version, header lines, an empty line,
//! the body; "===" on a line of its own begins the next one.
namespace Batchdesk::Fuzz {

//! \brief At most four of them; what is no HTTP is left out.
inline std::vector<LocalService::Request> requestsOf(std::string_view input)
{
    using namespace LocalService;
    std::vector<Request> requests;
    while (!input.empty() && requests.size() < 4) {
        std::string_view rest = take(input, "\n===\n");
        std::string_view headers = take(rest, "\n\n");
        std::string head = std::string(take(headers, "\n")) + " HTTP/1.1\r\nHost: 127.0.0.1:4711";
        while (!headers.empty())
            head += "\r\n" + std::string(take(headers, "\n"));
        head += "\r\nContent-Length: " + std::to_string(rest.size());
        auto parsed = Http::parseRequestHead(head);
        auto *good = std::get_if<Http::RequestHead>(&parsed);
        if (!good)
            continue;
        good->request.remoteAddress = "127.0.0.1";
        good->request.readBody = [body = std::string(rest)](const auto &consumer) {
            return body.empty() || consumer(body.data(), body.size());
        };
        requests.push_back(std::move(good->request));
    }
    return requests;
}

//! \brief A folder for the state of a service, gone at the end.
class StateFolder
{
public:
    StateFolder()
    {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "batchdesk-fuzz-XXXXXX").string();
        if (!::mkdtemp(pattern.data()))
            std::abort();
        m_path = pattern;
    }
    ~StateFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    StateFolder(const StateFolder &) = delete;
    StateFolder &operator=(const StateFolder &) = delete;
    const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace Batchdesk::Fuzz
