// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/precondition.h"

#include "core/localservice/batch/apierror.h"

namespace Batchdesk::LocalService {

bool Precondition::met(const Revision &revision) const
{
    // HTTP dates have whole seconds.
    const auto changed = std::chrono::floor<std::chrono::seconds>(revision.lastModified);
    if (ifMatch && *ifMatch != "*" && *ifMatch != revision.eTag)
        return false;
    if (ifNoneMatch && (*ifNoneMatch == "*" || *ifNoneMatch == revision.eTag))
        return false;
    if (ifModifiedSince && changed <= *ifModifiedSince)
        return false;
    return !ifUnmodifiedSince || changed <= *ifUnmodifiedSince;
}

void Precondition::require(const Revision &revision) const
{
    if (!met(revision))
        throw ApiError("ConditionNotMet");
}

} // namespace Batchdesk::LocalService
