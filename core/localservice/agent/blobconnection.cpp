// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/blobconnection.h"

#include <httplib.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace Batchdesk::LocalService {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t chunkSize = 64 * 1024;
constexpr std::size_t keptErrorBody = 4 * 1024;
constexpr std::array<std::chrono::milliseconds, 3> pauses{std::chrono::milliseconds(100),
                                                          std::chrono::milliseconds(400),
                                                          std::chrono::milliseconds(1200)};

bool isWorthRetrying(const BlobAnswer &answer)
{
    switch (answer.status) {
    case 0:
        return !answer.refusedHere && (!answer.timedOut || answer.neverConnected);
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
        return true;
    default:
        return false;
    }
}

std::string errorCode(const httplib::Response &response, const std::string &body)
{
    if (response.has_header("x-ms-error-code"))
        return response.get_header_value("x-ms-error-code");
    const std::size_t begin = body.find("<Code>");
    const std::size_t end = body.find("</Code>");
    if (begin == std::string::npos || end == std::string::npos || end < begin)
        return {};
    return body.substr(begin + 6, end - begin - 6);
}

std::string problemOf(httplib::Error error)
{
    switch (error) {
    case httplib::Error::Connection:
        return "the connection could not be made";
    case httplib::Error::ConnectionTimeout:
        return "nothing answered at that address in time";
    case httplib::Error::Read:
        return "the connection was lost before the answer was complete";
    case httplib::Error::Write:
        return "the connection was lost while sending";
    case httplib::Error::SSLConnection:
    case httplib::Error::SSLLoadingCerts:
    case httplib::Error::SSLServerVerification:
        return "the secure connection could not be made";
    default:
        return "the request failed (" + httplib::to_string(error) + ")";
    }
}

//! \brief Ends the running request of a client when a stop is requested.
//!
//! A client can be stopped only while its request is on the way, and nothing tells when that
//! begins. So a thread of its own asks again until the request is over; whoever requests the stop
//! never waits for a network.
class RequestStopper
{
public:
    RequestStopper(httplib::Client &client, const std::stop_token &stop)
        : m_client(client)
    {
        const auto onStop = [this] {
            // A stop that was requested earlier runs this here, before the request.
            if (m_owner != std::this_thread::get_id())
                m_stopper = std::thread([this] { stopUntilOver(); });
        };
        m_callback = std::make_unique<std::stop_callback<std::function<void()>>>(stop, onStop);
    }
    ~RequestStopper()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_over = true;
        }
        m_changed.notify_all();
        m_callback.reset(); // waits for a callback that is running, which may be making the thread
        if (m_stopper.joinable())
            m_stopper.join();
    }
    RequestStopper(const RequestStopper &) = delete;
    RequestStopper &operator=(const RequestStopper &) = delete;

private:
    void stopUntilOver()
    {
        std::unique_lock lock(m_mutex);
        while (!m_over) {
            lock.unlock();
            m_client.stop();
            lock.lock();
            m_changed.wait_for(lock, std::chrono::milliseconds(2), [this] { return m_over; });
        }
    }

    httplib::Client &m_client;
    std::thread::id m_owner = std::this_thread::get_id();
    std::thread m_stopper;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_over = false;
    std::unique_ptr<std::stop_callback<std::function<void()>>> m_callback;
};

} // namespace

BlobUrl BlobUrl::blob(std::string_view blobName) const
{
    BlobUrl url = *this;
    if (!url.path.ends_with('/'))
        url.path += '/';
    url.path += percentEncoded(blobName, true);
    return url;
}

BlobUrl BlobUrl::with(const std::string &parameters) const
{
    BlobUrl url = *this;
    url.query = parameters + (query.empty() ? "" : "&" + query);
    return url;
}

std::optional<BlobUrl> parseBlobUrl(std::string_view url)
{
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos)
        return {};
    std::string name(url.substr(0, scheme));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (name != "http" && name != "https")
        return {};
    url = url.substr(0, url.find('#'));
    const bool printable =
        std::all_of(url.begin(), url.end(), [](unsigned char c) { return c > 0x20 && c != 0x7F; });
    const std::string_view rest = url.substr(scheme + 3);
    const std::size_t hostEnd = std::min(rest.find_first_of("/?"), rest.size());
    const std::string_view host = rest.substr(0, hostEnd);
    if (host.empty() || host.find('@') != std::string_view::npos || !printable)
        return {};
    const std::size_t question = std::min(rest.find('?'), rest.size());
    BlobUrl parsed;
    parsed.origin = name + "://" + std::string(host);
    parsed.path = std::string(rest.substr(hostEnd, question - hostEnd));
    if (parsed.path.empty())
        parsed.path = "/";
    if (question < rest.size())
        parsed.query = std::string(rest.substr(question + 1));
    return parsed;
}

std::string percentEncoded(std::string_view bytes, bool keepSlash)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte < 0x80 && std::isalnum(byte)) || c == '-' || c == '.' || c == '_'
            || c == '~' || (keepSlash && c == '/');
        if (plain)
            encoded += c;
        else
            encoded.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
    return encoded;
}

std::string BlobAnswer::text() const
{
    if (status == 0)
        return problem;
    return "HTTP " + std::to_string(status) + (code.empty() ? "" : " " + code);
}

class BlobConnection::Private
{
public:
    Private(const std::string &origin, std::stop_token stopToken, BlobTimeouts limits)
        : client(origin)
        , stop(std::move(stopToken))
        , timeouts(limits)
    {
        client.set_connection_timeout(limits.connect);
        client.set_read_timeout(limits.silence);
        client.set_write_timeout(limits.silence);
        client.set_keep_alive(true);
        client.set_tcp_nodelay(true);
        client.set_url_encode(false);
        client.set_decompress(false);
    }

