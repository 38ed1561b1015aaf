// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/restqueue.h"

#include "core/base/logging.h"
#include "core/net/restjob.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Batchdesk {

RestQueue::RestQueue(RestClient::Options options)
    : m_options(std::move(options))
    , m_pause(this)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &RestQueue::startReady);
}

void RestQueue::add(RestJob *job)
{
    m_jobs.append(job);
    job->attach(this);
    (job->isBackground() ? m_background : m_interactive).push_back(job);
    startReady();
}

void RestQueue::resume(RestJob *job)
{
    (job->isBackground() ? m_background : m_interactive).push_front(job);
    startReady();
}

void RestQueue::tryEnded()
{
    --m_inFlight;
    schedule();
}

void RestQueue::remove(RestJob *job)
{
    m_jobs.removeOne(job);
    std::erase(m_interactive, job);
    std::erase(m_background, job);
}

void RestQueue::pause(std::chrono::milliseconds delay)
{
    if (!m_pause.isActive() || m_pause.remainingTimeAsDuration() < delay)
        m_pause.start(delay);
}

RestClient::Options RestQueue::shutDown()
{
    m_pause.stop();
    m_interactive.clear();
    m_background.clear();
    const QList<RestJob *> jobs = std::exchange(m_jobs, {});
    for (RestJob *job : jobs)
        job->fail(Error::cancelled());
    return std::exchange(m_options, {});
}

double RestQueue::jitter() const
{
    return m_options.jitter ? m_options.jitter() : QRandomGenerator::global()->generateDouble();
}

QDateTime RestQueue::serviceNow() const
{
    return m_options.clock->now().addMSecs(m_skew.load());
}

bool RestQueue::learnSkew(const QDateTime &serviceTime)
{
    if (!serviceTime.isValid())
        return false;
    if (std::abs(serviceNow().msecsTo(serviceTime)) <= m_options.clockTolerance.count())
        return false;
    const qint64 skew = m_options.clock->now().msecsTo(serviceTime);
    m_skew.store(skew);
    qCWarning(logNet).noquote() << "the service's clock is"
                                << skew
            / 1000 << "s ahead of this computer's; requests are dated by the service's from now on";
    if (m_options.onClockSkew)
        m_options.onClockSkew(std::chrono::milliseconds(skew));
    return true;
}

// Not at once: the job whose try has just ended is still on the stack.
void RestQueue::schedule()
{
    QMetaObject::invokeMethod(this, &RestQueue::startReady, Qt::QueuedConnection);
}

void RestQueue::startReady()
{
    while (m_options.transport && !m_pause.isActive() && m_inFlight < m_options.maxInFlight) {
        std::deque<RestJob *> &ready = m_interactive.empty() ? m_background : m_interactive;
        if (ready.empty())
            return;
        RestJob *job = ready.front();
        ready.pop_front();
        ++m_inFlight;
        job->startTry();
    }
}

} // namespace Batchdesk
