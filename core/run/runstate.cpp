// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/runstate.h"

namespace Batchdesk {

void RunState::setStep(RunStep step, StepState state)
{
    progress.steps[std::size_t(step)] = state;
    if (state == StepState::Running)
        progress.step = step;
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
