// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"
#include "core/plan/planrecord.h"

#include <QCommandLineParser>

#include <optional>

namespace Batchdesk::Cli {

//! \brief A plan with what it was made from.
struct Planned
{
    SettingsDocument document;
    PlanRecord record;
    Plan plan;
};

//! \brief Adds --account, --output, --keep-pool and --json.
void addPlanningOptions(QCommandLineParser &parser);

//! \brief Reads the settings that the parser's one argument names, lists the folders and makes the
//! plan. Prints warnings, and everything that is wrong; nothing then.
std::optional<Planned> planFrom(const QCommandLineParser &parser);

} // namespace Batchdesk::Cli
