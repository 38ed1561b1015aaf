// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/outcome.h"
#include "core/net/retrypolicy.h"
#include "core/net/transport.h"

#include <QFuture>

#include <functional>
#include <memory>

namespace Batchdesk {

//! \brief Puts date and Authorization on a request; called anew for every try.
class RequestSigner
{
public:
    virtual ~RequestSigner() = default;
    //! \brief Signs in place. \a now is the service's time as far as it is known (UTC).
    virtual void sign(HttpRequest &request, const QDateTime &now) const = 0;
};

//! \brief One REST operation to be carried out, with its retries.
struct RestRequest
{
    QString operation; //!< Name for logs and errors, such as "Pool - Add".
    HttpRequest http; //!< Without date and Authorization.
    QList<int> expected; //!< The statuses that mean success; anything else is an Error.
    bool background = false; //!< Waits behind interactive requests.
};

//! \brief A successful answer.
struct RestResponse
{
    HttpResponse http;
    int tries = 1; //!< More than 1 means that an earlier try may have been carried out unseen.
};

//! \brief Carries out REST operations against one endpoint: queue, signature, retries, clock skew.
//!
//! Thread-safe. Lives in the network thread; futures may be awaited from any thread. Cancelling a
//! future aborts its request; a cancelled one never has a result.
class RestClient
{
public:
    //! \brief Turns an answer that is no success into an Error (kind, code, text, request id).
    using ErrorDecoder = std::function<Error(const QString &operation, const HttpResponse &response)>;

    struct Options
    {
        std::shared_ptr<Transport> transport;
        std::shared_ptr<const RequestSigner> signer; //!< May be null: nothing is signed (SAS URLs).
        std::shared_ptr<const Clock> clock;
        RetryPolicy retry;
        ErrorDecoder decodeError;
        int maxInFlight = 6; //!< More wait in the queue.
    };

    explicit RestClient(Options options);
    ~RestClient();
    RestClient(const RestClient &) = delete;
    RestClient &operator=(const RestClient &) = delete;

    //! \brief Sends it and gives exactly one outcome, never an exception.
    QFuture<Outcome<RestResponse>> send(RestRequest request);

    //! \brief How far the service's clock is ahead of ours, learned from its Date header; zero until
    //! an answer said that our date was off.
    std::chrono::milliseconds clockSkew() const;

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace Batchdesk
