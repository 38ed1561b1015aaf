// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/transport.h"

#include <QFile>
#include <QList>
#include <QPromise>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace Batchdesk::Test {

//! \brief The bytes a request would send, read from disk where it names a file.
inline QByteArray bodyOf(const HttpRequest &request)
{
    if (const auto *bytes = std::get_if<QByteArray>(&request.body))
        return *bytes;
    if (const auto *window = std::get_if<FileWindow>(&request.body)) {
        QFile file(window->path);
        if (file.open(QIODevice::ReadOnly) && file.seek(window->offset))
            return file.read(window->size);
    }
    return {};
}

inline HttpResponse answer(int status, const QByteArray &body = {},
                           const QList<QPair<QByteArray, QByteArray>> &headers = {})
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    for (const auto &[name, value] : headers)
        response.headers.set(name, value);
    return response;
}

inline HttpResponse failure(HttpResponse::Failure kind,
                            const QString &text = QStringLiteral("it broke"))
{
    HttpResponse response;
    response.failure = kind;
    response.failureText = text;
    return response;
}

//! \brief A transport without a network: answers by script, then by handler; hangs otherwise. Lives
//! in the test's thread.
class FakeTransport final : public Transport
{
public:
    //! Nothing inside: the request hangs until release() or until it is cancelled.
    using Handler = std::function<std::optional<HttpResponse>(const HttpRequest &)>;

    Handler handler;

    //! \brief Adds an answer to the script.
    void script(HttpResponse response) { m_script.push_back(std::move(response)); }
    //! \brief Adds a request that hangs to the script.
    void scriptHang() { m_script.push_back(std::nullopt); }

    const QList<HttpRequest> &requests() const { return m_requests; }
    qsizetype hanging() const { return static_cast<qsizetype>(m_hanging.size()); }
    //! \brief Whether the nth hanging request was cancelled.
    bool isCancelled(qsizetype index) const
    {
        return m_hanging[static_cast<size_t>(index)]->isCanceled();
    }
    //! \brief Answers the nth hanging request.
    void release(qsizetype index, HttpResponse response)
    {
        QPromise<HttpResponse> &promise = *m_hanging[static_cast<size_t>(index)];
        promise.addResult(std::move(response));
        promise.finish();
    }

    QFuture<HttpResponse> send(HttpRequest request) override
    {
        m_requests.append(request);
        auto promise = std::make_unique<QPromise<HttpResponse>>();
        promise->start();
        QFuture<HttpResponse> future = promise->future();
        std::optional<HttpResponse> response;
        if (!m_script.empty()) {
            response = std::move(m_script.front());
            m_script.pop_front();
        } else if (handler) {
            response = handler(request);
        }
        if (!response) {
            m_hanging.push_back(std::move(promise));
            return future;
        }
        const bool success = response->status >= 200 && response->status < 300;
        if (request.sink && success && response->failure == HttpResponse::Failure::None)
            fill(*request.sink, *response);
        promise->addResult(std::move(*response));
        promise->finish();
        return future;
    }

private:
    static void fill(ResponseSink &sink, HttpResponse &response)
    {
        if (!sink.restart() || !sink.write(response.body)) {
            response.failure = HttpResponse::Failure::SinkFailed;
            response.failureText = sink.errorText();
        }
        response.body.clear();
    }

    std::deque<std::optional<HttpResponse>> m_script;
    QList<HttpRequest> m_requests;
    std::deque<std::unique_ptr<QPromise<HttpResponse>>> m_hanging;
};

} // namespace Batchdesk::Test