    BlobAnswer withRetries(const std::function<BlobAnswer()> &attempt);
    BlobAnswer once(const std::function<httplib::Result()> &request, std::string &errorBody);
    BlobAnswer getOnce(const BlobUrl &url, const std::function<bool()> &begin, const Sink &sink);
    BlobAnswer putOnce(const BlobUrl &url, const RequestHeaders &headers, std::uint64_t size,
                       const Source &source);

    httplib::Headers requestHeaders(const RequestHeaders &own) const
    {
        httplib::Headers headers{{"x-ms-version", "2021-12-02"}, {"Accept-Encoding", "identity"}};
        headers.insert(own.begin(), own.end());
        return headers;
    }

    static std::string target(const BlobUrl &url)
    {
        return url.path + (url.query.empty() ? "" : "?" + url.query);
    }

    httplib::Client client;
    std::stop_token stop;
    BlobTimeouts timeouts;
    bool refusedHere = false;
    Clock::time_point lastProgress;
};

BlobAnswer BlobConnection::Private::withRetries(const std::function<BlobAnswer()> &attempt)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    BlobAnswer answer = attempt();
    for (const auto pause : pauses) {
        if (!isWorthRetrying(answer) || stop.stop_requested())
            break;
        std::unique_lock lock(mutex);
        wake.wait_for(lock, stop, pause, [] { return false; });
        if (stop.stop_requested())
            break;
        answer = attempt();
    }
    return answer;
}

BlobAnswer BlobConnection::Private::once(const std::function<httplib::Result()> &request,
                                         std::string &errorBody)
{
    BlobAnswer answer;
    if (!client.is_valid()) {
        answer.problem = "the address is not valid";
        answer.refusedHere = true;
        return answer;
    }
    const RequestStopper stopper(client, stop);
    // Asked after the stopper is there: a stop from now on reaches the request.
    if (stop.stop_requested()) {
        answer.problem = "the task was ended";
        answer.refusedHere = true;
        return answer;
    }
    refusedHere = false;
    lastProgress = Clock::now();
    const httplib::Result result = request();
    answer.refusedHere = refusedHere;
    if (result) {
        answer.status = result->status;
        answer.code = errorCode(*result, errorBody.empty() ? result->body : errorBody);
        return answer;
    }
    answer.neverConnected = result.error() == httplib::Error::ConnectionTimeout;
    answer.timedOut = answer.neverConnected
        || (!refusedHere && !stop.stop_requested()
            && Clock::now() - lastProgress >= timeouts.silence);
    answer.problem = answer.timedOut ? "nothing answered in time" : problemOf(result.error());
    return answer;
}

BlobAnswer BlobConnection::Private::getOnce(const BlobUrl &url, const std::function<bool()> &begin,
                                            const Sink &sink)
{
    bool success = false;
    std::string errorBody;
    const auto onHeader = [&](const httplib::Response &response) {
        lastProgress = Clock::now();
        success = response.status == 200;
        refusedHere = success && !begin();
        return !refusedHere;
    };
    const auto onData = [&](const char *data, std::size_t size) {
        lastProgress = Clock::now();
        if (!success) {
            errorBody.append(
                data, std::min(size, keptErrorBody - std::min(errorBody.size(), keptErrorBody)));
            return true;
        }
        refusedHere = stop.stop_requested() || !sink(data, size);
        return !refusedHere;
    };
    return once([&] { return client.Get(target(url), requestHeaders({}), onHeader, onData); },
                errorBody);
}

BlobAnswer BlobConnection::Private::putOnce(const BlobUrl &url, const RequestHeaders &headers,
                                            std::uint64_t size, const Source &source)
{
    std::vector<char> buffer(std::min<std::uint64_t>(size, chunkSize));
    const auto provide = [&](std::size_t offset, std::size_t, httplib::DataSink &out) {
        const std::size_t wanted = std::min<std::uint64_t>(buffer.size(), size - offset);
        lastProgress = Clock::now();
        const std::size_t filled =
            stop.stop_requested() ? 0 : source(offset, buffer.data(), wanted);
        refusedHere = filled == 0;
        return !refusedHere && out.write(buffer.data(), filled);
    };
    std::string noBody;
    return once(
        [&] {
            if (size == 0)
                return client.Put(target(url), requestHeaders(headers), std::string(),
                                  std::string());
            return client.Put(target(url), requestHeaders(headers), size, provide, std::string());
        },
        noBody);
}

BlobConnection::BlobConnection(const std::string &origin, std::stop_token stop,
                               BlobTimeouts timeouts)
    : d(std::make_unique<Private>(origin, std::move(stop), timeouts))
{
}

BlobConnection::~BlobConnection() = default;

BlobAnswer BlobConnection::get(const BlobUrl &url, const std::function<bool()> &begin,
                               const Sink &sink)
{
    return d->withRetries([&] { return d->getOnce(url, begin, sink); });
}

BlobAnswer BlobConnection::put(const BlobUrl &url, const RequestHeaders &headers,
                               std::uint64_t size, const Source &source)
{
    return d->withRetries([&] { return d->putOnce(url, headers, size, source); });
}

BlobAnswer BlobConnection::put(const BlobUrl &url, const RequestHeaders &headers,
                               std::string_view body)
{
    return put(url, headers, body.size(),
               [body](std::uint64_t offset, char *data, std::size_t size) {
                   return body.substr(static_cast<std::size_t>(offset)).copy(data, size);
               });
}

} // namespace Batchdesk::LocalService
