// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QList>
#include <QString>

#include <functional>

namespace Batchdesk {

//! \brief How far the transfer of one file is, in bytes. Called in the thread of the flow.
using ByteProgress = std::function<void(qint64 done, qint64 total)>;

//! \brief How far the transfer of many files is.
struct TransferProgress
{
    qint64 filesDone = 0; //!< Ended, well or not.
    qint64 filesTotal = 0;
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0; //!< As known at the start.

    bool operator==(const TransferProgress &) const = default;
};

using ManyProgress = std::function<void(const TransferProgress &)>;

//! \brief What became of a transfer of many files. What was done stays done when others failed.
struct TransferSummary
{
    struct Failure
    {
        QString name; //!< The local path for uploads, the blob's name for downloads.
        Error error;
    };

    qint64 filesDone = 0;    //!< Transferred whole and checked.
    qint64 filesSkipped = 0; //!< There already, and kept.
    qint64 bytesDone = 0;    //!< Of the files done.
    QList<Failure> failures; //!< In the order they happened.
    bool cancelled = false;  //!< Some files were not begun or not finished because of it.

    bool ok() const { return failures.isEmpty() && !cancelled; }
};

} // namespace Batchdesk
