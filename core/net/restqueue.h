// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/restclient.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <deque>

namespace Batchdesk {

class RestJob;

//! \brief The jobs of one RestClient: who goes next, how many at once, and when all have to wait.
//! Lives in the network thread.
class RestQueue final : public QObject
{
public:
    explicit RestQueue(RestClient::Options options);

    //! \brief Takes over a new job.
    void add(RestJob *job);
    //! \brief Lets a job that has waited for its next try go before the others of its class.
    void resume(RestJob *job);
    //! \brief A try of the job is over: its place is free.
    void tryEnded();
    //! \brief The job will not come back.
    void remove(RestJob *job);
    //! \brief Starts nothing for so long; a longer pause stands.
    void pause(std::chrono::milliseconds delay);
    //! \brief Ends every job as cancelled and gives the services back, to be released by the
    //! caller.
    RestClient::Options shutDown();

    const RestClient::Options &options() const { return m_options; }
    double jitter() const;
    //! \brief The service's time as far as it is known (UTC).
    QDateTime serviceNow() const;
    std::chrono::milliseconds skew() const { return std::chrono::milliseconds(m_skew.load()); }
    //! \brief Learns from a refused request's Date; true when our clock was off by more than the
    //! tolerance.
    bool learnSkew(const QDateTime &serviceTime);

private:
    void schedule();
    void startReady();

    RestClient::Options m_options;
    std::atomic<qint64> m_skew{0}; //!< Milliseconds; read from any thread.
    std::deque<RestJob *> m_interactive;
    std::deque<RestJob *> m_background;
    QList<RestJob *> m_jobs;
    QTimer m_pause;
    int m_inFlight = 0;
};

} // namespace Batchdesk
