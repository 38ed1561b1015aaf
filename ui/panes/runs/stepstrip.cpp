// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/runs/stepstrip.h"

#include "ui/models/statelook.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tonelabel.h"

#include <QGridLayout>
#include <QLocale>

namespace Batchdesk {

namespace {

constexpr int columns = 5;

StateLook lookOfStep(StepState state, RunFollower::Life life)
{
    const bool isOver = life == RunFollower::Life::BrokenOff || life == RunFollower::Life::Ended;
    if (state == StepState::Running && isOver)
        return {StepStrip::tr("Broken off"), Tone::Warning};
    return lookOf(state);
}

QString transferText(const TransferCounts &transfer)
{
    if (transfer.filesTotal <= 0)
        return {};
    return StepStrip::tr("%1 of %2 files")
        .arg(QLocale().toString(transfer.filesDone), QLocale().toString(transfer.filesTotal));
}

//! "Going on · 12 of 60 files · 4 s"
QString noteOf(RunStep step, const RunProgress &progress, const StateLook &look)
{
    const StepState state = progress.state(step);
    const StepTimes &times = progress.times(step);
    QStringList parts{look.word};
    const bool moves = step == RunStep::Uploads || step == RunStep::Collect;
    if (moves && state == StepState::Running && step == progress.step) {
        if (const QString files = transferText(progress.transfer); !files.isEmpty())
            parts = QStringList{files};
    }
    const QDateTime until = times.endedAt.isValid()              ? times.endedAt
        : state == StepState::Running && look.tone == Tone::Busy ? QDateTime::currentDateTimeUtc()
                                                                 : QDateTime();
    if (times.begunAt.isValid() && until.isValid())
        parts << durationText(std::max<qint64>(0, times.begunAt.msecsTo(until)));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

StepStrip::StepStrip(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * gridStep);
    grid->setVerticalSpacing(gridStep);
    for (int i = 0; i < runStepCount; ++i) {
        auto *label = new ToneLabel(this);
        label->setObjectName(QStringLiteral("step%1").arg(i));
        m_labels[std::size_t(i)] = label;
        grid->addWidget(label, i / columns, i % columns);
        grid->setColumnStretch(i % columns, 1);
    }
    show(RunProgress(), RunFollower::Life::Unknown);
}

void StepStrip::show(const RunProgress &progress, RunFollower::Life life)
{
    for (int i = 0; i < runStepCount; ++i) {
        const auto step = RunStep(i);
        const StateLook look = lookOfStep(progress.state(step), life);
        ToneLabel *label = m_labels[std::size_t(i)];
        label->setText(look.tone, stepTitle(step), noteOf(step, progress, look));
        label->setEmphasised(look.tone == Tone::Busy);
    }
}

} // namespace Batchdesk
