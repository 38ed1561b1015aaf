// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/outputs/outputspane.h"

#include "core/run/resultfiles.h"
#include "core/run/rundesk.h"
#include "ui/models/runsmodel.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/deliver.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filelist.h"
#include "ui/widgets/filepreview.h"
#include "ui/widgets/livetable.h"
#include "ui/widgets/statedelegate.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace Batchdesk {

namespace {

constexpr int leastListWidth = 248;

//! The runs that brought something home or still may.
class RunsWithOutputs final : public QSortFilterProxyModel
{
public:
    RunsWithOutputs(RunsModel *runs, QObject *parent)
        : QSortFilterProxyModel(parent)
        , m_runs(runs)
    {
        setSortRole(SortRole);
        setSourceModel(runs);
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const auto run = m_runs->listing(m_runs->index(row, 0, parent).data(IdRole).toString());
        return run && (!run->summary || run->summary->filesBroughtHome > 0);
    }

private:
    RunsModel *m_runs;
};

} // namespace

OutputsPane::OutputsPane(RunDesk *desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_runs(new RunsModel(desk, this))
    , m_shown(new RunsWithOutputs(m_runs, this))
    , m_stack(new QStackedWidget(this))
{
    auto *title = new QLabel(tr("Outputs"), this);
    title->setFont(titleFont());
    auto *splitter = new QSplitter(Qt::Horizontal, m_stack);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeRunList());
    splitter->addWidget(makeFiles());
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({280, 720});
    m_content = splitter;
    m_empty = new EmptyPage(QStringLiteral("outputs"), tr("No outputs yet"),
                            tr("What your runs bring home appears here, run by run."), m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, pageMargin, pageMargin, 2 * gridStep);
    layout->setSpacing(2 * gridStep);
    layout->addWidget(title);
    layout->addWidget(m_stack, 1);
    connect(m_runs, &RunsModel::listed, this, &OutputsPane::onListed);
    connect(m_runs, &RunsModel::runEnded, this, [this](const QString &runId) {
        if (runId == m_shownRun)
            m_files->reload();
    });
}

OutputsPane::~OutputsPane() = default;

QWidget *OutputsPane::makeRunList()
{
    m_list = new LiveTable(QStringLiteral("outputsRunList"), this);
    m_list->setAccessibleName(tr("Runs with outputs"));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setMinimumWidth(leastListWidth);
    m_list->setItemDelegateForColumn(RunsModel::State, new StateDelegate(m_list));
    m_list->horizontalHeader()->setSortIndicator(RunsModel::Started, Qt::DescendingOrder);
    m_list->setModelAndWidths(m_shown, {136, 104});
    for (const int column : {RunsModel::Progress, RunsModel::Account, RunsModel::Started,
                             RunsModel::Duration, RunsModel::RunId})
        m_list->setColumnHidden(column, true);
    m_list->setSortingEnabled(true);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &OutputsPane::openSelected);
    return m_list;
}

QWidget *OutputsPane::makeFiles()
{
    auto *page = new QWidget(this);
    m_title = new ElidedLabel(page);
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_folder = new ElidedLabel(page);
    m_folder->setForegroundRole(QPalette::PlaceholderText);
    auto *where = new QHBoxLayout;
    where->addWidget(m_folder, 1);
    where->addWidget(new CopyButton(
        tr("Copy the folder's path"), [this] { return m_files->folder(); }, page));
    m_files = new FileList(QStringLiteral("outputsFileTable"), {}, page);
    m_preview = new FilePreview(page);
    m_preview->setMinimumHeight(80);
    auto *split = new QSplitter(Qt::Vertical, page);
    split->setChildrenCollapsible(false);
    split->addWidget(m_files);
    split->addWidget(m_preview);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setSizes({400, 200});
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(2 * gridStep, 0, 0, 0);
    layout->setSpacing(gridStep);
    layout->addWidget(m_title);
    layout->addLayout(where);
    layout->addWidget(split, 1);
    connect(m_files, &FileList::currentFileChanged, m_preview, &FilePreview::setFile);
    return page;
}

void OutputsPane::onListed()
{
    m_stack->setCurrentWidget(m_shown->rowCount() > 0 ? m_content : m_empty);
    if (!m_wanted.isEmpty())
        selectRun(m_wanted);
    else if (m_shownRun.isEmpty() && m_shown->rowCount() > 0)
        m_list->selectRow(0);
}

void OutputsPane::showRun(const QString &runId)
{
    m_wanted = runId;
    if (runId == m_shownRun)
        m_files->reload();
    selectRun(runId);
    if (!m_wanted.isEmpty())
        m_runs->reload();
}

void OutputsPane::selectRun(const QString &runId)
{
    const QModelIndexList found =
        m_shown->match(m_shown->index(0, 0), IdRole, runId, 1, Qt::MatchExactly);
    if (found.isEmpty())
        return;
    m_wanted.clear();
    m_list->setCurrentIndex(found.first());
    m_list->scrollTo(found.first());
}

void OutputsPane::openSelected()
{
    const QString runId = m_list->selectedIds().value(0);
    if (runId.isEmpty() || runId == m_shownRun)
        return;
    m_shownRun = runId;
    const auto listing = m_runs->listing(runId);
    m_title->setWholeText(listing ? listing->title : runId);
    m_folder->setWholeText({});
    m_files->setFolder(QString());
    if (listing && listing->summary)
        m_files->setEmptyText(tr("No files"),
                              tr("What this run brought home is not there any more."));
    else
        m_files->setEmptyText(tr("No files yet"),
                              tr("This run has not brought anything home yet."));
    deliver(QtConcurrent::run(&resultsFolderOf, m_desk->folder(runId)), this,
            [this, generation = ++m_generation](const QString &folder) {
                if (generation != m_generation)
                    return;
                m_folder->setWholeText(folder);
                m_files->setFolder(folder);
            });
}

void OutputsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_files->reload(); // the disk may have changed while nobody looked
}

} // namespace Batchdesk
