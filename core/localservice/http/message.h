// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

//! \brief HTTP as handlers see it; the library beneath is known only to http/server.cpp.
namespace Batchdesk::LocalService {

//! \brief Name-value pairs in order, names compared without case.
class FieldList
{
public:
    void add(std::string name, std::string value)
    {
        m_fields.emplace_back(std::move(name), std::move(value));
    }
    //! \brief The first value of that name.
    std::optional<std::string> find(std::string_view name) const;
    //! \brief The first value of that name, or \a fallback.
    std::string value(std::string_view name, std::string fallback = {}) const;
    const std::vector<std::pair<std::string, std::string>> &all() const { return m_fields; }

private:
    std::vector<std::pair<std::string, std::string>> m_fields;
};

//! \brief Reads a request body piece by piece, so that a large one never sits in memory.
//! \return false when the body ended early or the consumer said false.
using BodyReader =
    std::function<bool(const std::function<bool(const char *data, std::size_t size)> &consumer)>;

//! \brief A request after the head was read.
struct Request
{
    std::string method;  //!< Upper case.
    std::string rawPath; //!< Percent-encoded, as sent; starts with '/'.
    std::vector<std::string>
        segments;         //!< rawPath split at '/', then decoded: %2F stays inside its segment.
    FieldList query;      //!< Decoded, in order.
    std::string rawQuery; //!< As sent, without '?'.
    FieldList headers;
    BodyReader readBody; //!< Once. May be empty for verbs without a body.
    std::string remoteAddress;

    //! \brief The whole body, at most \a limit bytes; nothing when it is longer or ends early.
    std::optional<std::string> body(std::size_t limit) const;
};

//! \brief Gives the bytes of [offset, offset + length) to the sink; false cuts the connection.
using BodyProvider =
    std::function<bool(std::uint64_t offset, std::uint64_t length,
                       const std::function<bool(const char *data, std::size_t size)> &sink)>;

//! \brief An answer.
struct Response
{
    int status = 200;
    std::string reason; //!< What follows the status; empty for HTTP's own words.
    FieldList headers;
    std::string contentType;
    std::string body; //!< Used when provider is empty.
    std::uint64_t providerLength = 0;
    BodyProvider provider; //!< For bodies that are streamed from disk.
    bool headOnly = false; //!< Content-Length is announced, no body is sent (HEAD).
    std::string operation; //!< What was asked for, for the log alone; empty when it is unknown.
    std::string errorCode; //!< Why it was refused, for the log alone.
};

//! \brief Carries out one request. Called on many threads at once.
using Handler = std::function<Response(const Request &)>;

} // namespace Batchdesk::LocalService
