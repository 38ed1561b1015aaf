// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/runs/runpage.h"

#include "core/run/accounts.h"
#include "core/run/rundesk.h"
#include "core/run/runestimate.h"
#include "ui/models/eventmodel.h"
#include "ui/models/nodemodel.h"
#include "ui/models/statelook.h"
#include "ui/panes/runs/runfigures.h"
#include "ui/panes/runs/runheader.h"
#include "ui/panes/runs/runnotices.h"
#include "ui/panes/runs/stepstrip.h"
#include "ui/panes/runs/tasktab.h"
#include "ui/widgets/deliver.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filelist.h"
#include "ui/widgets/livetable.h"
#include "ui/widgets/statedelegate.h"
#include "ui/widgets/theme.h"

#include <QDesktopServices>
#include <QFileSystemWatcher>
#include <QHeaderView>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace Batchdesk {

namespace {

constexpr int leastTabHeight = 320;

//! Asks for little room and takes all there is, so that the page scrolls only in a window that is
//! really low, whatever the tabs would like.
class RunTabs final : public QTabWidget
{
public:
    using QTabWidget::QTabWidget;

    bool hasHeightForWidth() const override { return false; }
    QSize sizeHint() const override { return {QTabWidget::sizeHint().width(), leastTabHeight}; }
};

//! What a worker read of a run's record.
struct Loaded
{
    TaskModel::Tasks tasks;
    QString title;
    QDateTime startedAt;
    std::optional<Error> error;
};

//! A tab's content, a step below the tabs.
QWidget *inset(QWidget *content)
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, gridStep, 0, 0);
    layout->addWidget(content);
    return page;
}

Loaded readRecord(const RunFolder &folder)
{
    const auto record = folder.record();
    if (!record)
        return {{}, {}, {}, record.error()};
    return {
        TaskModel::Tasks::of(record->plan().plan), record->settings.name, record->stamp.time, {}};
}

} // namespace

RunPage::RunPage(const QString &runId, RunDesk *desk, Accounts *accounts, QWidget *parent)
    : QWidget(parent)
    , m_runId(runId)
    , m_desk(desk)
    , m_follower(new RunFollower(desk->folder(runId), this))
    , m_header(new RunHeader(runId, this))
    , m_notices(new RunNotices(this))
    , m_figures(new RunFigures(this))
    , m_steps(new StepStrip(this))
    , m_tabs(new RunTabs(this))
    , m_taskTab(new TaskTab(accounts, this))
    , m_second(new QTimer(this))
{
    setObjectName(QStringLiteral("runPage"));
    makeTabs();
    layOut();
    m_second->setInterval(1000);
    connect(m_second, &QTimer::timeout, this, &RunPage::tick);
    makeShortcuts();
    connectActions();
    showState();
    load();
}

RunPage::~RunPage() = default;

void RunPage::layOut()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(pageMargin, 2 * gridStep, pageMargin, 2 * gridStep);
    layout->setSpacing(2 * gridStep);
    layout->addWidget(m_header);
    layout->addWidget(m_notices);
    layout->addWidget(m_figures);
    layout->addWidget(m_steps);
    layout->addWidget(m_tabs, 1);
    // In a low window the page scrolls; the tables keep rows enough to work with.
    m_tabs->setMinimumHeight(leastTabHeight);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

