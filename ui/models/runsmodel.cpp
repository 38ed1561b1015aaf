// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/runsmodel.h"

#include "core/run/accounts.h"
#include "core/run/rundesk.h"
#include "ui/models/statelook.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace Batchdesk {

namespace {

bool isNumber(int column)
{
    return column == RunsModel::Duration;
}

} // namespace

RunsModel::RunsModel(RunDesk *desk, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
    , m_since(QDateTime::currentDateTimeUtc())
{
    connect(m_desk, &RunDesk::changed, this, &RunsModel::reload);
    connect(&m_folders, &QFileSystemWatcher::directoryChanged, this, [this](const QString &path) {
        const int row = rowOf(QFileInfo(path).fileName());
        if (row >= 0 && !m_rows[std::size_t(row)].follower)
            follow(m_rows[std::size_t(row)]);
    });
    reload();
}

RunsModel::~RunsModel() = default;

void RunsModel::reload()
{
    auto *watcher = new QFutureWatcher<QList<RunListing>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, generation = ++m_generation] {
                watcher->deleteLater();
                if (generation == m_generation && watcher->future().resultCount() > 0)
                    merge(watcher->result());
            });
    watcher->setFuture(m_desk->list());
}

void RunsModel::merge(const QList<RunListing> &runs)
{
    QHash<QString, const RunListing *> now;
    for (const RunListing &run : runs)
        now.insert(run.runId, &run);
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        const RunListing &known = m_rows[std::size_t(row)].listing;
        const RunListing *listing = now.value(known.runId);
        // An id may be used again once its run has ended: that is another run.
        if (listing && listing->startedAt == known.startedAt)
            continue;
        watchFolder(m_desk->folder(known.runId).path(), false);
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (const RunListing &run : runs) {
        const int row = rowOf(run.runId);
        if (row >= 0)
            mergeRow(std::size_t(row), run);
        else
            insertRow(run);
    }
    m_isLoaded = true;
    m_listedAt = QDateTime::currentDateTimeUtc();
    Q_EMIT listed();
}

void RunsModel::mergeRow(std::size_t number, const RunListing &listing)
{
    Row &row = m_rows[number];
    if (row.follower && listing.summary) {
        row.follower->look(); // it tells the end in its turn, after the last news
        return;
    }
    const bool isSame = row.listing.running == listing.running
        && row.listing.summary == listing.summary && row.listing.title == listing.title;
    row.listing = listing;
    row.isStarting = row.isStarting && row.follower;
    if (listing.summary)
        row.life = RunFollower::Life::Ended;
    else if (!row.follower && (listing.running || row.life != RunFollower::Life::BrokenOff))
        follow(row);
    if (!isSame)
        changed(number);
    if (listing.summary)
        tellEnd(row);
}

void RunsModel::insertRow(const RunListing &listing)
{
    const auto place = std::find_if(m_rows.begin(), m_rows.end(), [&listing](const Row &row) {
        return row.listing.startedAt < listing.startedAt;
    });
    const int number = int(place - m_rows.begin());
    Row row;
    row.listing = listing;
    const bool isOld = !m_isLoaded || listing.startedAt < m_since;
    row.isAwaited = listing.running || !isOld;
    row.isStarting = !listing.summary && !isOld;
    row.life = listing.summary ? RunFollower::Life::Ended : RunFollower::Life::Unknown;
    beginInsertRows({}, number, number);
    m_rows.insert(place, std::move(row));
    endInsertRows();
    Row &inserted = m_rows[std::size_t(number)];
    if (!listing.summary)
        follow(inserted);
    else
        tellEnd(inserted);
}

void RunsModel::follow(Row &row)
{
    row.follower = std::make_unique<RunFollower>(m_desk->folder(row.listing.runId));
    const QString id = row.listing.runId;
    connect(row.follower.get(), &RunFollower::news, this,
            [this, id](const RunNews &news) { onNews(id, news); });
    connect(row.follower.get(), &RunFollower::lifeChanged, this,
            [this, id](RunFollower::Life life) { onLife(id, life); });
    row.follower->start();
}

void RunsModel::onNews(const QString &runId, const RunNews &news)
{
    const int row = rowOf(runId);
    if (row < 0 || !news.progress)
        return;
    m_rows[std::size_t(row)].progress = *news.progress;
    changed(std::size_t(row));
}

void RunsModel::onLife(const QString &runId, RunFollower::Life life)
{
    const int number = rowOf(runId);
    if (number < 0)
        return;
    Row &row = m_rows[std::size_t(number)];
    const RunFollower::Life before = std::exchange(row.life, life);
    row.listing.running = life == RunFollower::Life::Going;
    if (life == RunFollower::Life::Ended)
        row.listing.summary = row.follower->summary();
    if (life == RunFollower::Life::Going) {
        row.isStarting = false;
        row.isAwaited = true;
    } else {
        unfollow(row);
    }
    changed(std::size_t(number));
    if (life == RunFollower::Life::Ended
        || (life == RunFollower::Life::BrokenOff && before == RunFollower::Life::Going))
        tellEnd(row);
}

