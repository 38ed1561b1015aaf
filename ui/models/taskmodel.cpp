// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/taskmodel.h"

#include "ui/models/workershared.h"

#include <QLocale>

#include <algorithm>
#include <limits>
#include <utility>

namespace Batchdesk {

namespace {

//! More of them cost a view more than to paint all it shows.
constexpr std::size_t mostSignals = 200;
constexpr qint64 noKey = std::numeric_limits<qint64>::min();

qint64 toMs(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

QDateTime fromMs(qint64 ms)
{
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC) : QDateTime();
}

bool isNumber(int column)
{
    return column == TaskModel::ExitCode || column == TaskModel::Duration
        || column == TaskModel::Retries;
}

template <typename Key>
void sortRows(OrderedModel::Rows &rows, Qt::SortOrder order, Key key)
{
    // Equal ones keep the order of the plan, whichever way round.
    std::stable_sort(rows.begin(), rows.end(), [order, &key](quint32 a, quint32 b) {
        return order == Qt::AscendingOrder ? key(a) < key(b) : key(b) < key(a);
    });
}

} // namespace

TaskModel::Tasks TaskModel::Tasks::of(const Plan &plan)
{
    Tasks tasks;
    tasks.plan = sharedForWorkers<Plan>(std::make_unique<const Plan>(plan));
    tasks.rowOf.reserve(plan.tasks.size());
    for (qsizetype i = 0; i < plan.tasks.size(); ++i)
        tasks.rowOf.insert(plan.tasks.at(i).id, int(i));
    return tasks;
}

TaskModel::TaskModel(QObject *parent)
    : OrderedModel(parent)
{
}

TaskModel::~TaskModel() = default;

void TaskModel::setTasks(const Tasks &tasks)
{
    beginRows();
    m_tasks = tasks;
    m_rows.assign(std::size_t(tasks.plan ? tasks.plan->tasks.size() : 0), Row());
    m_failures.clear();
    m_running = 0;
    endRows(int(m_rows.size()));
}

TaskModel::Stage TaskModel::stateOf(const RunTask &task)
{
    if (task.isCompleted())
        return task.succeeded() ? Stage::Done : Stage::Failed;
    if (task.state == QLatin1String("running"))
        return Stage::Running;
    return task.state == QLatin1String("preparing") ? Stage::Preparing : Stage::Waiting;
}

qint32 TaskModel::nodeNumber(const QString &id)
{
    if (id.isEmpty())
        return 0;
    const auto known = m_nodeNumbers.constFind(id);
    if (known != m_nodeNumbers.constEnd())
        return *known;
    m_nodes << id;
    return *m_nodeNumbers.insert(id, qint32(m_nodes.size() - 1));
}

TaskModel::Row TaskModel::toRow(const RunTask &task)
{
    Row row;
    row.startMs = toMs(task.startTime);
    row.endMs = toMs(task.endTime);
    row.hasExitCode = task.exitCode.has_value();
    row.exitCode = task.exitCode.value_or(0);
    row.retries = task.retryCount;
    row.node = nodeNumber(task.nodeId);
    row.state = stateOf(task);
    return row;
}

void TaskModel::apply(const QList<RunTask> &news)
{
    std::vector<int> places;
    bool needsOrder = false;
    for (const RunTask &task : news) {
        const auto found = m_tasks.rowOf.constFind(task.id);
        if (found == m_tasks.rowOf.constEnd())
            continue;
        Row &row = m_rows[std::size_t(*found)];
        const Row now = toRow(task);
        const bool sameFailure = m_failures.value(*found) == task.failure;
        if (row == now && sameFailure)
            continue;
        if (task.failure.isEmpty())
            m_failures.remove(*found);
        else
            m_failures.insert(*found, task.failure);
        m_running += int(isRunning(now.state)) - int(isRunning(row.state));
        needsOrder = needsOrder || isShown(row.state, m_show) != isShown(now.state, m_show);
        row = now;
        if (const int place = placeOf(*found); place >= 0)
            places.push_back(place);
    }
    const bool sortedByNews =
        sortColumn() >= 0 && sortColumn() != File && sortColumn() != TaskId && !places.empty();
    announce(std::move(places));
    if (needsOrder || sortedByNews)
        orderSoon();
}

void TaskModel::announce(std::vector<int> places)
{
    if (places.empty())
        return;
    std::sort(places.begin(), places.end());
    const auto changed = [this](int from, int to) {
        Q_EMIT dataChanged(index(from, 0), index(to, ColumnCount - 1));
    };
    const bool areMany = places.size() > mostSignals || places.size() * 2 > std::size_t(rowCount());
    if (areMany) {
        changed(places.front(), places.back());
        return;
    }
    for (const int place : places)
        changed(place, place);
}

void TaskModel::setFilter(Show show, const QString &text)
{
    const QString trimmed = text.trimmed();
    if (show == m_show && trimmed == m_filter)
        return;
    m_show = show;
    m_filter = trimmed;
    orderNow();
}

bool TaskModel::isShown(Stage state, Show show)
{
    switch (show) {
    case Show::All:
        return true;
    case Show::Running:
        return isRunning(state);
    case Show::Failed:
        return state == Stage::Failed;
    case Show::Done:
        return state == Stage::Done;
    case Show::Waiting:
        return state == Stage::Waiting;
    }
    return true;
}

qint64 TaskModel::durationMs(const Row &row, qint64 nowMs)
{
    if (row.startMs == 0)
        return -1;
    if (row.endMs == 0 && (!isRunning(row.state) || nowMs == 0))
        return -1;
    return std::max<qint64>(0, (row.endMs > 0 ? row.endMs : nowMs) - row.startMs);
}

qint64 TaskModel::nowMs() const
{
    return m_isRunOver ? 0 : QDateTime::currentMSecsSinceEpoch();
}

void TaskModel::setRunOver(bool over)
{
    if (over == m_isRunOver)
        return;
    m_isRunOver = over;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

StateLook TaskModel::lookOf(const RunTask &task, bool isRunOver)
{
    const StateLook look = Batchdesk::lookOf(task);
    if (!isRunOver || task.isCompleted())
        return look;
    return {look.tone == Tone::Busy ? tr("Cut short") : tr("Not run"), Tone::Quiet};
}

OrderedModel::MakeRows TaskModel::makeRows(int sortColumn, Qt::SortOrder order) const
{
    return [plan = m_tasks.plan, data = m_rows, nodes = m_nodes, show = m_show, text = m_filter,
            sortColumn, order, now = nowMs()] {
        Rows rows;
        for (quint32 i = 0; i < data.size(); ++i) {
            const PlannedTask &planned = plan->tasks.at(i);
            const bool fits = text.isEmpty()
                || planned.input.path.contains(text, Qt::CaseInsensitive)
                || planned.id.contains(text, Qt::CaseInsensitive)
                || nodes.at(data[i].node).contains(text, Qt::CaseInsensitive);
            if (fits && isShown(data[i].state, show))
                rows.push_back(i);
        }
        switch (sortColumn) {
        case File: // the plan is in this order
            sortRows(rows, order, [](quint32 i) { return i; });
            break;
        case State:
            sortRows(rows, order, [&data](quint32 i) { return data[i].state; });
            break;
        case ExitCode:
            sortRows(rows, order, [&data](quint32 i) {
                return data[i].hasExitCode ? qint64(data[i].exitCode) : noKey;
            });
            break;
        case Duration:
            sortRows(rows, order, [&data, now](quint32 i) { return durationMs(data[i], now); });
            break;
        case Node:
            sortRows(rows, order,
                     [&](quint32 i) -> const QString & { return nodes.at(data[i].node); });
            break;
        case Started:
            sortRows(rows, order, [&data](quint32 i) { return data[i].startMs; });
            break;
        case Retries:
            sortRows(rows, order, [&data](quint32 i) { return data[i].retries; });
            break;
        case TaskId:
            sortRows(rows, order,
                     [&plan](quint32 i) -> const QString & { return plan->tasks.at(i).id; });
            break;
        default:
            break;
        }
        return rows;
    };
}

void TaskModel::tick(int firstPlace, int lastPlace)
{
    const int last = std::min(lastPlace, rowCount() - 1);
    for (int place = std::max(0, firstPlace); place <= last; ++place) {
        if (isRunning(m_rows[std::size_t(rowAt(place))].state)) {
            const QModelIndex cell = index(place, Duration);
            Q_EMIT dataChanged(cell, cell, {Qt::DisplayRole, SortRole});
        }
    }
}

QList<QDateTime> TaskModel::latestEnds(int count) const
{
    std::vector<qint64> ends;
    for (const Row &row : m_rows) {
        if (row.endMs > 0 && !isRunning(row.state) && row.state != Stage::Waiting)
            ends.push_back(row.endMs);
    }
    const std::size_t wanted = std::min(ends.size(), std::size_t(count));
    std::partial_sort(ends.begin(), ends.begin() + std::ptrdiff_t(wanted), ends.end(),
                      std::greater<>());
    QList<QDateTime> times;
    for (std::size_t i = 0; i < wanted; ++i)
        times << fromMs(ends[i]);
    return times;
}

const PlannedTask *TaskModel::planned(const QString &id) const
{
    const auto row = m_tasks.rowOf.constFind(id);
    return row == m_tasks.rowOf.constEnd() ? nullptr : &m_tasks.plan->tasks.at(*row);
}

RunTask TaskModel::task(const QString &id) const
{
    const auto row = m_tasks.rowOf.constFind(id);
    if (row != m_tasks.rowOf.constEnd())
        return taskAt(*row);
    RunTask task;
    task.id = id;
    task.state = QStringLiteral("active");
    return task;
}

RunTask TaskModel::taskAt(int number) const
{
    const Row &row = m_rows[std::size_t(number)];
    RunTask task;
    task.id = m_tasks.plan->tasks.at(number).id;
    task.state = QStringLiteral("active");
    task.startTime = fromMs(row.startMs);
    task.endTime = fromMs(row.endMs);
    if (row.hasExitCode)
        task.exitCode = row.exitCode;
    task.retryCount = row.retries;
    task.nodeId = m_nodes.at(row.node);
    task.failure = m_failures.value(number);
    switch (row.state) {
    case Stage::Waiting:
        break;
    case Stage::Preparing:
        task.state = QStringLiteral("preparing");
        break;
    case Stage::Running:
        task.state = QStringLiteral("running");
        break;
    case Stage::Done:
    case Stage::Failed:
        task.state = QStringLiteral("completed");
        task.result =
            row.state == Stage::Done ? QStringLiteral("success") : QStringLiteral("failure");
        break;
    }
    return task;
}

QModelIndex TaskModel::indexOf(const QString &id, int column) const
{
    const auto row = m_tasks.rowOf.constFind(id);
    if (row == m_tasks.rowOf.constEnd() || placeOf(*row) < 0)
        return {};
    return index(placeOf(*row), column);
}

int TaskModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TaskModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int number = rowAt(index.row());
    const Row &row = m_rows[std::size_t(number)];
    const PlannedTask &planned = m_tasks.plan->tasks.at(number);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == State ? lookOf(taskAt(number), m_isRunOver).word
                                       : text(row, planned, index.column());
    case Qt::ToolTipRole:
        return index.column() == State ? m_failures.value(number)
                                       : toolTip(row, planned, index.column());
    case Qt::TextAlignmentRole:
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return sortValue(row, planned, index.column());
    case ToneRole:
        return index.column() == State ? QVariant(int(lookOf(taskAt(number), m_isRunOver).tone))
                                       : QVariant();
    case IdRole:
        return planned.id;
    default:
        return {};
    }
}

