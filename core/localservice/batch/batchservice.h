// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/agent/taskrunner.h"
#include "core/localservice/clock.h"
#include "core/localservice/http/message.h"
#include "core/localservice/service.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief What the Batch side needs from the house around it.
struct BatchServiceOptions
{
    std::filesystem::path stateDirectory; //!< <state>/batch: database, node folders.
    std::string account;
    std::string endpoint; //!< http://127.0.0.1:port, for AZ_BATCH_ACCOUNT_URL; URLs in bodies use
                          //!< the Host header.
    int maxNodes = 1;
    int maxActiveJobs = 1000; //!< See EngineOptions.
    //! The URL, with a SAS, of a container of this account's own storage. May be empty.
    std::function<std::string(const std::string &container)> ownContainer = {};
    std::shared_ptr<TaskRunner> runner;
    std::shared_ptr<const ServiceClock> clock;
};

//! \brief The Batch endpoint behind authentication: handlers, engine, store.
class BatchService
{
public:
    //! \brief Opens or makes the store, requeues what was running, and starts the engine. Throws
    //! ServiceError.
    explicit BatchService(const BatchServiceOptions &options);
    //! \brief Ends running executions and stops the engine.
    ~BatchService();

    //! \brief Answers one authenticated request. Thread-safe.
    Response handle(const Request &request);
    //! \brief See Service::isIdle().
    bool isIdle() const;
    //! \brief Every operation that handle() knows.
    static std::vector<ServiceOperation> operations();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Batchdesk::LocalService
