// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <rapidcheck.h>

#include <ostream>
#include <string>

namespace Batchdesk::LocalService::Property {

//! \brief One step of a sequence. It names things by small numbers that mean something in any
//! state, so that a sequence stays one when steps are taken out of it.
struct Operation
{
    enum class Kind {
        AddPool,
        ResizePool,
        StopResize,
        RemoveNode,
        DeletePool,
        RebootNode,
        DisableScheduling,
        EnableScheduling,
        AddJob,
        PatchJob,
        DisableJob,
        EnableJob,
        TerminateJob,
        DeleteJob,
        EndReleases, //!< Those of the job that run end by themselves.
        AddTask,
        EndTask, //!< Its process ends by itself.
        UpdateTask,
        TerminateTask,
        ReactivateTask,
        DeleteTask,
        Restart //!< The service is closed and opened again.
    };
    //! \brief What If-Match is sent with it, where it may be.
    enum class Condition { None, Current, Stale };

    Kind kind = Kind::AddPool;
    int pool = 0;
    int job = 0;
    int task = 1;
    int number = 0;  //!< Nodes, retries, exit code: what the kind makes of it.
    int variant = 0; //!< Of the body.
    Condition condition = Condition::None;

    std::string poolId() const { return 'p' + std::to_string(pool); }
    std::string jobId() const { return 'j' + std::to_string(job); }
    std::string taskId() const { return taskId(task); }
    //! \brief Of 1 to 6; the last two are the numbers of the first two, written otherwise.
    static std::string taskId(int task);
    //! \brief requeue, terminate or taskcompletion.
    std::string disposal() const;
};

//! \brief "DisableJob j0 requeue", as a failing sequence is printed.
std::ostream &operator<<(std::ostream &out, const Operation &operation);

rc::Gen<Operation> anyOperation();
//! \brief On the tasks of one job: what lets one wait for another.
rc::Gen<Operation> taskOperation();

} // namespace Batchdesk::LocalService::Property
