// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/runs/runspane.h"

#include "core/run/rundesk.h"
#include "ui/models/runsmodel.h"
#include "ui/panes/runs/progressdelegate.h"
#include "ui/panes/runs/runpage.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/livetable.h"
#include "ui/widgets/statedelegate.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

constexpr int liveTickMs = 1'000;
//! Only "5 minutes ago" changes.
constexpr int quietTickMs = 60'000;

} // namespace

RunsPane::RunsPane(RunDesk *desk, Accounts *accounts, QWidget *parent)
    : QStackedWidget(parent)
    , m_desk(desk)
    , m_accounts(accounts)
    , m_runs(new RunsModel(desk, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_loading(new QWidget(this))
    , m_clock(new QTimer(this))
{
    m_sorted->setSourceModel(m_runs);
    m_sorted->setSortRole(SortRole);
    m_list = makeListPage();
    m_empty = makeEmptyPage();
    addWidget(m_loading);
    addWidget(m_list);
    addWidget(m_empty);
    connect(m_runs, &RunsModel::listed, this, [this] {
        if (!m_page)
            showListOrEmpty();
        if (!m_table->currentIndex().isValid() && m_sorted->rowCount() > 0)
            m_table->selectRow(0);
        updateTimer();
        Q_EMIT freshnessChanged(freshness());
    });
    connect(m_runs, &RunsModel::runEnded, this, &RunsPane::runEnded);
    connect(m_runs, &RunsModel::dataChanged, this, &RunsPane::updateTimer);
    connect(m_clock, &QTimer::timeout, m_runs, &RunsModel::tick);
}

RunsPane::~RunsPane() = default;

QWidget *RunsPane::makeListPage()
{
    auto *page = new QWidget(this);
    auto *title = new QLabel(tr("Runs"), page);
    title->setFont(titleFont());
    m_table = new LiveTable(QStringLiteral("runsTable"), page);
    m_table->setAccessibleName(tr("Runs"));
    m_table->setItemDelegateForColumn(RunsModel::State, new StateDelegate(m_table));
    m_table->setItemDelegateForColumn(RunsModel::Progress, new ProgressDelegate(m_table));
    m_table->horizontalHeader()->setSortIndicator(RunsModel::Started, Qt::DescendingOrder);
    m_table->setModelAndWidths(m_sorted, {240, 120, 168, 128, 144, 104});
    m_table->setSortingEnabled(true);
    auto *open = new QAction(tr("&Open"), m_table);
    connect(open, &QAction::triggered, this, &RunsPane::openSelected);
    m_table->addAction(open);
    connect(m_table, &QAbstractItemView::activated, this, &RunsPane::openSelected);
    connect(m_table, &QAbstractItemView::doubleClicked, this, &RunsPane::openSelected);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(pageMargin, pageMargin, pageMargin, pageMargin);
    layout->setSpacing(2 * gridStep);
    layout->addWidget(title);
    layout->addWidget(m_table, 1);
    return page;
}

QWidget *RunsPane::makeEmptyPage()
{
    auto *page = new EmptyPage(
        QStringLiteral("runs"), tr("No runs yet"),
        tr("A run takes your program and a folder of input files, runs the program once for each "
           "file, and brings the results home."),
        this);
    QPushButton *button =
        page->addButton(tr("&New run…"), QStringLiteral("newRunEmptyButton"), true);
    connect(button, &QPushButton::clicked, this, &RunsPane::newRunRequested);
    return page;
}

void RunsPane::openSelected()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        showRun(current.data(IdRole).toString());
}

void RunsPane::showRun(const QString &runId)
{
    if (m_page && m_page->runId() == runId) {
        setCurrentWidget(m_page);
        return;
    }
    closePage();
    m_page = new RunPage(runId, m_desk, m_accounts, this);
    connect(m_page, &RunPage::backRequested, this, &RunsPane::showList);
    connect(m_page, &RunPage::outputsRequested, this, &RunsPane::outputsRequested);
    connect(m_page, &RunPage::freshnessChanged, this, &RunsPane::freshnessChanged);
    connect(m_page, &RunPage::touched, m_runs, &RunsModel::look);
    addWidget(m_page);
    setCurrentWidget(m_page);
    m_page->setFocus();
    updateTimer();
    Q_EMIT freshnessChanged(freshness());
}

void RunsPane::showList()
{
    const QString left = m_page ? m_page->runId() : QString();
    closePage();
    showListOrEmpty();
    const QModelIndexList found =
        m_sorted->match(m_sorted->index(0, 0), IdRole, left, 1, Qt::MatchExactly);
    if (!found.isEmpty())
        m_table->setCurrentIndex(found.first());
    m_table->setFocus();
    updateTimer();
    Q_EMIT freshnessChanged(freshness());
}

void RunsPane::closePage()
{
    if (!m_page)
        return;
    RunPage *page = m_page;
    m_page = nullptr;
    disconnect(page, nullptr, this, nullptr);
    disconnect(page, nullptr, m_runs, nullptr);
    removeWidget(page);
    page->hide();
    page->deleteLater(); // its own button or key may have led here
}

void RunsPane::showListOrEmpty()
{
    if (!m_runs->isLoaded())
        setCurrentWidget(m_loading);
    else
        setCurrentWidget(m_runs->rowCount() > 0 ? m_list : m_empty);
}

bool RunsPane::isListShown() const
{
    return isVisible() && !m_page && m_runs->rowCount() > 0;
}

void RunsPane::updateTimer()
{
    if (!isListShown()) {
        m_clock->stop();
        return;
    }
    const int interval = m_runs->liveRuns() > 0 ? liveTickMs : quietTickMs;
    if (!m_clock->isActive() || m_clock->interval() != interval)
        m_clock->start(interval);
}

void RunsPane::showEvent(QShowEvent *event)
{
    QStackedWidget::showEvent(event);
    if (isListShown())
        m_runs->tick(); // times went on while it was hidden
    updateTimer();
}

void RunsPane::hideEvent(QHideEvent *event)
{
    QStackedWidget::hideEvent(event);
    updateTimer();
}

QString RunsPane::freshness() const
{
    if (m_page)
        return m_page->freshness();
    if (!m_runs->isLoaded())
        return tr("reading");
    return m_runs->liveRuns() > 0
        ? tr("live")
        : tr("as of %1")
              .arg(QLocale().toString(m_runs->listedAt().toLocalTime().time(),
                                      QStringLiteral("HH:mm:ss")));
}

} // namespace Batchdesk
