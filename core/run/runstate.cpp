// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/runstate.h"

namespace Batchdesk {

void RunState::setStep(RunStep step, StepState state)
{
    progress.steps[std::size_t(step)] = state;
    StepTimes &times = progress.stepTimes[std::size_t(step)];
    if (state == StepState::Running) {
        progress.step = step;
        times = {QDateTime::currentDateTimeUtc(), {}};
    } else {
        times.endedAt = QDateTime::currentDateTimeUtc();
    }
    report();
}

void RunState::report() const
{
    if (onProgress)
        onProgress(progress);
}

void RunState::say(RunEvent::Level level, const QString &text) const
{
    if (onEvent)
        onEvent(RunEvent{QDateTime::currentDateTimeUtc(), level, text});
}

} // namespace Batchdesk
