// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/shape.h"

//! \brief What bodies of pools, jobs and tasks have in common: their shared parts and checks.
namespace Batchdesk::LocalService {

//! \brief JSON text of TimeSpan.MaxValue, the service's "no limit".
inline constexpr const char *infiniteSpan = "\"P10675199DT2H48M5.4775807S\"";
//! \brief JSON text of the identity a command has when none is named.
inline constexpr const char *defaultIdentity =
    R"({"autoUser":{"scope":"pool","elevationLevel":"nonadmin"}})";
//! \brief Why properties that want a container are refused.
inline constexpr const char *noContainers =
    "Tasks on this computer are processes, and cannot be put into containers.";
//! \brief Why properties that name a managed identity are refused.
inline constexpr const char *noIdentities =
    "There are no managed identities on this computer; use a shared access signature.";

const Shape &nameValueShape();
const Shape &metadataShape();
const Shape &userIdentityShape();
const Shape &resourceFileShape();
const Shape &outputFileShape();
//! \brief Of an ordinary task and a job manager task; retries left open are the job's.
const Shape &taskConstraintsShape();
const Shape &packageReferenceShape();

//! \brief A duration within bounds; throws ApiError. Absent is fine.
void checkSpan(const Json &object, const char *name, Duration least, Duration most);
//! \brief A whole number within bounds; throws ApiError. Absent is fine.
void checkRange(const Json &object, const char *name, int least, int most);
void checkDisplayName(const Json &object);
//! \brief Names and values that a process can be given. Absent is fine.
void checkEnvironment(const Json &object, const char *name);
//! \brief Command line, identity, environment, retries and resource files of anything that runs.
void checkCommand(const Json &object);
void checkMetadata(const Json &object);
//! \brief The service shows sizes in lower case, however they were written.
void lowerVmSize(Json &pool);

} // namespace Batchdesk::LocalService
