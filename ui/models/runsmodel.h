// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runfolder.h"
#include "core/run/runfollower.h"
#include "ui/models/roles.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QFileSystemWatcher>

#include <memory>
#include <vector>

namespace Batchdesk {

class RunDesk;

//! \brief The runs of this user, the latest first. What goes on is kept up to date by following
//! each of them; a run that has ended costs nothing.
class RunsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Title, State, Progress, Account, Started, Duration, RunId, ColumnCount };
    //! \brief Of the Progress column, for who draws it.
    enum Role { DoneRole = FirstOwnRole, TotalRole };

    //! \param desk has to outlive the model.
    explicit RunsModel(RunDesk *desk, QObject *parent = nullptr);
    ~RunsModel() override;

    //! \brief Asks the desk again; happens by itself when it says that something changed.
    void reload();
    //! \brief True once the first list is there.
    bool isLoaded() const { return m_isLoaded; }
    //! \brief When the last list came; invalid before.
    QDateTime listedAt() const { return m_listedAt; }
    //! \brief How many runs are followed because they go on.
    int liveRuns() const;
    //! \brief Looks at a run at once, after it was started or stopped.
    void look(const QString &runId);
    //! \brief The line of a run, or nothing.
    std::optional<RunListing> listing(const QString &runId) const;

    //! \brief Times that pass are shown anew: durations of what goes on, and "5 minutes ago".
    void tick();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    //! \brief A list came, the same or another.
    void listed();
    //! \brief A run that went on while this model looked has ended. Once for each.
    void runEnded(const QString &runId, const QString &title, const Batchdesk::RunSummary &summary);

private:
    struct Row
    {
        RunListing listing;
        RunFollower::Life life = RunFollower::Life::Unknown;
        RunProgress progress;
        std::unique_ptr<RunFollower> follower; //!< Only while it may change.
        bool isAwaited = false;                //!< It goes on, or is new: its end will be told.
        bool isStarting = false; //!< It came while we look, and nobody has begun with it yet.
    };

    void merge(const QList<RunListing> &runs);
    void mergeRow(std::size_t row, const RunListing &listing);
    void insertRow(const RunListing &listing);
    void follow(Row &row);
    void onNews(const QString &runId, const RunNews &news);
    void onLife(const QString &runId, RunFollower::Life life);
    void unfollow(Row &row);
    void tellEnd(Row &row);
    void watchFolder(const QString &path, bool watch);
    static RunFollower::Life shownLife(const Row &row);
    int rowOf(const QString &runId) const;
    void changed(std::size_t row);
    static qint64 durationMs(const Row &row, const QDateTime &now);
    static int doneTasks(const Row &row);
    QString text(const Row &row, int column) const;
    QVariant sortValue(const Row &row, int column) const;

    RunDesk *m_desk;
    std::vector<Row> m_rows;
    quint64 m_generation = 0;
    bool m_isLoaded = false;
    QDateTime m_listedAt;
    QFileSystemWatcher m_folders; //!< Of runs that broke off: somebody may go on with them.
    QDateTime m_since;            //!< When this model began to look.
};

} // namespace Batchdesk
