// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/planneddraft.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Batchdesk {

//! \brief A part of what a run will do, in words.
struct FactSection
{
    struct Fact
    {
        QString label;
        QString text; //!< May have several lines.

        bool operator==(const Fact &) const = default;
    };

    QString title;
    QList<Fact> facts;

    bool operator==(const FactSection &) const = default;
};

//! \brief Everything that a launch of this plan will make, send, bring home and remove.
QList<FactSection> reviewFacts(const PlannedDraft &draft);

} // namespace Batchdesk
