// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"

#include <QByteArray>

namespace Batchdesk {

//! \brief What a plan was made from, to be kept beside a run's journal: the same plan can be made
//! again although the folders, settings.json or the shipped catalogue have changed since. Holds no
//! secret.
struct PlanRecord
{
    Settings settings;
    QString baseFolder;
    Listing listing;
    RunStamp stamp;

    //! \brief A record whose image and VM size are spelled out, so that a later catalogue changes
    //! nothing.
    static PlanRecord of(const Settings &settings, const QString &baseFolder,
                         const Listing &listing, const RunStamp &stamp);
    //! \brief Reads what toJson() wrote. Fails on anything else, and on a record of a newer
    //! version.
    static Outcome<PlanRecord> fromJson(const QByteArray &json);

    QByteArray toJson() const;
    //! \brief makePlan() of all that is in here.
    PlanResult plan() const { return makePlan(settings, listing, baseFolder, stamp); }
};

} // namespace Batchdesk
