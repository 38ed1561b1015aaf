// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace Batchdesk {

//! \brief Reads "2026-01-02T03:04:05.1234567Z": up to nine fractional digits, of which milliseconds
//! are kept; an offset is turned into UTC, none means UTC. Invalid when it is not such a time.
QDateTime fromIsoTime(QStringView text);
//! \brief "2026-01-02T03:04:05Z" in UTC, with three fractional digits only where they are not zero;
//! empty for an invalid time.
QString toIsoTime(const QDateTime &time);

//! \brief Reads "Sun, 22 Nov 2026 14:07:11 GMT" (RFC 1123) as UTC; invalid when it is not such a
//! date.
QDateTime fromHttpDate(QByteArrayView text);
//! \brief "Sun, 22 Nov 2026 14:07:11 GMT", for Date, ocp-date and x-ms-date.
QByteArray toHttpDate(const QDateTime &time);

//! \brief Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds ("P1DT2H",
//! "PT1.5S"); a started second counts whole. Nothing inside stands for "unlimited" (the service's
//! largest time span). InvalidInput for anything else, also for years and months, which have no
//! fixed length.
Outcome<std::optional<std::chrono::seconds>> fromIsoDuration(QStringView text);
//! \brief "PT15M", "P7D", "PT0S"; without a value the service's largest time span, "unlimited".
QString toIsoDuration(std::optional<std::chrono::seconds> duration);

} // namespace Batchdesk
