// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"

#include <QByteArray>
#include <QList>

namespace Batchdesk {

//! \brief The plan in words, for a terminal or the review page: what will be created, with counts
//! and sizes, a few of the command lines, and what is removed in the end. Ends in a line end.
QString planText(const Plan &plan);

//! \brief The plan as JSON objects, one a line without its line end: first one of kind "run" (ids,
//! containers, pool, job, counts, cleanUp, warnings), then one of kind "task" for each input, then
//! one of kind "applicationFile" for each file of the application.
QList<QByteArray> planJsonLines(const Plan &plan);

//! \brief "12 bytes", "3.4 KiB", "1.2 GiB"
QString byteText(qint64 bytes);

} // namespace Batchdesk
