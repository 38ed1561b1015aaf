// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/gui/stallwatch.h"

#include <QFile>

#include <algorithm>

namespace Batchdesk::Test {

namespace {

constexpr int tickMs = 5;

} // namespace

StallWatch::StallWatch()
    : m_waitedMs(waitedForProcessorMs())
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(tickMs);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
    m_clock.start();
    m_timer.start();
}

double StallWatch::allowedMs()
{
#ifdef BATCHDESK_SANITIZED
    return 500;
#else
    return 100;
#endif
}

void StallWatch::tick()
{
    const double waited = waitedForProcessorMs();
    const double passed = double(m_clock.nsecsElapsed()) / 1e6;
    m_longestMs = std::max(m_longestMs, passed - (waited - m_waitedMs) - tickMs);
    m_waitedMs = waited;
    m_clock.start();
}

double waitedForProcessorMs()
{
    // The second figure of Linux' schedstat, in nanoseconds; elsewhere nothing is taken off.
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() / 1e6;
}

} // namespace Batchdesk::Test
