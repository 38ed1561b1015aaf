// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/core/localservice/property/operation.h"
#include "tests/core/localservice/property/world.h"

#include <vector>

//! \brief What the documentation of Azure Batch says of an operation, written down once more and
//! apart from the engine.
namespace Batchdesk::LocalService::Property {

//! \brief What may become of a task, as bits: some outcomes are the service's choice.
enum Fate : unsigned {
    Stays = 1, //!< As it was; an active one may have been started.
    Requeued = 2,
    Ended = 4, //!< By a user's wish.
    Gone = 8,
    Succeeded = 16, //!< Its process ended with 0 …
    Failed = 32,    //!< … or with another code,
    Retried = 64,   //!< of which it has a try left.
    Reactivated = 128
};

//! \brief An operation as a request, what it is to be answered, and what is to come of it.
struct Expectation
{
    std::string method; //!< Empty when it is no request.
    std::string path;
    Json body;
    std::string ifMatch;

    int success = 200;
    std::vector<std::pair<int, std::string>> refusals; //!< Any of them; none: it succeeds.

    // When it succeeds.
    std::map<TaskKey, unsigned> fates; //!< Stays when not named.
    std::set<TaskKey> addedTasks;
    std::map<std::string, std::string> jobStates; //!< As before when not named; "" for gone.
    std::map<std::string, bool> pools;            //!< Added or gone.
    std::set<std::string> touched; //!< "pools/p0", "jobs/j0", "jobs/j0/tasks/1": have new ETags.
    std::optional<std::string> releasesEndOf; //!< A job,
    std::optional<std::string> releasesEndIn; //!< or a pool.
    int exitCode = 0;                         //!< Of Succeeded and Failed.
    PatientNodes patient;                     //!< From now on,
    PatientNodes impatient;                   //!< or no longer.

    unsigned fateOf(const TaskKey &key) const;
};

//! \brief The operation on a task that it can mean something to, if there is one: ending falls on
//! those that run, reactivating on those that failed.
Operation aimed(const Snapshot &before, Operation operation);

Expectation expectationOf(const Snapshot &before, const Operation &operation);

} // namespace Batchdesk::LocalService::Property
