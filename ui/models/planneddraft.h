// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"
#include "core/plan/planrecord.h"
#include "ui/models/filetree.h"

#include <QHash>
#include <QString>

#include <memory>
#include <vector>

namespace Batchdesk {

//! \brief What became of one state of the settings: listing, plan and all that the wizard shows of
//! them, made at once in a worker. Never changed afterwards, so that models share it by pointer.
struct PlannedDraft
{
    Settings settings;
    QString baseFolder;
    RunStamp stamp;
    Listing listing;
    PlanResult result;

    FileTree archive;       //!< What goes into application.zip.
    qint64 inputBytes = 0;  //!< Of all input files.
    qsizetype largest = -1; //!< Index of the largest input; -1 without inputs.
    //! Indexes of all inputs, those with the shortest command line first; empty without tasks.
    std::vector<quint32> byLength;
    std::vector<quint32> flagged;  //!< Indexes of inputs that something is wrong with, ascending.
    QHash<quint32, QString> flags; //!< What that is, one sentence.

    bool ok() const { return result.ok(); }
    bool hasRequirements() const; //!< requirements.txt stands in the application's root.
    //! \brief What a launch is made from.
    PlanRecord record() const;
};

//! \brief Shared, and deleted in a worker whoever lets go of it last: with 100,000 inputs that
//! takes longer than a window may stand still.
using DraftPtr = std::shared_ptr<const PlannedDraft>;

//! \brief Makes the plan of \a listing and everything that is derived from it. For a worker.
DraftPtr makeDraft(const Settings &settings, const QString &baseFolder, const Listing &listing,
                   const RunStamp &stamp);

//! \brief Index of the input at \a path in a listing, or -1.
qsizetype inputIndexOf(const Listing &listing, const QString &path);

} // namespace Batchdesk
