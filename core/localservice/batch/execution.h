// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/agent/taskrunner.h"
#include "core/localservice/batch/model.h"

#include <filesystem>
#include <functional>
#include <string>

//! \brief Where things lie on a node of this computer, and what a command sees there.
namespace Batchdesk::LocalService {

//! \brief What is the same for all nodes.
struct NodeSurroundings
{
    std::filesystem::path stateDirectory;
    std::string account;
    std::string endpoint;
    std::filesystem::path applications = {}; //!< Their packages, see Applications.
    //! The URL, with a SAS, of a container of this account's own storage. May be empty.
    std::function<std::string(const std::string &container)> ownContainer = {};
};

//! \brief AZ_BATCH_NODE_ROOT_DIR.
std::filesystem::path nodeDirectory(const NodeSurroundings &around, const std::string &poolId,
                                    const std::string &nodeId);
//! \brief Relative to the node: "workitems/<job>/job-1/<task>", and for the n-th job of a schedule
//! "workitems/<schedule>/job-<n>/<task>".
std::string taskRootDirectory(const std::string &jobId, const std::string &taskId);
//! \brief Relative to the node: "workitems/<job or schedule>", or "workitems/<schedule>/job-<n>"
//! for one job of a schedule.
std::string jobDirectory(const std::string &jobId);
//! \brief Makes the folders that every node has.
void makeNodeFolders(const std::filesystem::path &root);

Execution startTaskExecution(const NodeSurroundings &around, const Pool &pool, const Node &node);
Execution preparationExecution(const NodeSurroundings &around, const Node &node, const Job &job);
Execution releaseExecution(const NodeSurroundings &around, const Node &node, const Job &job);
Execution taskExecution(const NodeSurroundings &around, const Node &node, const Job &job,
                        const Task &task);

//! \brief What depends on the pool that it runs in: the user account it names, and the pool's
//! application packages. What is not there makes it impossible.
void fitToPool(Execution &execution, const NodeSurroundings &around, const Pool &pool);

//! \brief Throws ApiError InvalidApplicationPackageReferences when \a owner refers to a package
//! that is not there.
void requirePackages(const NodeSurroundings &around, const Json &owner);

} // namespace Batchdesk::LocalService
