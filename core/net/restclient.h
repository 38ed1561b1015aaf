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
    QString operation;       //!< Name for logs and errors, such as "Pool - Add".
    HttpRequest http;        //!< Without date and Authorization.
    QList<int> expected;     //!< The statuses that mean success; anything else is an Error.
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
//! Thread-safe. Lives in the transport's thread, or where it was made when the transport has none;
//! futures may be awaited from any thread. Cancelling a future aborts its request; a cancelled one
//! never has a result. Destroying the client ends what is under way with Error::cancelled().
class RestClient
{
public:
    //! \brief Turns an answer that is no success into an Error (kind, code, text, request id).
    using ErrorDecoder =
        std::function<Error(const QString &operation, const HttpResponse &response)>;

    //! \brief What was decided after a try that did not succeed, for whoever tells the user.
    struct Retry
    {
        QString operation;
        int triesDone = 0;
        std::chrono::milliseconds delay{0}; //!< Until the next try.
        Error reason;
    };

    struct Options
    {
        std::shared_ptr<Transport> transport;
        std::shared_ptr<const RequestSigner> signer; //!< May be null: nothing is signed (SAS URLs).
        std::shared_ptr<const Clock> clock;
        RetryPolicy retry;
        ErrorDecoder decodeError;
        int maxInFlight = 6; //!< More wait in the queue.
        //! In [0, 1), asked once per retry; empty: from the system's generator.
        std::function<double()> jitter;
        //! A clock further off than this is corrected when the service refuses our date.
        std::chrono::milliseconds clockTolerance{120'000};
        std::function<void(const Retry &)> onRetry; //!< Called on the network thread; may be empty.
        //! Called on the network thread when a skew was learned; may be empty.
        std::function<void(std::chrono::milliseconds skew)> onClockSkew;
    };

    explicit RestClient(Options options);
    ~RestClient();
    RestClient(const RestClient &) = delete;
    RestClient &operator=(const RestClient &) = delete;

    //! \brief Sends it and gives exactly one outcome, never an exception. Whoever puts a .then() on
    //! the future and may cancel it later has to keep the continuation's future as well: Qt 6.4
    //! crashes in cancel() when that is gone.
    QFuture<Outcome<RestResponse>> send(RestRequest request);

    //! \brief How far the service's clock is ahead of ours, learned from its Date header; zero
    //! until an answer said that our date was off.
    std::chrono::milliseconds clockSkew() const;

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace Batchdesk
