// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/property/operation.h"

#include <array>

namespace Batchdesk::LocalService::Property {

namespace {

using Kind = Operation::Kind;

constexpr std::array kindNames{
    "AddPool",      "ResizePool", "StopResize",        "RemoveNode",
    "DeletePool",   "RebootNode", "DisableScheduling", "EnableScheduling",
    "AddJob",       "PatchJob",   "DisableJob",        "EnableJob",
    "TerminateJob", "DeleteJob",  "EndReleases",       "AddTask",
    "EndTask",      "UpdateTask", "TerminateTask",     "ReactivateTask",
    "DeleteTask",   "Restart"};
static_assert(kindNames.size() == std::size_t(Kind::Restart) + 1);

} // namespace

std::string Operation::disposal() const
{
    constexpr std::array names{"requeue", "terminate", "taskcompletion"};
    return names[std::size_t(variant) % names.size()];
}

std::string Operation::taskId(int task)
{
    return task > 4 ? '0' + std::to_string(task - 4) : std::to_string(task);
}

std::ostream &operator<<(std::ostream &out, const Operation &operation)
{
    out << kindNames[std::size_t(operation.kind)];
    if (operation.kind == Kind::Restart)
        return out;
    if (operation.kind <= Kind::EnableScheduling || operation.kind == Kind::AddJob)
        out << ' ' << operation.poolId();
    if (operation.kind >= Kind::AddJob)
        out << ' ' << operation.jobId();
    if (operation.kind >= Kind::AddTask)
        out << '/' << operation.taskId();
    out << " number=" << operation.number << " variant=" << operation.variant;
    if (operation.condition != Operation::Condition::None)
        out << (operation.condition == Operation::Condition::Stale ? " stale" : " current");
    return out;
}

rc::Gen<Operation> anyOperation()
{
    using namespace rc;
    const auto kind = gen::weightedElement<Kind>({
        {8, Kind::EndTask},          {26, Kind::AddTask},   {3, Kind::TerminateTask},
        {4, Kind::ReactivateTask},   {3, Kind::DeleteTask}, {1, Kind::UpdateTask},
        {3, Kind::DisableJob},       {5, Kind::EnableJob},  {1, Kind::TerminateJob},
        {4, Kind::DeleteJob},        {2, Kind::PatchJob},   {6, Kind::AddJob},
        {3, Kind::EndReleases},      {3, Kind::ResizePool}, {1, Kind::StopResize},
        {1, Kind::RemoveNode},       {3, Kind::RebootNode}, {2, Kind::DisableScheduling},
        {2, Kind::EnableScheduling}, {4, Kind::AddPool},    {1, Kind::DeletePool},
        {3, Kind::Restart},
    });
    const auto condition = gen::weightedElement<Operation::Condition>({
        {8, Operation::Condition::None},
        {1, Operation::Condition::Current},
        {1, Operation::Condition::Stale},
    });
    // Small sequences as well get numbers of the whole range.
    const auto small = [](int from, int to) {
        return gen::resize(kNominalSize, gen::inRange(from, to));
    };
    return gen::build<Operation>(
        gen::set(&Operation::kind, kind),
        gen::set(&Operation::pool, gen::weightedElement<int>({{3, 0}, {1, 1}})),
        gen::set(&Operation::job, gen::weightedElement<int>({{3, 0}, {1, 1}})),
        gen::set(&Operation::task, small(1, 7)), gen::set(&Operation::number, small(0, 4)),
        gen::set(&Operation::variant, small(0, 6)), gen::set(&Operation::condition, condition));
}

rc::Gen<Operation> taskOperation()
{
    const auto kind = rc::gen::weightedElement<Kind>({{10, Kind::AddTask},
                                                      {6, Kind::EndTask},
                                                      {6, Kind::ReactivateTask},
                                                      {4, Kind::DeleteTask},
                                                      {1, Kind::Restart}});
    const auto small = [](int from, int to) {
        return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, to));
    };
    return rc::gen::build<Operation>(rc::gen::set(&Operation::kind, kind),
                                     rc::gen::set(&Operation::task, small(1, 7)),
                                     rc::gen::set(&Operation::number, small(0, 4)),
                                     rc::gen::set(&Operation::variant, small(0, 6)));
}

} // namespace Batchdesk::LocalService::Property
