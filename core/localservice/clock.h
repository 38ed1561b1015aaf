// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace Batchdesk::LocalService {

//! \brief Where the engine's time comes from, so that tests turn it by hand. Thread-safe.
class ServiceClock
{
public:
    using Time = std::chrono::time_point<std::chrono::system_clock, std::chrono::microseconds>;
    virtual ~ServiceClock() = default;
    //! \brief The time now, UTC, to the microsecond.
    virtual Time now() const = 0;
};

//! \brief The clock of this computer.
class SystemServiceClock final : public ServiceClock
{
public:
    Time now() const override
    {
        return std::chrono::time_point_cast<std::chrono::microseconds>(
            std::chrono::system_clock::now());
    }
};

} // namespace Batchdesk::LocalService
