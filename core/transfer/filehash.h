// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/net/transport.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QFuture>

#include <memory>

class QThreadPool;

namespace Batchdesk {

//! \brief The threads in which files are hashed and moved; never the caller's.
QThreadPool *transferPool();

//! \brief The MD5 (16 bytes) of a window on a file, read in the pool; also adds its bytes to \a
//! whole when given, which no one else may use until this has ended. Io when the file cannot be
//! read.
QFuture<Outcome<QByteArray>> hashWindow(const FileWindow &window,
                                        std::shared_ptr<QCryptographicHash> whole = {});

} // namespace Batchdesk
