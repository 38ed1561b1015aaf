// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/batchservice.h"
#include "tests/core/localservice/property/heldrunner.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace Batchdesk::LocalService::Property {

using Json = nlohmann::ordered_json;
using Resources = std::map<std::string, Json>; //!< By id, as the service shows them.

//! \brief A task: its job's id and its own.
using TaskKey = std::pair<std::string, std::string>;

//! \brief All that the service shows of its state.
struct Snapshot
{
    Resources pools;
    std::map<std::string, Resources> nodes; //!< By pool.
    Resources jobs;
    std::map<TaskKey, Json> tasks;
    Resources counts;               //!< The answers of taskcounts, by job.
    std::set<TaskKey> prepared;     //!< Jobs with a release, and the nodes on which it is due.
    std::set<HeldRelease> releases; //!< That run.

    const Json *task(const TaskKey &key) const;
    const Json *job(const std::string &id) const;
    //! \brief The keys of the tasks on that node that run.
    std::set<TaskKey> tasksOn(const std::string &nodeId) const;
    bool hasReleaseOf(const std::string &jobId) const;
    bool hasReleaseOn(const std::string &nodeId) const;
    //! \brief The nodes of a pool in an order that does not hang on their random ids.
    std::vector<std::string> nodesInOrder(const std::string &poolId) const;
};

bool isState(const Json &resource, std::string_view state);
//! \brief Running or preparing.
bool isRunning(const Json &task);

//! \brief The dependencies of the task are complete and satisfy it.
bool dependenciesMet(const Snapshot &now, const TaskKey &key);

//! \brief Nodes that were told to let their tasks end first, and the state in which they wait.
using PatientNodes = std::set<std::pair<std::string, std::string>>;
//! \brief The "state" of a node that lets releases end before it boots.
inline constexpr const char *releasing = "releasing";

//! \brief Why the state cannot be the last word, for something has still to happen; empty when
//! nothing has.
std::string unsettled(const Snapshot &now, const PatientNodes &patient);

//! \brief What a request came to.
struct Answer
{
    int status = 0;
    std::string code; //!< Of a refusal.
    Json body;
};

//! \brief A clock that stands until it is turned.
class TurnedClock final : public ServiceClock
{
public:
    Time now() const override { return Time(std::chrono::seconds(m_seconds)); }
    void turn() { ++m_seconds; }

private:
    std::atomic<std::int64_t> m_seconds = 1767323045;
};

//! \brief A real service on a folder of its own, whose tasks are held.
class World
{
public:
    World();
    ~World();
    World(const World &) = delete;
    World &operator=(const World &) = delete;

    void restart();
    Answer ask(const std::string &method, const std::string &path, const Json &body = {},
               const std::string &ifMatch = {});
    HeldRunner &runner() { return *m_runner; }
    void turnClock() { m_clock->turn(); }

    //! \brief What the service shows now; nothing when it changed while it was asked.
    std::optional<Snapshot> look();

private:
    void open();

    std::filesystem::path m_folder;
    std::shared_ptr<HeldRunner> m_runner = std::make_shared<HeldRunner>();
    std::shared_ptr<TurnedClock> m_clock = std::make_shared<TurnedClock>();
    std::unique_ptr<BatchService> m_service;
};

} // namespace Batchdesk::LocalService::Property
