// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief An http or https URL with its parts still percent-encoded, so that it is requested as
//! given.
struct BlobUrl
{
    std::string origin; //!< scheme://host:port
    std::string path;   //!< Starts with '/'.
    std::string query;  //!< Without '?'. Holds the SAS: never for people or logs.

    //! \brief What may be shown: without the query.
    std::string shown() const { return origin + path; }
    //! \brief The URL of a blob in this container; \a blobName is plain bytes and gets encoded.
    BlobUrl blob(std::string_view blobName) const;
    //! \brief The same URL with \a parameters (encoded, "a=b&c=d") added to the query.
    BlobUrl with(const std::string &parameters) const;
};

//! \brief Nothing when \a url is not an http or https URL with a host.
std::optional<BlobUrl> parseBlobUrl(std::string_view url);

//! \brief Percent-encodes every byte but letters, digits, '-', '.', '_', '~' and, if \a keepSlash,
//! '/'.
std::string percentEncoded(std::string_view bytes, bool keepSlash);

//! \brief How long one request may be silent.
struct BlobTimeouts
{
    std::chrono::milliseconds connect{5'000};
    std::chrono::milliseconds silence{60'000};
};

//! \brief What came back for one request.
struct BlobAnswer
{
    int status = 0;      //!< HTTP; 0 when there was no complete answer.
    std::string code;    //!< The service's error code, if it gave one.
    std::string problem; //!< Of status 0: what went wrong, for people.
    bool timedOut = false;
    bool neverConnected =
        false; //!< Timed out before the other side took the connection: busy, not stuck.
    bool refusedHere = false; //!< Our own sink or source gave up, not the connection.

    bool isSuccess() const { return status >= 200 && status < 300; }
    //! \brief "404 BlobNotFound", or the problem.
    std::string text() const;
};

using RequestHeaders = std::vector<std::pair<std::string, std::string>>;

//! \brief Requests to one Blob endpoint, by SAS, over one connection. For one thread.
//!
//! Lost connections, 429, 500, 502, 503 and 504 are tried again a few times. A requested stop ends
//! a request at once; the answer is then of status 0.
class BlobConnection
{
public:
    //! \brief Takes a part of a body; false ends the request.
    using Sink = std::function<bool(const char *data, std::size_t size)>;
    //! \brief Fills up to \a size bytes of the body from \a offset; 0 ends the request.
    using Source = std::function<std::size_t(std::uint64_t offset, char *data, std::size_t size)>;

    BlobConnection(const std::string &origin, std::stop_token stop, BlobTimeouts timeouts = {});
    ~BlobConnection();

    //! \brief GET. \a begin is called before the first byte of each try and must forget earlier
    //! ones.
    BlobAnswer get(const BlobUrl &url, const std::function<bool()> &begin, const Sink &sink);
    //! \brief PUT of \a size bytes.
    BlobAnswer put(const BlobUrl &url, const RequestHeaders &headers, std::uint64_t size,
                   const Source &source);
    //! \brief PUT of a small body.
    BlobAnswer put(const BlobUrl &url, const RequestHeaders &headers, std::string_view body);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Batchdesk::LocalService
