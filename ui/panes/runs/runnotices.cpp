// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/runs/runnotices.h"

#include "core/plan/names.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

//! More than these are in the table of tasks; the page needs its room.
constexpr int failuresShown = 3;

QString failureText(const FailedTask &task)
{
    const QString how = task.exitCode ? RunNotices::tr("exit code %1").arg(*task.exitCode)
                                      : RunNotices::tr("it never started");
    const QString name = task.input.isEmpty() ? task.id : task.input;
    return task.message.isEmpty() ? RunNotices::tr("%1: %2").arg(name, how)
                                  : RunNotices::tr("%1: %2. %3").arg(name, how, task.message);
}

QString problemText(const RunSummary &summary)
{
    QStringList lines;
    for (const Error &error : summary.errors)
        lines << errorText(error);
    const int failures = int(summary.failures.size());
    if (failures > 0)
        lines << RunNotices::tr("%n task(s) failed:", nullptr, failures);
    for (int i = 0; i < std::min(failures, failuresShown); ++i)
        lines << QStringLiteral("• ") + failureText(summary.failures.at(i));
    if (failures > failuresShown)
        lines << RunNotices::tr("and %n more, see the tasks.", nullptr, failures - failuresShown);
    return lines.join(QLatin1Char('\n'));
}

QString keptText(const QList<KeptThing> &kept)
{
    QStringList lines{RunNotices::tr("Still there:")};
    for (const KeptThing &thing : kept) {
        lines << QStringLiteral("• ")
                + (thing.why.isEmpty() ? thing.what
                                       : RunNotices::tr("%1: %2").arg(thing.what, thing.why));
    }
    return lines.join(QLatin1Char('\n'));
}

//! Nothing to mend: after a run that went well its results stay in storage too.
bool onlyResultsAreKept(const RunSummary &summary)
{
    return summary.kept.size() == 1
        && summary.kept.first().what.endsWith(
            containerNameFor(summary.runId, QStringLiteral("output")));
}

} // namespace

RunNotices::RunNotices(QWidget *parent)
    : QWidget(parent)
    , m_action(new Notice(this))
    , m_problem(new Notice(this))
    , m_kept(new Notice(this))
{
    m_action->setObjectName(QStringLiteral("runActionNotice"));
    m_problem->setObjectName(QStringLiteral("runProblemNotice"));
    m_kept->setObjectName(QStringLiteral("runKeptNotice"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    layout->addWidget(m_action);
    layout->addWidget(m_problem);
    layout->addWidget(m_kept);
    updateRoom();
}

void RunNotices::updateRoom()
{
    // Without a word to say it takes no room, not even the layout's distance.
    setVisible(!m_action->isHidden() || !m_problem->isHidden() || !m_kept->isHidden());
}

void RunNotices::showGoing()
{
    m_problem->clear();
    m_kept->clear();
    updateRoom();
}

void RunNotices::showBrokenOff(const QString &reason)
{
    clearAction();
    m_kept->clear();
    QString text = tr("This run broke off. What it made still exists and may cost money: go on "
                      "with it, or clean up.");
    if (!reason.isEmpty())
        text = reason + QLatin1Char('\n') + text;
    m_problem->show(Tone::Warning, text);
    auto *resume = m_problem->addButton(tr("&Go on"), QStringLiteral("resumeButton"));
    connect(resume, &QPushButton::clicked, this, &RunNotices::resumeRequested);
    addCleanUp(m_problem);
    updateRoom();
}

void RunNotices::showEnding(const RunSummary &summary)
{
    clearAction();
    const QString problem = problemText(summary);
    if (problem.isEmpty())
        m_problem->clear();
    else
        m_problem->show(Tone::Bad, problem);
    if (summary.kept.isEmpty()) {
        m_kept->clear();
    } else if (onlyResultsAreKept(summary)) {
        m_kept->show(
            Tone::Neutral,
            tr("The results are also kept in storage: %1.").arg(summary.kept.first().what));
    } else {
        m_kept->show(Tone::Warning, keptText(summary.kept));
        addCleanUp(m_kept);
    }
    updateRoom();
}

void RunNotices::addCleanUp(Notice *notice)
{
    auto *button = notice->addButton(tr("&Clean up now"), QStringLiteral("cleanUpButton"));
    connect(button, &QPushButton::clicked, this, &RunNotices::cleanUpRequested);
}

void RunNotices::askStop()
{
    m_action->show(Tone::Warning, tr("Stop the run? Its tasks end and what it made is removed."));
    auto *stop = m_action->addButton(tr("Stop the run"), QStringLiteral("confirmStopButton"));
    auto *keep = m_action->addButton(tr("Keep running"), QStringLiteral("keepRunningButton"));
    connect(stop, &QPushButton::clicked, this, &RunNotices::stopConfirmed);
    connect(keep, &QPushButton::clicked, this, &RunNotices::clearAction);
    updateRoom();
    // The harmless answer has the focus, so that Enter by habit stops nothing.
    keep->setFocus();
}

void RunNotices::showBusy(const QString &text)
{
    m_action->show(Tone::Busy, text);
    updateRoom();
}

void RunNotices::showError(const Error &error)
{
    m_action->show(error);
    updateRoom();
}

void RunNotices::clearAction()
{
    m_action->clear();
    updateRoom();
}

} // namespace Batchdesk