void RunsModel::unfollow(Row &row)
{
    disconnect(row.follower.get(), nullptr, this, nullptr);
    row.follower.release()->deleteLater(); // this is its own signal
    watchFolder(m_desk->folder(row.listing.runId).path(), row.life == RunFollower::Life::BrokenOff);
}

void RunsModel::watchFolder(const QString &path, bool watch)
{
    const bool isWatched = m_folders.directories().contains(path);
    if (watch && !isWatched)
        m_folders.addPath(path);
    else if (!watch && isWatched)
        m_folders.removePath(path);
}

RunFollower::Life RunsModel::shownLife(const Row &row)
{
    return row.isStarting ? RunFollower::Life::Going : row.life;
}

void RunsModel::tellEnd(Row &row)
{
    if (!std::exchange(row.isAwaited, false))
        return;
    RunSummary summary;
    if (row.listing.summary) {
        summary = *row.listing.summary;
    } else {
        summary.runId = row.listing.runId;
        summary.ending = RunSummary::Ending::Broken;
        summary.tasksTotal = int(row.listing.tasks);
        summary.succeeded = row.progress.tasks.succeeded;
        summary.failed = row.progress.tasks.failed;
        summary.notRun = summary.tasksTotal - summary.succeeded - summary.failed;
    }
    Q_EMIT runEnded(row.listing.runId, row.listing.title, summary);
}

int RunsModel::liveRuns() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(),
                             [](const Row &row) { return row.follower != nullptr; }));
}

void RunsModel::look(const QString &runId)
{
    const int row = rowOf(runId);
    if (row >= 0 && m_rows[std::size_t(row)].follower)
        m_rows[std::size_t(row)].follower->look();
    else
        reload();
}

std::optional<RunListing> RunsModel::listing(const QString &runId) const
{
    const int row = rowOf(runId);
    return row < 0 ? std::nullopt : std::optional(m_rows[std::size_t(row)].listing);
}

void RunsModel::tick()
{
    if (m_rows.empty())
        return;
    Q_EMIT dataChanged(index(0, Started), index(rowCount() - 1, Duration),
                       {Qt::DisplayRole, SortRole});
}

int RunsModel::rowOf(const QString &runId) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].listing.runId == runId)
            return int(row);
    }
    return -1;
}

void RunsModel::changed(std::size_t row)
{
    Q_EMIT dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
}

qint64 RunsModel::durationMs(const Row &row, const QDateTime &now)
{
    if (row.listing.summary)
        return row.listing.summary->elapsedMs;
    if (row.life != RunFollower::Life::Going)
        return -1;
    const QDateTime begin =
        row.progress.startedAt.isValid() ? row.progress.startedAt : row.listing.startedAt;
    return begin.isValid() ? std::max<qint64>(0, begin.msecsTo(now)) : -1;
}

int RunsModel::doneTasks(const Row &row)
{
    return row.listing.summary ? row.listing.summary->succeeded + row.listing.summary->failed
                               : row.progress.tasks.completed;
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return column == Started ? exactTime(row.listing.startedAt) : text(row, column);
    case Qt::TextAlignmentRole:
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return sortValue(row, column);
    case ToneRole:
        if (column != State)
            return {};
        return int(lookOfRun(shownLife(row), row.progress, row.listing.summary).tone);
    case IdRole:
        return row.listing.runId;
    case DoneRole:
        return doneTasks(row);
    case TotalRole:
        return row.listing.tasks;
    default:
        return {};
    }
}

QString RunsModel::text(const Row &row, int column) const
{
    switch (column) {
    case Title:
        return row.listing.title;
    case State:
        return lookOfRun(shownLife(row), row.progress, row.listing.summary).word;
    case Progress:
        return tr("%1 of %2")
            .arg(QLocale().toString(doneTasks(row)), QLocale().toString(row.listing.tasks));
    case Account:
        return Accounts::title(row.listing.account);
    case Started:
        return relativeTime(row.listing.startedAt, QDateTime::currentDateTimeUtc());
    case Duration:
        return durationText(durationMs(row, QDateTime::currentDateTimeUtc()));
    case RunId:
        return row.listing.runId;
    default:
        return {};
    }
}

QVariant RunsModel::sortValue(const Row &row, int column) const
{
    switch (column) {
    case Progress:
        return row.listing.tasks > 0 ? double(doneTasks(row)) / double(row.listing.tasks) : 0.0;
    case Started:
        return row.listing.startedAt;
    case Duration:
        return durationMs(row, QDateTime::currentDateTimeUtc());
    default:
        return text(row, column);
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Run");
    case State:
        return tr("State");
    case Progress:
        return tr("Tasks");
    case Account:
        return tr("Account");
    case Started:
        return tr("Started");
    case Duration:
        return tr("Duration");
    case RunId:
        return tr("Run id");
    default:
        return {};
    }
}

} // namespace Batchdesk