void RunPage::makeTabs()
{
    m_tabs->setObjectName(QStringLiteral("runTabs"));
    m_tabs->setDocumentMode(true);
    m_files = new FileList(QStringLiteral("runFileTable"), QStringLiteral("run"), this);
    m_tabs->addTab(m_taskTab, tr("&Tasks"));
    m_tabs->addTab(makeNodeTab(), tr("&Nodes"));
    m_tabs->addTab(inset(m_files), tr("&Outputs"));
    m_tabs->addTab(makeLogTab(), tr("&Log"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &RunPage::reloadFiles);
}

QWidget *RunPage::makeNodeTab()
{
    m_nodes = new NodeModel(this);
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_nodes);
    sorted->setSortRole(SortRole);
    auto *table = new LiveTable(QStringLiteral("nodeTable"), this);
    table->setAccessibleName(tr("Nodes"));
    table->setItemDelegateForColumn(NodeModel::State, new StateDelegate(table));
    table->horizontalHeader()->setSortIndicator(NodeModel::Id, Qt::AscendingOrder);
    table->setModelAndWidths(sorted, {240, 120, 96, 144, 80, 88, 96});
    table->setSortingEnabled(true);
    m_nodeStack = new QStackedWidget(this);
    m_nodeStack->addWidget(new EmptyPage(QStringLiteral("computer"), tr("No nodes"),
                                         tr("Nodes appear here once the pool has some. They are "
                                            "gone when the run has ended."),
                                         this));
    m_nodeStack->addWidget(table);
    return inset(m_nodeStack);
}

QWidget *RunPage::makeLogTab()
{
    m_events = new EventModel(this);
    m_log = new LiveTable(QStringLiteral("logTable"), this);
    m_log->setAccessibleName(tr("Log"));
    m_log->setItemDelegateForColumn(EventModel::Level, new StateDelegate(m_log));
    m_log->setModelAndWidths(m_events, {96, 112});
    return inset(m_log);
}

void RunPage::makeShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto slot) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    add(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { Q_EMIT backRequested(); });
    add(QKeySequence(Qt::Key_Escape), [this] {
        if (!m_taskTab->isVisible() || !m_taskTab->closeDetail())
            Q_EMIT backRequested();
    });
}

void RunPage::connectActions()
{
    connect(m_header, &RunHeader::backRequested, this, &RunPage::backRequested);
    connect(m_header, &RunHeader::stopRequested, m_notices, &RunNotices::askStop);
    connect(m_header, &RunHeader::resultsRequested, this,
            [this] { Q_EMIT outputsRequested(m_runId); });
    connect(m_header, &RunHeader::folderRequested, this, &RunPage::openFolder);
    connect(m_notices, &RunNotices::stopConfirmed, this, &RunPage::stop);
    connect(m_notices, &RunNotices::resumeRequested, this, &RunPage::resume);
    connect(m_notices, &RunNotices::cleanUpRequested, this, &RunPage::cleanUp);
    connect(m_follower, &RunFollower::news, this, &RunPage::takeNews);
    connect(m_follower, &RunFollower::lifeChanged, this, &RunPage::takeLife);
    connect(m_files, &FileList::loaded, this,
            [this] { m_header->setHasResults(m_files->fileCount() > 0); });
}

void RunPage::load()
{
    deliver(QtConcurrent::run(&readRecord, m_desk->folder(m_runId)), this,
            [this](const Loaded &loaded) {
                if (loaded.error) {
                    m_notices->showError(*loaded.error);
                    return;
                }
                m_startedAt = loaded.startedAt;
                takePlan(loaded.tasks, loaded.title);
                // Only now: what it tells is about tasks that have to be known.
                m_follower->start();
            });
}

void RunPage::takePlan(const TaskModel::Tasks &tasks, const QString &title)
{
    m_tasks = tasks;
    m_header->setTitle(title.isEmpty() ? m_runId : title);
    m_taskTab->setTasks(tasks);
    m_files->setFolder(tasks.plan->downloadFolder);
    showState();
}

void RunPage::takeNews(const RunNews &news)
{
    if (news.progress) {
        const bool moved = news.progress->transfer != m_progress.transfer
            && news.progress->step == RunStep::Collect;
        m_progress = *news.progress;
        if (moved)
            reloadFiles();
    }
    m_taskTab->apply(news.tasks);
    if (news.nodes) {
        m_nodes->setNodes(*news.nodes);
        m_nodeStack->setCurrentIndex(m_nodes->rowCount() > 0 ? 1 : 0);
    }
    takeEvents(news.events);
    showState();
}

