// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runestimate.h"
#include "core/run/runvalues.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;

namespace Batchdesk {

class SegmentedBar;
class ToneLabel;

//! \brief How far a run is: figures, the segmented bar, and its legend.
class RunFigures final : public QWidget
{
    Q_OBJECT

public:
    explicit RunFigures(QWidget *parent = nullptr);

    //! \brief How the tasks divide; by the summary once there is one.
    void showCounts(const RunProgress &progress, const std::optional<RunSummary> &summary,
                    int tasksPlanned);
    //! \param elapsedMs below zero: unknown.
    void showTimes(qint64 elapsedMs, const RunEstimate &estimate);

private:
    QLabel *m_done = nullptr;
    QLabel *m_times = nullptr;
    SegmentedBar *m_bar = nullptr;
    std::array<ToneLabel *, 4> m_legend{};
};

} // namespace Batchdesk
