// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "testblobserver.h"

namespace Batchdesk::LocalService {

namespace {

std::string pathOf(const std::string &target)
{
    return target.substr(0, target.find('?'));
}

} // namespace

TestBlobServer::TestBlobServer()
{
    m_server.set_tcp_nodelay(true);
    m_server.set_keep_alive_timeout(1);
    m_server.new_task_queue = [] { return new httplib::ThreadPool(64); };
    // Not ".*": a blob name may hold a line break.
    m_server.Get(R"([\s\S]*)",
                 [this](const httplib::Request &request, httplib::Response &response) {
                     handle(request, response, {});
                 });
    m_server.Put(R"([\s\S]*)",
                 [this](const httplib::Request &request, httplib::Response &response,
                        const httplib::ContentReader &reader) {
                     std::string body;
                     reader([&body](const char *data, std::size_t size) {
                         body.append(data, size);
                         return true;
                     });
                     handle(request, response, body);
                 });
    m_port = m_server.bind_to_any_port("127.0.0.1");
    m_thread = std::thread([this] { m_server.listen_after_bind(); });
    // stop() does nothing to a server that does not listen yet: one answered request shows that it
    // does.
    httplib::Client(origin()).Get("/");
    const std::lock_guard lock(m_mutex);
    m_requests.clear();
}

TestBlobServer::~TestBlobServer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_server.stop();
    m_thread.join();
}

void TestBlobServer::setBlob(const std::string &encodedPath, const std::string &content)
{
    const std::lock_guard lock(m_mutex);
    m_blobs[encodedPath] = content;
}

std::string TestBlobServer::blob(const std::string &encodedPath) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_blobs.find(encodedPath);
    return found == m_blobs.end() ? "(no blob " + encodedPath + ")" : found->second;
}

std::vector<std::string> TestBlobServer::blobPaths() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::string> paths;
    for (const auto &[path, content] : m_blobs)
        paths.push_back(path);
    return paths;
}

std::string TestBlobServer::header(const std::string &encodedPath, const std::string &name) const
{
    const std::lock_guard lock(m_mutex);
    const auto headers = m_headers.find(encodedPath);
    if (headers == m_headers.end())
        return {};
    const auto found = headers->second.find(name);
    return found == headers->second.end() ? std::string() : found->second;
}

void TestBlobServer::setFault(const std::string &pathPrefix, const Fault &fault)
{
    const std::lock_guard lock(m_mutex);
    m_faults[pathPrefix] = fault;
}

void TestBlobServer::setListing(const std::string &containerPath,
                                const std::vector<std::string> &pages)
{
    const std::lock_guard lock(m_mutex);
    m_listings[containerPath] = pages;
}

std::vector<TestBlobServer::Request> TestBlobServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

void TestBlobServer::waitUntilHanging()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_hanging > 0; });
}

void TestBlobServer::handle(const httplib::Request &request, httplib::Response &response,
                            const std::string &body)
{
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back({request.method, request.target, request.headers});
    }
    if (misbehave(request, response))
        return;
    if (request.target.find("sig=SECRET%2Fsig") == std::string::npos) {
        response.status = 403;
        response.set_header("x-ms-error-code", "AuthenticationFailed");
        return;
    }
    if (request.method == "GET")
        get(request, response);
    else
        put(request, response, body);
}

bool TestBlobServer::misbehave(const httplib::Request &request, httplib::Response &response)
{
    std::unique_lock lock(m_mutex);
    Fault fault;
    for (auto &[prefix, candidate] : m_faults) {
        if (request.target.starts_with(prefix) && candidate.times > 0) {
            --candidate.times;
            fault = candidate;
        }
    }
    switch (fault.kind) {
    case Fault::Kind::None:
        return false;
    case Fault::Kind::Status:
        response.status = fault.status;
        response.set_content("<?xml version=\"1.0\"?><Error><Code>" + fault.code
                                 + "</Code></Error>",
                             "application/xml");
        return true;
    case Fault::Kind::Cut:
        response.set_content_provider(1000, "application/octet-stream",
                                      [](std::size_t offset, std::size_t, httplib::DataSink &sink) {
                                          return offset == 0 && sink.write("half", 4);
                                      });
        return true;
    case Fault::Kind::Hang:
        ++m_hanging;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_ending; });
        response.status = 500;
        return true;
    }
    return false;
}

void TestBlobServer::get(const httplib::Request &request, httplib::Response &response)
{
    const std::lock_guard lock(m_mutex);
    const std::string path = pathOf(request.target);
    if (request.has_param("comp")) {
        const auto listing = m_listings.find(path);
        const std::size_t page =
            request.has_param("marker") ? std::stoul(request.get_param_value("marker")) : 0;
        if (listing != m_listings.end() && page < listing->second.size()) {
            response.set_content(listing->second[page], "application/xml");
            return;
        }
    }
    const auto found = m_blobs.find(path);
    if (found == m_blobs.end()) {
        response.status = 404;
        response.set_header("x-ms-error-code", "BlobNotFound");
        return;
    }
    response.set_content(found->second, "application/octet-stream");
}

void TestBlobServer::put(const httplib::Request &request, httplib::Response &response,
                         const std::string &body)
{
    const std::lock_guard lock(m_mutex);
    const std::string path = pathOf(request.target);
    response.status = 201;
    const std::string comp = request.get_param_value("comp");
    if (comp == "block") {
        m_blocks[path + '#' + request.get_param_value("blockid")] = body;
        return;
    }
    std::string content = body;
    if (comp == "blocklist") {
        content.clear();
        for (std::size_t at = body.find("<Latest>"); at != std::string::npos;
             at = body.find("<Latest>", at + 1)) {
            const std::size_t end = body.find("</Latest>", at);
            content += m_blocks.at(path + '#' + body.substr(at + 8, end - at - 8));
        }
    } else if (request.get_header_value("x-ms-blob-type") != "BlockBlob") {
        response.status = 400;
        return;
    }
    m_blobs[path] = content;
    m_headers[path] = request.headers;
}

} // namespace Batchdesk::LocalService
