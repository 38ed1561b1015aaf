// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/run.h"
#include "core/run/runfeed.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace Batchdesk {

//! \brief Writes what a run tells into the feed of its folder; figures that change often are
//! written ten times a second at most.
class RunRecorder final : public QObject
{
    Q_OBJECT

public:
    explicit RunRecorder(std::shared_ptr<RunFeedWriter> feed, QObject *parent = nullptr);
    ~RunRecorder() override;

    //! \brief Records all that \a run tells.
    void follow(Run *run);

    void progressed(const RunProgress &progress);
    void happened(const RunEvent &event);
    void tasksChanged(const QList<Batch::Task> &tasks);
    void nodesSeen(const QList<Batch::Node> &nodes);

private:
    void writeProgress();

    std::shared_ptr<RunFeedWriter> m_feed;
    std::optional<RunProgress> m_waiting;
    QList<RunNode> m_nodes;
    QTimer m_timer;
};

} // namespace Batchdesk
