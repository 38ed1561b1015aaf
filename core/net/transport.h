// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <variant>

class QThread;

namespace Batchdesk {

//! \brief HTTP header fields in the order they were added; names compare without case.
class HttpHeaders
{
public:
    //! \brief Replaces every field of that name by one.
    void set(const QByteArray &name, const QByteArray &value);
    //! \brief The first value of that name, or an empty array.
    QByteArray value(QByteArrayView name) const;
    bool contains(QByteArrayView name) const;
    void remove(QByteArrayView name);
    const QList<QPair<QByteArray, QByteArray>> &fields() const { return m_fields; }

private:
    QList<QPair<QByteArray, QByteArray>> m_fields;
};

//! \brief A part of a file that is sent as a body, read while it is sent.
struct FileWindow
{
    QString path;      //!< As QDir knows it.
    qint64 offset = 0; //!< Bytes.
    qint64 size = 0;   //!< Bytes; the file must not be shorter than offset + size.

    bool operator==(const FileWindow &) const = default;
};

//! \brief What goes out after the headers: nothing, bytes, or a window on a file.
using HttpBody = std::variant<std::monostate, QByteArray, FileWindow>;

//! \brief Where a large answer's body goes instead of into memory. Called on the network thread.
class ResponseSink
{
public:
    virtual ~ResponseSink() = default;
    //! \brief Called once before the first byte of each try; throws away what an earlier try wrote.
    virtual bool restart() = 0;
    //! \brief Takes the next bytes; false ends the transfer with an Io failure.
    virtual bool write(QByteArrayView bytes) = 0;
    //! \brief Why restart() or write() said false, for a person.
    virtual QString errorText() const = 0;
};

//! \brief One HTTP request as it goes out.
struct HttpRequest
{
    QByteArray verb; //!< GET, PUT, …
    QUrl url;        //!< Sent and signed as url.toEncoded() has it.
    HttpHeaders headers;
    HttpBody body;
    std::shared_ptr<ResponseSink> sink; //!< For 2xx bodies; null keeps the body in memory.
    std::chrono::milliseconds inactivityTimeout{60'000}; //!< Ends the try when nothing moves.
};

//! \brief The Content-Length the request goes out with, which is also the one to be signed: the
//! field if it was set, else the body's size; 0 for POST, PUT and PATCH without a body; nothing (no
//! such field) for the others.
std::optional<qint64> contentLength(const HttpRequest &request);

//! \brief What came back, or why nothing did.
struct HttpResponse
{
    enum class Failure { None, Network, Timeout, Cancelled, SinkFailed, BodyUnreadable };

    int status = 0; //!< 0 when there was no answer.
    HttpHeaders headers;
    QByteArray body;                 //!< Empty when a sink took it.
    Failure failure = Failure::None; //!< Not None also for a truncated body, whatever the status.
    QString failureText;             //!< For a person; without query strings.
};

//! \brief The seam over the network: one HTTP exchange, no retries, no signing, no redirects
//! followed.
class Transport
{
public:
    virtual ~Transport() = default;
    //! \brief Sends it. The future always gets exactly one response unless it is cancelled, which
    //! aborts the exchange. May be called from any thread.
    virtual QFuture<HttpResponse> send(HttpRequest request) = 0;
    //! \brief A thread with an event loop where those who use this transport may live; null for
    //! none.
    virtual QThread *thread() const { return nullptr; }
};

} // namespace Batchdesk
