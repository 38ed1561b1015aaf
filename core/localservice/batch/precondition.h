// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/model.h"

#include <optional>
#include <string>

namespace Batchdesk::LocalService {

//! \brief The condition headers of a request. Empty: always met.
struct Precondition
{
    std::optional<std::string> ifMatch; //!< Without quotes; "*" for anything.
    std::optional<std::string> ifNoneMatch;
    std::optional<Time> ifModifiedSince;
    std::optional<Time> ifUnmodifiedSince;

    bool met(const Revision &revision) const;
    //! \brief Throws ConditionNotMet.
    void require(const Revision &revision) const;
};

} // namespace Batchdesk::LocalService
