// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QThreadPool>

#include <memory>

namespace Batchdesk {

//! \brief Shares \a value so that it is deleted in a worker, whoever lets go of it last: what has
//! 100,000 parts takes longer to go than a window may stand still.
template <typename T>
std::shared_ptr<const T> sharedForWorkers(std::unique_ptr<const T> value)
{
    return std::shared_ptr<const T>(value.release(), [](const T *last) {
        if (QCoreApplication::instance() && !QCoreApplication::closingDown())
            QThreadPool::globalInstance()->start([last] { delete last; });
        else
            delete last;
    });
}

} // namespace Batchdesk
