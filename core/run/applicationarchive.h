// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/outcome.h"
#include "core/plan/listing.h"

#include <QList>
#include <QString>

namespace Batchdesk {

//! \brief Zips the application folder's files to \a target, with their executable bits.
//!
//! The same files give the same bytes, so that a resumed run finds its upload valid. Written beside
//! and renamed. Blocks on the disk: for a worker thread. Fails with Io (naming the file that is
//! gone, changed or unreadable) or Cancelled.
Outcome<void> writeApplicationArchive(const QString &folder, const QList<ApplicationFile> &files,
                                      const QString &target, const CancelToken &cancel);

} // namespace Batchdesk
