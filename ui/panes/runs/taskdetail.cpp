// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/runs/taskdetail.h"

#include "core/plan/plan.h"
#include "ui/models/taskmodel.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/outputview.h"
#include "ui/widgets/statepill.h"
#include "ui/widgets/theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

constexpr int commandLines = 4;

void setValue(ElidedLabel *label, const QString &text)
{
    label->setWholeText(text.isEmpty() ? QStringLiteral("–") : text);
}

QString clockText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().time(), QStringLiteral("HH:mm:ss"));
}

QString timesText(const RunTask &task, bool isRunOver)
{
    if (!task.startTime.isValid())
        return {};
    if (isRunOver && !task.isCompleted())
        return TaskDetail::tr("begun at %1").arg(clockText(task.startTime));
    const bool hasEnded = task.isCompleted() && task.endTime.isValid();
    const QDateTime until = hasEnded ? task.endTime : QDateTime::currentDateTimeUtc();
    const QString took = durationText(std::max<qint64>(0, task.startTime.msecsTo(until)));
    if (!hasEnded)
        return TaskDetail::tr("since %1, %2").arg(clockText(task.startTime), took);
    return TaskDetail::tr("%1 – %2, %3")
        .arg(clockText(task.startTime), clockText(task.endTime), took);
}

} // namespace

