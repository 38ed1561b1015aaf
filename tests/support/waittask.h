// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoroTask>

#include <optional>

namespace Batchdesk::Test {

template <typename T>
QCoro::Task<void> keepResult(QCoro::Task<T> task, std::optional<T> *result)
{
    result->emplace(co_await task);
}

//! \brief Runs the event loop until the flow has ended, and gives its result. QCoro's own waitFor()
//! wants results that can be made from nothing, which an Outcome cannot.
template <typename T>
T waitForFlow(QCoro::Task<T> task)
{
    std::optional<T> result;
    QCoro::waitFor(keepResult(std::move(task), &result));
    return std::move(*result);
}

} // namespace Batchdesk::Test
