// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/property/operation.h"

#include <array>

namespace Batchdesk::LocalService::Property {

namespace {

using Kind = Operation::Kind;

constexpr std::array kindNames{
    "AddPool",    "ResizePool",        "StopResize",       "RemoveNode",     "DeletePool",
    "RebootNode", "DisableScheduling", "EnableScheduling", "AddJob",         "PatchJob",
    "DisableJob", "EnableJob",         "TerminateJob",     "DeleteJob",      "AddTask",
    "EndTask",    "UpdateTask",        "TerminateTask",    "ReactivateTask", "DeleteTask",
    "Restart"};
static_assert(kindNames.size() == std::size_t(Kind::Restart) + 1);

} // namespace

std::string Operation::disposal() const
{
    constexpr std::array names{"requeue", "terminate", "taskcompletion"};
    return names[std::size_t(variant) % names.size()];
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
        {10, Kind::EndTask},       {16, Kind::AddTask},          {4, Kind::TerminateTask},
        {4, Kind::ReactivateTask}, {3, Kind::DeleteTask},        {1, Kind::UpdateTask},
        {4, Kind::DisableJob},     {4, Kind::EnableJob},         {2, Kind::TerminateJob},
        {2, Kind::DeleteJob},      {2, Kind::PatchJob},          {4, Kind::AddJob},
        {4, Kind::ResizePool},     {1, Kind::StopResize},        {2, Kind::RemoveNode},
        {3, Kind::RebootNode},     {2, Kind::DisableScheduling}, {2, Kind::EnableScheduling},
        {3, Kind::AddPool},        {1, Kind::DeletePool},        {3, Kind::Restart},
    });
    const auto condition = gen::weightedElement<Operation::Condition>({
        {8, Operation::Condition::None},
        {1, Operation::Condition::Current},
        {1, Operation::Condition::Stale},
    });
    return gen::build<Operation>(gen::set(&Operation::kind, kind),
                                 gen::set(&Operation::pool, gen::inRange(0, 2)),
                                 gen::set(&Operation::job, gen::inRange(0, 2)),
                                 gen::set(&Operation::task, gen::inRange(1, 7)),
                                 gen::set(&Operation::number, gen::inRange(0, 4)),
                                 gen::set(&Operation::variant, gen::inRange(0, 6)),
                                 gen::set(&Operation::condition, condition));
}

} // namespace Batchdesk::LocalService::Property
