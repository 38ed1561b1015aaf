// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/runs/tasktab.h"

#include "ui/panes/runs/taskdetail.h"
#include "ui/widgets/livetable.h"
#include "ui/widgets/statedelegate.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

namespace Batchdesk {

TaskTab::TaskTab(Accounts *accounts, QWidget *parent)
    : QWidget(parent)
    , m_model(new TaskModel(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_table(new LiveTable(QStringLiteral("taskTable"), this))
    , m_detail(new TaskDetail(accounts, this))
{
    m_table->setAccessibleName(tr("Tasks"));
    m_table->setItemDelegateForColumn(TaskModel::State, new StateDelegate(m_table));
    m_table->horizontalHeader()->setSortIndicator(TaskModel::File, Qt::AscendingOrder);
    m_table->setModelAndWidths(m_model, {248, 112, 88, 96, 160, 88, 80});
    m_table->setSortingEnabled(true);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_detail->setMinimumWidth(320);
    m_detail->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gridStep, 0, 0);
    layout->setSpacing(gridStep);
    layout->addWidget(makeFilterRow());
    layout->addWidget(m_splitter, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TaskTab::showCurrent);
    connect(m_detail, &TaskDetail::closeRequested, this, &TaskTab::closeDetail);
    connect(m_model, &OrderedModel::reordered, this, &TaskTab::updateLine);
}

QWidget *TaskTab::makeFilterRow()
{
    auto *row = new QWidget(this);
    m_filter = new QLineEdit(row);
    m_filter->setObjectName(QStringLiteral("taskFilterEdit"));
    m_filter->setAccessibleName(tr("Filter tasks"));
    m_filter->setPlaceholderText(tr("Filter by file, task or node"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(360);
    m_state = new QComboBox(row);
    m_state->setObjectName(QStringLiteral("taskStateCombo"));
    m_state->setAccessibleName(tr("Show tasks by state"));
    const auto add = [this](const QString &text, TaskModel::Show show) {
        m_state->addItem(text, int(show));
    };
    add(tr("All"), TaskModel::Show::All);
    add(tr("Running"), TaskModel::Show::Running);
    add(tr("Failed"), TaskModel::Show::Failed);
    add(tr("Done"), TaskModel::Show::Done);
    add(tr("Waiting"), TaskModel::Show::Waiting);
    m_line = new QLabel(row);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_state);
    layout->addStretch();
    layout->addWidget(m_line);
    connect(m_filter, &QLineEdit::textChanged, this, &TaskTab::applyFilter);
    connect(m_state, &QComboBox::currentIndexChanged, this, &TaskTab::applyFilter);
    return row;
}

void TaskTab::setTasks(const TaskModel::Tasks &tasks)
{
    m_tasks = tasks;
    m_model->setTasks(tasks);
}

void TaskTab::apply(const QList<RunTask> &news)
{
    m_model->apply(news);
    if (m_detail->isHidden())
        return;
    m_detail->update(m_model->task(m_detail->taskId()));
}

void TaskTab::setRunOver(bool over)
{
    m_model->setRunOver(over);
    m_detail->setRunOver(over);
}

void TaskTab::tick()
{
    if (m_model->runningTasks() == 0)
        return;
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    m_model->tick(std::max(0, m_table->rowAt(0)), last < 0 ? m_model->rowCount() - 1 : last);
    if (!m_detail->isHidden())
        m_detail->tick();
}

bool TaskTab::closeDetail()
{
    if (m_detail->isHidden())
        return false;
    m_table->clearSelection();
    showCurrent(); // a filter may have taken the row away, and its selection with it
    m_table->setFocus();
    return true;
}

void TaskTab::applyFilter()
{
    m_model->setFilter(TaskModel::Show(m_state->currentData().toInt()), m_filter->text());
}

void TaskTab::showCurrent()
{
    // Not selectedIds(): everything may be selected, and that may be very much.
    const QItemSelection selection = m_table->selectionModel()->selection();
    const bool isOne = selection.size() == 1 && selection.first().height() == 1;
    const PlannedTask *planned =
        isOne ? m_model->planned(selection.first().topLeft().data(IdRole).toString()) : nullptr;
    if (!planned) {
        m_detail->hide();
        m_detail->drop();
        return;
    }
    if (!m_detail->isHidden() && m_detail->taskId() == planned->id)
        return;
    const bool wasHidden = m_detail->isHidden();
    m_detail->showTask(*m_tasks.plan, *planned, m_model->task(planned->id));
    m_detail->show();
    if (wasHidden) {
        m_splitter->setSizes({m_splitter->width() * 11 / 20, m_splitter->width() * 9 / 20});
        m_table->scrollTo(m_model->indexOf(planned->id));
    }
}

void TaskTab::updateLine()
{
    const int total = m_model->totalRows();
    const int shown = m_model->rowCount();
    const QString all = tr("%n task(s)", nullptr, total);
    m_line->setText(shown == total ? all : tr("%1 of %2").arg(QLocale().toString(shown), all));
}

} // namespace Batchdesk
