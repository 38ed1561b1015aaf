// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/agent/taskrunner.h"

#include <cstdint>
#include <stop_token>

namespace Batchdesk::LocalService {

//! \brief Unpacks application packages (zip) on a node.
class Unpacker
{
public:
    //! \brief What a package may become at most; tests make it small.
    struct Limits
    {
        std::uint64_t bytes = 64ull << 30;
        std::uint64_t entries = 1'000'000;
    };

    explicit Unpacker(std::stop_token stop)
        : m_stop(std::move(stop))
    {
    }
    void setLimits(Limits limits) { m_limits = limits; }

    //! \brief Unpacks beside the folder and renames: it is there whole or not at all, and two tasks
    //! that want it at once do not meet. Nothing is done when it is there already. Entries that
    //! lead out of the folder, and links, are refused.
    //! \return nothing when it is there; else ApplicationPackageError.
    std::optional<FailureInfo> unpack(const PackageSpec &package) const;

private:
    std::optional<std::string> extract(const std::filesystem::path &zip,
                                       const std::filesystem::path &folder) const;

    std::stop_token m_stop;
    Limits m_limits;
};

} // namespace Batchdesk::LocalService
