// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <optional>

namespace Batchdesk::Test {

//! \brief Watches the event loop of the thread that made it: how long it did nothing else than one
//! thing. The time for which other processes kept the thread from a processor is taken off, as the
//! system counts it, so that a busy machine is no stall.
class StallWatch
{
public:
    StallWatch();

    //! \brief The longest stall so far, in milliseconds.
    double longestMs() const { return m_longestMs; }
    //! \brief What a stall may last: 100 ms, more under sanitizers, which slow everything down.
    static double allowedMs();

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_waitedMs = 0;
    double m_longestMs = 0;
};

//! \brief How long this thread was ready to run and did not get a processor, in milliseconds.
double waitedForProcessorMs();

} // namespace Batchdesk::Test
