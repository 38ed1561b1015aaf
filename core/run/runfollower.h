// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runfeed.h"
#include "core/run/runfolder.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Batchdesk {

//! \brief Follows one run by its folder, whoever carries it out, until it has ended.
//!
//! Lives on the thread that made it and never blocks it: the disk is read in a worker. First tells
//! everything there is so far, in one news(). Costs nothing once the run has ended.
class RunFollower final : public QObject
{
    Q_OBJECT

public:
    //! \brief How a run stands, as seen from outside.
    enum class Life {
        Unknown,   //!< Not looked at yet.
        Going,     //!< A program carries it out.
        BrokenOff, //!< It has not ended, and nobody carries it out: it can go on or be cleaned up.
        Ended,     //!< See summary().
    };

    explicit RunFollower(const RunFolder &folder, QObject *parent = nullptr);
    ~RunFollower() override;

    void start();
    //! \brief Looks at once, for whoever just started or stopped something.
    void look();

    Life life() const;
    //! \brief How it ended; nothing before.
    const std::optional<RunSummary> &summary() const;
    //! \brief The latest progress.
    const RunProgress &progress() const;

Q_SIGNALS:
    void news(const Batchdesk::RunNews &news);
    //! \brief life() is another; comes after the news that led to it.
    void lifeChanged(Batchdesk::RunFollower::Life life);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Batchdesk
