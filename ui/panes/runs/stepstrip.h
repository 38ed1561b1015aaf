// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runfollower.h"
#include "core/run/runvalues.h"

#include <QWidget>

#include <array>

namespace Batchdesk {

class ToneLabel;

//! \brief The ten steps of a run: shape, name, state, and how long each took.
class StepStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit StepStrip(QWidget *parent = nullptr);

    //! \brief \a life tells whether a step that was begun still goes on.
    void show(const RunProgress &progress, RunFollower::Life life);

private:
    std::array<ToneLabel *, runStepCount> m_labels{};
};

} // namespace Batchdesk
