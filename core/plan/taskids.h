// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QList>
#include <QString>

#include <functional>

namespace Batchdesk {

//! \brief The id of the task for the input at \a path: the file's name without its ending, made
//! legal, and 8 hexadecimal digits of the SHA-256 of the path ("north-4e07408a").
//!
//! At most 64 characters; the same for the same path in every run; two paths that differ give two
//! ids that differ without regard to case, but for a collision of the hash (see sharedTaskIds()).
QString taskIdFor(const QString &path);

//! \brief One error for each two \a paths that share an id under \a idOf (case does not count),
//! naming both.
QList<Error> sharedTaskIds(const QList<QString> &paths,
                           const std::function<QString(const QString &)> &idOf = taskIdFor);

} // namespace Batchdesk
