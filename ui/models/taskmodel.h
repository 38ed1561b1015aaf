// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"
#include "core/run/runfeed.h"
#include "ui/models/orderedmodel.h"
#include "ui/models/roles.h"
#include "ui/models/statelook.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace Batchdesk {

//! \brief The tasks of a plan, and over them what a run tells about each.
//!
//! A task costs some 40 bytes beside the plan; news give dataChanged() alone.
class TaskModel final : public OrderedModel
{
    Q_OBJECT

public:
    enum Column { File, State, ExitCode, Duration, Node, Started, Retries, TaskId, ColumnCount };
    //! \brief Which tasks are shown.
    enum class Show { All, Running, Failed, Done, Waiting };

    //! \brief A plan and where each task stands in it. Made in a worker.
    struct Tasks
    {
        std::shared_ptr<const Plan> plan;
        QHash<QString, int> rowOf;

        static Tasks of(const Plan &plan);
    };

    explicit TaskModel(QObject *parent = nullptr);
    ~TaskModel() override;

    //! \brief Shows the tasks of another plan; none of them has begun.
    void setTasks(const Tasks &tasks);
    //! \brief Takes what is new; tasks that the plan does not know are left out.
    void apply(const QList<RunTask> &news);
    void setFilter(Show show, const QString &text);

    //! \brief The durations between these places of the table grow.
    void tick(int firstPlace, int lastPlace);
    //! \brief Whether the run has ended: what has not ended by then never will.
    void setRunOver(bool over);
    //! \brief A task's state as people read it, in a run that goes on or is over.
    static StateLook lookOf(const RunTask &task, bool isRunOver);
    //! \brief How many tasks are preparing or running.
    int runningTasks() const { return m_isRunOver ? 0 : m_running; }
    //! \brief The ends of the tasks that ended last, at most so many; UTC, in no order.
    QList<QDateTime> latestEnds(int count) const;

    //! \brief The planned task of that id, or nothing.
    const PlannedTask *planned(const QString &id) const;
    //! \brief The task of that id as it stands; a waiting one when nothing was told about it.
    RunTask task(const QString &id) const;
    //! \brief Where that task is shown; an invalid index when it is not.
    QModelIndex indexOf(const QString &id, int column = File) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    MakeRows makeRows(int sortColumn, Qt::SortOrder order) const override;

private:
    enum class Stage : quint8 { Waiting, Preparing, Running, Done, Failed };
    struct Row
    {
        qint64 startMs = 0; //!< Since the epoch; 0: none.
        qint64 endMs = 0;
        qint32 exitCode = 0;
        qint32 retries = 0;
        qint32 node = 0; //!< In m_nodes; 0: none.
        Stage state = Stage::Waiting;
        bool hasExitCode = false;

        bool operator==(const Row &) const = default;
    };
    using Data = std::vector<Row>;

    static Stage stateOf(const RunTask &task);
    static bool isRunning(Stage state)
    {
        return state == Stage::Preparing || state == Stage::Running;
    }
    static bool isShown(Stage state, Show show);
    //! \param nowMs 0: nothing runs any more.
    static qint64 durationMs(const Row &row, qint64 nowMs);
    qint64 nowMs() const;
    Row toRow(const RunTask &task);
    RunTask taskAt(int row) const;
    qint32 nodeNumber(const QString &id);
    void announce(std::vector<int> places);
    QString text(const Row &row, const PlannedTask &planned, int column) const;
    QVariant sortValue(const Row &row, const PlannedTask &planned, int column) const;
    QString toolTip(const Row &row, const PlannedTask &planned, int column) const;

    Tasks m_tasks;
    Data m_rows;
    QStringList m_nodes{QString()};
    QHash<QString, qint32> m_nodeNumbers;
    QHash<int, QString> m_failures;
    int m_running = 0;
    bool m_isRunOver = false;
    Show m_show = Show::All;
    QString m_filter;
};

} // namespace Batchdesk