TaskDetail::TaskDetail(Accounts *accounts, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_failure(new Notice(this))
    , m_tabs(new QTabWidget(this))
{
    setObjectName(QStringLiteral("taskDetail"));
    m_streams[0].file = QStringLiteral("stdout.txt");
    m_streams[1].file = QStringLiteral("stderr.txt");
    m_tabs->setObjectName(QStringLiteral("taskOutputTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeStream(m_streams[0], QStringLiteral("stdoutView")), tr("Standard output"));
    m_tabs->addTab(makeStream(m_streams[1], QStringLiteral("stderrView")), tr("Standard error"));
    m_tabs->setCornerWidget(new CopyButton(
        tr("Copy the output"),
        [this] { return m_streams[std::size_t(m_tabs->currentIndex())].view->toPlainText(); },
        m_tabs));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * gridStep, 0, 0, 0);
    layout->setSpacing(gridStep);
    layout->addWidget(makeHeadRow());
    layout->addWidget(makeFacts());
    layout->addWidget(makeCommand());
    layout->addWidget(m_failure);
    layout->addWidget(m_tabs, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, &TaskDetail::startOutput);
}

TaskDetail::~TaskDetail() = default;

QWidget *TaskDetail::makeHeadRow()
{
    auto *row = new QWidget(this);
    m_name = new ElidedLabel(row);
    QFont strong = m_name->font();
    strong.setWeight(QFont::DemiBold);
    m_name->setFont(strong);
    m_pill = new StatePill(row);
    m_pill->setObjectName(QStringLiteral("taskStatePill"));
    auto *close = new QToolButton(row);
    close->setObjectName(QStringLiteral("closeTaskDetailButton"));
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the task's details"));
    close->setToolTip(tr("Close (Escape)"));
    connect(close, &QToolButton::clicked, this, &TaskDetail::closeRequested);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_pill);
    layout->addWidget(close);
    return row;
}

QWidget *TaskDetail::makeFacts()
{
    auto *facts = new QWidget(this);
    auto *form = new QFormLayout(facts);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(2 * gridStep);
    form->setVerticalSpacing(gridStep / 2);
    const auto add = [&](const QString &name) {
        auto *caption = new QLabel(name, facts);
        caption->setForegroundRole(QPalette::PlaceholderText);
        auto *value = new ElidedLabel(facts);
        form->addRow(caption, value);
        return value;
    };
    m_idValue = add(tr("Task"));
    m_nodeValue = add(tr("Node"));
    m_exitValue = add(tr("Exit code"));
    m_exitValue->setObjectName(QStringLiteral("taskExitCode"));
    m_timeValue = add(tr("Time"));
    return facts;
}

QWidget *TaskDetail::makeCommand()
{
    auto *row = new QWidget(this);
    m_command = new QPlainTextEdit(row);
    m_command->setObjectName(QStringLiteral("taskCommandLine"));
    m_command->setAccessibleName(tr("Command line"));
    m_command->setFont(codeFont());
    m_command->setReadOnly(true);
    m_command->setTabChangesFocus(true);
    m_command->setFrameShape(QFrame::NoFrame);
    m_command->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_command->setFixedHeight(QFontMetrics(codeFont()).lineSpacing() * commandLines + gridStep);
    auto *copy = new CopyButton(
        tr("Copy command line"), [this] { return m_command->toPlainText(); }, row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    layout->addWidget(m_command, 1);
    layout->addWidget(copy, 0, Qt::AlignTop);
    return row;
}

QWidget *TaskDetail::makeStream(Stream &stream, const QString &name)
{
    auto *page = new QWidget(this);
    stream.view = new OutputView(page);
    stream.view->setObjectName(name);
    stream.view->setAccessibleName(stream.file);
    stream.line = new QLabel(page);
    stream.line->setWordWrap(true);
    stream.line->setForegroundRole(QPalette::PlaceholderText);
    stream.line->hide();
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, gridStep / 2, 0, 0);
    layout->setSpacing(gridStep / 2);
    layout->addWidget(stream.line);
    layout->addWidget(stream.view, 1);
    return page;
}

void TaskDetail::showTask(const Plan &plan, const PlannedTask &planned, const RunTask &task)
{
    forgetOutput();
    m_task = task;
    m_source = {plan.account, plan.job.id, planned.id, {}, {}};
    m_homeFolder =
        plan.downloadFolder + QLatin1Char('/') + planned.id + QStringLiteral("/task-log/");
    setValue(m_name, planned.input.path);
    setValue(m_idValue, planned.id);
    m_command->setPlainText(planned.commandLine);
    showFacts();
    startOutput();
}

void TaskDetail::update(const RunTask &task)
{
    if (task == m_task)
        return;
    // A retry writes its files anew, on another node perhaps.
    const bool isAnotherTry = task.retryCount != m_task.retryCount || task.nodeId != m_task.nodeId;
    m_task = task;
    showFacts();
    if (isAnotherTry)
        forgetOutput();
    startOutput();
    if (!task.isCompleted())
        return;
    for (Stream &stream : m_streams) {
        if (stream.output)
            stream.output->setTaskEnded();
    }
}

void TaskDetail::drop()
{
    forgetOutput();
    m_task = {};
}

void TaskDetail::setRunOver(bool over)
{
    m_isRunOver = over;
    if (m_task.id.isEmpty() || !over)
        return;
    for (Stream &stream : m_streams) {
        if (stream.output)
            stream.output->setTaskEnded();
    }
    showFacts();
    startOutput();
}

void TaskDetail::tick()
{
    if (m_task.startTime.isValid() && !m_task.isCompleted())
        setValue(m_timeValue, timesText(m_task, m_isRunOver));
}

void TaskDetail::showFacts()
{
    m_pill->setLook(TaskModel::lookOf(m_task, m_isRunOver));
    setValue(m_nodeValue, m_task.nodeId);
    setValue(m_timeValue, timesText(m_task, m_isRunOver));
    QString exit = m_task.exitCode ? QString::number(*m_task.exitCode) : QString();
    if (m_task.retryCount > 0)
        exit = tr("%1 (%2)").arg(exit.isEmpty() ? QStringLiteral("–") : exit,
                                 tr("tried again %n time(s)", nullptr, m_task.retryCount));
    setValue(m_exitValue, exit);
    if (m_task.failure.isEmpty())
        m_failure->clear();
    else if (m_failure->text() != m_task.failure)
        m_failure->show(Tone::Bad, m_task.failure);
}

void TaskDetail::forgetOutput()
{
    for (Stream &stream : m_streams) {
        stream.output.reset();
        stream.isEmpty = true;
        stream.view->reset();
        stream.line->hide();
    }
}

bool TaskDetail::mayHaveOutput() const
{
    return m_task.startTime.isValid() || m_task.isCompleted();
}

void TaskDetail::startOutput()
{
    Stream &stream = m_streams[std::size_t(m_tabs->currentIndex())];
    if (m_task.id.isEmpty() || stream.output)
        return;
    if (!mayHaveOutput()) {
        stream.line->setText(m_isRunOver ? tr("The task did not run.")
                                         : tr("The task has not started yet."));
        stream.line->show();
        return;
    }
    start(stream);
}

void TaskDetail::start(Stream &stream)
{
    stream.line->hide();
    TaskOutput::Source source = m_source;
    source.file = stream.file;
    source.homeFile = m_homeFolder + stream.file;
    stream.output = std::make_unique<TaskOutput>(source, m_accounts);
    Stream *target = &stream;
    connect(stream.output.get(), &TaskOutput::grown, this,
            [target](const QByteArray &bytes, qint64 skipped) {
                target->isEmpty = target->isEmpty && bytes.isEmpty();
                target->view->append(bytes);
                target->line->setText(
                    tr("The first %1 are left out.").arg(QLocale().formattedDataSize(skipped)));
                target->line->setVisible(skipped > 0);
            });
    connect(stream.output.get(), &TaskOutput::failed, this, [target](const Error &error) {
        target->line->setText(errorText(error));
        target->line->show();
    });
    connect(stream.output.get(), &TaskOutput::ended, this, [target] {
        if (!target->isEmpty)
            return;
        target->line->setText(tr("The task wrote nothing here."));
        target->line->show();
    });
    // Said first: what has ended may be at home already.
    if (m_task.isCompleted() || m_isRunOver)
        stream.output->setTaskEnded();
    stream.output->start();
}

} // namespace Batchdesk
