// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/planneddraft.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Batchdesk {

//! \brief Makes the plan of the settings as they are edited, in a worker and once they stand still
//! for a moment. The folders are walked again only when a setting changed that concerns them.
//!
//! One worker at a time: what is asked meanwhile waits, and only the latest is done; an answer that
//! is out of date is dropped.
class PlanBuilder final : public QObject
{
    Q_OBJECT

public:
    explicit PlanBuilder(QObject *parent = nullptr);

    //! \brief Plans these settings soon.
    void plan(const Settings &settings, const QString &baseFolder);
    //! \brief Looks at the folders again, now.
    void relist();
    //! \brief Another document, or another run of the same: names get a new stamp, and draft() is
    //! null until it is planned.
    void startAnew();

    //! \brief True from the first change until the plan of the latest one is there.
    bool isBusy() const { return m_busy; }
    //! \brief The latest plan; null before the first. It is of older settings while isBusy().
    const DraftPtr &draft() const { return m_draft; }

Q_SIGNALS:
    void planned(const Batchdesk::DraftPtr &draft);
    void busyChanged(bool busy);

private:
    struct Wanted
    {
        Settings settings;
        QString baseFolder;
    };
    //! The folders as they were found, and what for; shared with the worker.
    struct Found
    {
        Wanted wanted;
        Listing listing;
    };
    struct Made
    {
        std::shared_ptr<const Found> found;
        DraftPtr draft;
    };
    static bool sameApplication(const Settings::Application &a, const Settings::Application &b);
    static bool sameFolders(const Wanted &a, const Wanted &b);
    static Made make(const Wanted &wanted, std::shared_ptr<const Found> found,
                     const RunStamp &stamp);
    void setBusy(bool busy);
    void begin();
    void end(const Made &made, quint64 generation);

    QTimer m_delay;
    Wanted m_wanted;
    RunStamp m_stamp;
    std::shared_ptr<const Found> m_found;
    DraftPtr m_draft;
    quint64 m_generation = 0;
    bool m_running = false;
    bool m_busy = false;
    bool m_relist = false;
};

} // namespace Batchdesk
