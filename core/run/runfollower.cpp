// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/runfollower.h"

#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QPointer>
#include <QTimer>
#include <QtConcurrent>

namespace Batchdesk {

namespace {

//! Some file systems tell no changes, and a program that was killed tells nothing.
constexpr int lookAnywayMs = 2'000;
//! Between a change and the look at it, so that many changes are one look.
constexpr int gatherMs = 60;

//! What one look in a worker brings.
struct Look
{
    RunNews news;
    qint64 offset = 0;
    RunFollower::Life life = RunFollower::Life::Unknown;
    std::optional<RunSummary> summary;
};

Look lookAt(const RunFolder &folder, qint64 offset)
{
    Look look;
    // First how it stands, then the news: a run seen as ended has no news left to come.
    const Standing standing = folder.standing();
    look.summary = standing.summary;
    if (standing.summary)
        look.life = RunFollower::Life::Ended;
    else
        look.life = standing.isCarriedOut ? RunFollower::Life::Going : RunFollower::Life::BrokenOff;
    look.offset = offset;
    look.news = readFeed(folder.feedPath(), look.offset);
    return look;
}

} // namespace

class RunFollower::Private : public QObject
{
public:
    Private(const RunFolder &folder, RunFollower *owner)
        : QObject(owner)
        , m_folder(folder)
        , m_owner(owner)
    {
        m_gather.setSingleShot(true);
        m_gather.setInterval(gatherMs);
        m_anyway.setInterval(lookAnywayMs);
        connect(&m_gather, &QTimer::timeout, this, [this] { look(); });
        connect(&m_anyway, &QTimer::timeout, this, [this] { look(); });
        connect(&m_files, &QFileSystemWatcher::fileChanged, this, [this] { gather(); });
        connect(&m_files, &QFileSystemWatcher::directoryChanged, this, [this] { gather(); });
        connect(&m_look, &QFutureWatcherBase::finished, this, [this] { take(m_look.result()); });
    }

    void start()
    {
        m_files.addPath(m_folder.path());
        m_anyway.start();
        look();
    }

    void gather()
    {
        if (!m_gather.isActive())
            m_gather.start();
    }

    void look()
    {
        if (m_look.isRunning()) {
            m_lookAgain = true;
            return;
        }
        m_lookAgain = false;
        // A feed that was not there at the start is watched as soon as it is.
        if (!m_files.files().contains(m_folder.feedPath())
            && QFileInfo::exists(m_folder.feedPath()))
            m_files.addPath(m_folder.feedPath());
        m_look.setFuture(QtConcurrent::run(lookAt, m_folder, m_offset));
    }

    void take(const Look &look)
    {
        m_offset = look.offset;
        if (look.news.progress)
            m_progress = *look.news.progress;
        const bool isOther = look.life != m_life || look.summary != m_summary;
        m_life = look.life;
        m_summary = look.summary;
        if (m_life == Life::Ended) {
            m_anyway.stop();
            m_files.removePaths(m_files.files() + m_files.directories());
        } else if (!m_anyway.isActive()) {
            start();
        }
        if (m_lookAgain)
            gather();
        const QPointer<Private> alive(this);
        if (!look.news.isEmpty())
            Q_EMIT m_owner->news(look.news);
        if (alive && isOther)
            Q_EMIT m_owner->lifeChanged(m_life);
    }

    RunFolder m_folder;
    RunFollower *m_owner;
    QFileSystemWatcher m_files;
    QTimer m_gather;
    QTimer m_anyway;
    QFutureWatcher<Look> m_look;
    bool m_lookAgain = false;
    qint64 m_offset = 0;
    Life m_life = Life::Unknown;
    std::optional<RunSummary> m_summary;
    RunProgress m_progress;
};

RunFollower::RunFollower(const RunFolder &folder, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(folder, nullptr))
{
    d->m_owner = this;
}

RunFollower::~RunFollower() = default;

void RunFollower::start()
{
    d->start();
}

void RunFollower::look()
{
    d->look();
}

RunFollower::Life RunFollower::life() const
{
    return d->m_life;
}

const std::optional<RunSummary> &RunFollower::summary() const
{
    return d->m_summary;
}

const RunProgress &RunFollower::progress() const
{
    return d->m_progress;
}

} // namespace Batchdesk
