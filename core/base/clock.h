// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>

namespace Batchdesk {

//! \brief Where the time comes from, so that tests can turn it by hand. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    //! \brief The time now, UTC.
    virtual QDateTime now() const = 0;
};

//! \brief The clock of this computer.
class SystemClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace Batchdesk