void RunPage::takeEvents(const QList<RunEvent> &events)
{
    if (events.isEmpty())
        return;
    for (const RunEvent &event : events) {
        if (event.level == RunEvent::Level::Problem)
            m_lastProblem = event.text;
    }
    const QScrollBar *bar = m_log->verticalScrollBar();
    const bool isAtEnd = bar->value() >= bar->maximum();
    m_events->append(events);
    if (isAtEnd)
        m_log->scrollToBottom();
}

void RunPage::takeLife(RunFollower::Life life)
{
    if (life != RunFollower::Life::Going)
        m_isStopping = false;
    switch (life) {
    case RunFollower::Life::Unknown:
        break;
    case RunFollower::Life::Going:
        m_summary.reset();
        m_lastProblem.clear();
        m_taskTab->setRunOver(false);
        m_notices->showGoing();
        if (!m_isCleaning)
            m_notices->clearAction();
        break;
    case RunFollower::Life::BrokenOff:
        if (!m_isBusy && !m_isCleaning)
            m_notices->showBrokenOff(m_lastProblem);
        break;
    case RunFollower::Life::Ended:
        if (m_follower->summary())
            takeSummary(*m_follower->summary());
        break;
    }
    updateTimer();
    showState();
}

void RunPage::takeSummary(const RunSummary &summary)
{
    m_summary = summary;
    m_notices->showEnding(summary);
    m_taskTab->setRunOver(true);
    if (!summary.resultsFolder.isEmpty())
        m_files->setFolder(summary.resultsFolder);
    m_files->setEmptyText(tr("No files"), tr("This run brought nothing home."));
    m_files->reload();
    showState();
}

void RunPage::showState()
{
    const RunFollower::Life life = m_follower->life();
    if (m_isCleaning)
        m_header->setLook({tr("Cleaning up"), Tone::Busy});
    else
        m_header->setLook(lookOfRun(life, m_progress, m_summary));
    m_header->setStoppable(life == RunFollower::Life::Going && !m_isCleaning, m_isStopping);
    if (m_tasks.plan)
        m_header->setOrigin(Accounts::title(m_tasks.plan->account), m_startedAt);
    m_figures->showCounts(m_progress, m_summary,
                          m_tasks.plan ? int(m_tasks.plan->tasks.size()) : 0);
    // A run of which no feed tells has no steps to show.
    m_steps->setVisible(!m_progress.runId.isEmpty() || life != RunFollower::Life::Ended);
    showTimes();
    Q_EMIT freshnessChanged(freshness());
}

void RunPage::showTimes()
{
    const RunFollower::Life life = m_follower->life();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    qint64 elapsedMs = -1;
    RunEstimate estimate;
    if (m_summary) {
        elapsedMs = m_summary->elapsedMs;
    } else if (life == RunFollower::Life::Going && m_progress.startedAt.isValid()) {
        elapsedMs = std::max<qint64>(0, m_progress.startedAt.msecsTo(now));
        if (m_progress.step == RunStep::Watch) {
            const int left = m_progress.tasksTotal - m_progress.tasks.completed;
            estimate = estimateRun(m_taskTab->model()->latestEnds(estimateWindow), left, now);
        }
    }
    m_figures->showTimes(elapsedMs, estimate);
    m_steps->show(m_progress, life);
}

void RunPage::tick()
{
    showTimes();
    if (m_tabs->currentWidget() == m_taskTab)
        m_taskTab->tick();
}

void RunPage::updateTimer()
{
    const bool isNeeded = isVisible() && m_follower->life() == RunFollower::Life::Going;
    if (isNeeded == m_second->isActive())
        return;
    if (isNeeded)
        m_second->start();
    else
        m_second->stop();
}

void RunPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateTimer();
    showTimes();
}

void RunPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    updateTimer();
}

void RunPage::reloadFiles()
{
    if (m_files->isVisible())
        m_files->reload();
}

