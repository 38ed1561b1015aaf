// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runvalues.h"

#include <QJsonObject>

namespace Batchdesk {

//! \brief A summary as JSON, for the run's folder and for terminals that asked for it.
QJsonObject summaryToJson(const RunSummary &summary);
//! \brief The reverse; unknown or missing fields keep their defaults. Errors come back by kind,
//! message, place, advice and code.
RunSummary summaryFromJson(const QJsonObject &object);
//! \brief The ending's name in JSON: "succeeded", "tasksFailed", "refused", "broken", "stopped".
QString endingName(RunSummary::Ending ending);

} // namespace Batchdesk