QString TaskModel::text(const Row &row, const PlannedTask &planned, int column) const
{
    switch (column) {
    case File:
        return planned.input.path;
    case ExitCode:
        return row.hasExitCode ? QString::number(row.exitCode) : QString();
    case Duration:
        return durationText(durationMs(row, nowMs()));
    case Node:
        return m_nodes.at(row.node);
    case Started:
        return row.startMs > 0 ? QLocale().toString(fromMs(row.startMs).toLocalTime().time(),
                                                    QStringLiteral("HH:mm:ss"))
                               : QString();
    case Retries:
        return row.retries > 0 ? QString::number(row.retries) : QString();
    case TaskId:
        return planned.id;
    default:
        return {};
    }
}

QVariant TaskModel::sortValue(const Row &row, const PlannedTask &planned, int column) const
{
    switch (column) {
    case State:
        return int(row.state);
    case ExitCode:
        return row.hasExitCode ? QVariant(row.exitCode) : QVariant();
    case Duration:
        return durationMs(row, nowMs());
    case Started:
        return fromMs(row.startMs);
    case Retries:
        return row.retries;
    default:
        return text(row, planned, column);
    }
}

QString TaskModel::toolTip(const Row &row, const PlannedTask &planned, int column) const
{
    return column == Started ? exactTime(fromMs(row.startMs)) : text(row, planned, column);
}

QVariant TaskModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case File:
        return tr("File");
    case State:
        return tr("State");
    case ExitCode:
        return tr("Exit code");
    case Duration:
        return tr("Duration");
    case Node:
        return tr("Node");
    case Started:
        return tr("Started");
    case Retries:
        return tr("Retries");
    case TaskId:
        return tr("Task");
    default:
        return {};
    }
}

} // namespace Batchdesk