QString RunPage::freshness() const
{
    // Which account one looks at, and how old what one sees is.
    return m_tasks.plan
        ? QStringLiteral("%1 · %2").arg(Accounts::title(m_tasks.plan->account), age())
        : age();
}

QString RunPage::age() const
{
    switch (m_follower->life()) {
    case RunFollower::Life::Unknown:
        return tr("reading");
    case RunFollower::Life::Going:
        if (!m_progress.tasksAsOf.isValid())
            return tr("live");
        return tr("as of %1")
            .arg(QLocale().toString(m_progress.tasksAsOf.toLocalTime().time(),
                                    QStringLiteral("HH:mm:ss")));
    case RunFollower::Life::BrokenOff:
        return tr("broken off");
    case RunFollower::Life::Ended:
        return tr("ended");
    }
    return {};
}

void RunPage::stop()
{
    m_notices->clearAction();
    m_isStopping = true;
    showState();
    deliver(m_desk->stop(m_runId), this, [this](const Outcome<void> &asked) {
        if (!asked) {
            m_isStopping = false;
            m_notices->showError(asked.error());
            showState();
        }
        m_follower->look();
        Q_EMIT touched(m_runId);
    });
}

void RunPage::resume()
{
    m_isBusy = true;
    m_notices->showGoing();
    m_notices->showBusy(tr("Going on with the run…"));
    deliver(m_desk->resume(m_runId), this, [this](const Outcome<void> &resumed) {
        m_isBusy = false;
        if (!resumed) {
            m_notices->showBrokenOff(m_lastProblem);
            m_notices->showError(resumed.error());
        }
        m_follower->look();
        Q_EMIT touched(m_runId);
    });
}

void RunPage::cleanUp()
{
    m_isBusy = true;
    m_notices->showGoing();
    m_notices->showBusy(tr("Removing what is still there…"));
    deliver(m_desk->cleanUp(m_runId), this, [this](const Outcome<void> &begun) {
        m_isBusy = false;
        if (begun) {
            watchCleanUp();
            return;
        }
        if (m_summary)
            m_notices->showEnding(*m_summary);
        else
            m_notices->showBrokenOff(m_lastProblem);
        m_notices->showError(begun.error());
    });
}

//! The process that cleans up has begun; its end is seen in the folder.
void RunPage::watchCleanUp()
{
    m_isCleaning = true;
    m_folder = new QFileSystemWatcher({m_desk->folder(m_runId).path()}, this);
    connect(m_folder, &QFileSystemWatcher::directoryChanged, this, &RunPage::lookAtCleanUp);
    showState();
    lookAtCleanUp();
}

void RunPage::lookAtCleanUp()
{
    struct Look
    {
        bool isLocked = false;
        std::optional<RunSummary> summary;
    };
    const auto read = [folder = m_desk->folder(m_runId)] {
        const bool isLocked = folder.isLocked();
        return Look{isLocked, folder.summary()};
    };
    deliver(QtConcurrent::run(read), this, [this](const Look &look) {
        if (m_isCleaning && !look.isLocked)
            endCleanUp(look.summary);
    });
}

void RunPage::endCleanUp(const std::optional<RunSummary> &summary)
{
    m_isCleaning = false;
    m_folder->deleteLater();
    m_folder = nullptr;
    m_notices->clearAction();
    m_follower->look(); // the log has more lines
    if (summary && summary != m_summary) {
        takeSummary(*summary);
    } else if (!summary || !summary->kept.isEmpty()) {
        if (summary)
            m_notices->showEnding(*summary);
        else
            m_notices->showBrokenOff(m_lastProblem);
        Error error;
        error.message = tr("Not everything could be removed");
        error.advice = tr("The log says why. Try again, or remove the rest in the Azure portal.");
        m_notices->showError(error);
    }
    showState();
    Q_EMIT touched(m_runId);
}

void RunPage::openFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_files->folder()));
}

} // namespace Batchdesk
