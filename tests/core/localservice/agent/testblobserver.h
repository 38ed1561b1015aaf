// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <httplib.h>

#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief A blob endpoint for tests: keeps what is put by its encoded path, and can be told to
//! misbehave.
class TestBlobServer
{
public:
    TestBlobServer();
    ~TestBlobServer();

    struct Request
    {
        std::string method;
        std::string target; //!< Path and query as sent.
        httplib::Headers headers;
    };

    struct Fault
    {
        enum class Kind {
            None,
            Status, //!< Answer with status and code.
            Cut,    //!< Close in the middle of the body.
            Hang,   //!< Do not answer until released.
        };
        Kind kind = Kind::None;
        int status = 0;
        std::string code;
        int times = 1'000'000; //!< Then behave.
    };

    std::string origin() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    //! \brief A URL with a SAS-like query that only this server's requests may show.
    std::string url(const std::string &encodedPath) const
    {
        return origin() + encodedPath + "?" + sas();
    }
    static std::string sas() { return "sv=2021-12-02&sig=SECRET%2Fsig"; }

    void setBlob(const std::string &encodedPath, const std::string &content);
    std::string blob(const std::string &encodedPath) const;
    std::vector<std::string> blobPaths() const;
    std::string header(const std::string &encodedPath, const std::string &name) const;
    //! \brief For every request whose path starts with \a pathPrefix.
    void setFault(const std::string &pathPrefix, const Fault &fault);
    //! \brief Pages of a container listing: answered in turn, by marker "1", "2", …
    void setListing(const std::string &containerPath, const std::vector<std::string> &pages);
    std::vector<Request> requests() const;
    //! \brief Blocks until a request hangs.
    void waitUntilHanging();

private:
    void handle(const httplib::Request &request, httplib::Response &response,
                const std::string &body);
    bool misbehave(const httplib::Request &request, httplib::Response &response);
    void get(const httplib::Request &request, httplib::Response &response);
    void put(const httplib::Request &request, httplib::Response &response, const std::string &body);

    httplib::Server m_server;
    int m_port = 0;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::string, std::string> m_blobs;
    std::map<std::string, httplib::Headers> m_headers;
    std::map<std::string, std::string> m_blocks;
    std::map<std::string, std::vector<std::string>> m_listings;
    std::map<std::string, Fault> m_faults;
    std::vector<Request> m_requests;
    int m_hanging = 0;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace Batchdesk::LocalService
