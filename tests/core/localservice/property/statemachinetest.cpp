// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/property/comparison.h"

#include <gtest/gtest.h>

#include <chrono>
#include <iostream>
#include <thread>

#include <stdlib.h>

// Random sequences of operations on pools, nodes, jobs and tasks, each step compared with what the
// documentation says may come of it. A sequence that fails is printed after it was made as short as
// it gets; RC_PARAMS="seed=…" runs another set of sequences, "reproduce=…" one again.
namespace Batchdesk::LocalService::Property {

namespace {

using Kind = Operation::Kind;

// Real time in which the service has to do what it ought to; short once a failure was seen, since
// making it small meets it again and again.
std::chrono::milliseconds patience{20'000};
constexpr std::chrono::milliseconds shortPatience{1'000};

class Sequence
{
public:
    Sequence()
    {
        await([](const Snapshot &) { return std::string(); });
    }

    void step(const Operation &given)
    {
        const Operation operation = aimed(m_before, given);
        std::ostringstream name;
        name << operation;
        m_steps.push_back(name.str());
        m_world.turnClock();
        Expectation expected = expectationOf(m_before, operation);
        perform(operation, expected);
        if (!expected.refusals.empty())
            expected = {}; // nothing comes of what is refused
        for (const auto &node : expected.impatient)
            m_patient.erase(node);
        m_patient.insert(expected.patient.begin(), expected.patient.end());
        if (operation.kind == Kind::Restart)
            m_patient.clear();
        const Snapshot before = m_before;
        await([&](const Snapshot &now) {
            return difference(before, now, operation, expected, m_onceMet);
        });
    }

private:
    void perform(const Operation &operation, const Expectation &expected)
    {
        if (operation.kind == Kind::Restart) {
            m_world.restart();
            return;
        }
        if (expected.releasesEndIn && expected.refusals.empty())
            m_world.runner().endReleasesIn(*expected.releasesEndIn);
        if (expected.releasesEndOf)
            m_world.runner().endReleasesOf(*expected.releasesEndOf);
        if (operation.kind == Kind::EndReleases)
            return;
        if (operation.kind == Kind::EndTask) {
            if (expected.fateOf({operation.jobId(), operation.taskId()})
                & (Succeeded | Failed | Retried))
                RC_ASSERT(m_world.runner().end(operation.jobId() + '/' + operation.taskId(),
                                               operation.number));
            return;
        }
        if (operation.kind == Kind::AddPool && expected.refusals.empty())
            m_world.runner().setSlots(operation.poolId(), expected.body["taskSlotsPerNode"]);
        const Answer answer =
            m_world.ask(expected.method, expected.path, expected.body, expected.ifMatch);
        bool right = expected.refusals.empty() && answer.status == expected.success;
        for (const auto &[status, code] : expected.refusals)
            right = right || (answer.status == status && answer.code == code);
        if (!right)
            fail("was answered " + std::to_string(answer.status) + ' ' + answer.code + '\n'
                 + answer.body.dump());
    }

    [[noreturn]] void fail(const std::string &why) const
    {
        const std::string text = m_steps.back() + ": " + why;
        if (patience != shortPatience) {
            // Should it not happen again on the way to a shorter sequence, this is all there is.
            std::cerr << "First seen after the steps:\n";
            for (const auto &step : m_steps)
                std::cerr << "  " << step << '\n';
            std::cerr << text << '\n';
        }
        patience = shortPatience;
        RC_FAIL(text);
        std::abort();
    }

    //! \brief Waits until nothing has still to happen and \a check is content.
    template <typename Check>
    void await(const Check &check)
    {
        const auto end = std::chrono::steady_clock::now() + patience;
        for (;;) {
            const std::string why = whyNot(check);
            if (!m_world.runner().violations().empty())
                fail(m_world.runner().violations().front());
            if (why.empty())
                return;
            if (std::chrono::steady_clock::now() > end)
                fail(why);
            std::this_thread::yield();
        }
    }

    template <typename Check>
    std::string whyNot(const Check &check)
    {
        const auto now = m_world.look();
        if (!now)
            return "things come and go";
        if (auto why = check(*now); !why.empty())
            return why;
        if (auto why = unsettled(*now, m_patient); !why.empty())
            return why;
        std::size_t running = 0;
        for (const auto &[key, task] : now->tasks) {
            if (!isRunning(task))
                continue;
            ++running;
            if (!m_world.runner().isRunning(key.first + '/' + key.second))
                return "task " + key.second + " is said to run and does not";
        }
        if (m_world.runner().runningCount() != running)
            return "something runs that is no task";
        remember(*now);
        m_before = *now;
        return {};
    }

    void remember(const Snapshot &now)
    {
        std::erase_if(m_onceMet, [&](const TaskKey &key) { return !now.task(key); });
        for (const auto &[key, task] : now.tasks) {
            if (dependenciesMet(now, key))
                m_onceMet.insert(key);
        }
        for (const auto &[id, nodes] : now.nodes) {
            for (const auto &[nodeId, node] : nodes) {
                if (isState(node, "rebooting") && now.hasReleaseOn(nodeId))
                    m_patient.insert({nodeId, releasing});
            }
        }
    }

    World m_world;
    std::vector<std::string> m_steps{"the beginning"};
    Snapshot m_before;
    OnceMet m_onceMet;
    PatientNodes m_patient;
};

} // namespace

namespace {

bool holdsFor(const rc::Gen<Operation> &operation)
{
    // The same sequences each time, unless somebody asks for others.
    ::setenv("RC_PARAMS", "seed=20260102 max_success=60 max_size=60", 0);
    return rc::check([&] {
        const auto operations = *rc::gen::container<std::vector<Operation>>(operation);
        Sequence sequence;
        sequence.step({.kind = Kind::AddPool, .number = 2, .variant = 2});
        sequence.step({.kind = Kind::AddJob});
        sequence.step({.kind = Kind::AddJob, .job = 1, .variant = 4});
        sequence.step({.kind = Kind::AddTask, .task = 1, .variant = 3});
        sequence.step({.kind = Kind::AddTask, .task = 2, .variant = 1});
        sequence.step({.kind = Kind::AddTask, .task = 5, .variant = 3});
        sequence.step({.kind = Kind::EndTask, .task = 5, .number = 1});
        sequence.step({.kind = Kind::AddTask, .job = 1, .task = 1});
        for (const auto &operation : operations)
            sequence.step(operation);
    });
}

} // namespace

TEST(StateMachines, SequencesOfOperationsAgreeWithTheDocumentation)
{
    EXPECT_TRUE(holdsFor(anyOperation()));
}

TEST(StateMachines, TasksWaitForOneAnotherAsDocumented)
{
    EXPECT_TRUE(holdsFor(taskOperation()));
}

} // namespace Batchdesk::LocalService::Property
