// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>

namespace Batchdesk {

//! \brief True for what Batch takes as the id of a pool, job or task: [A-Za-z0-9_-]{1,64}.
bool isLegalBatchId(const QString &id);

//! \brief True for what Blob Storage takes as a container: 3 to 63 of [a-z0-9-], a letter or digit
//! at both ends, no two dashes in a row.
bool isLegalContainerName(const QString &name);

//! \brief True when a Windows node can hold a file at the '/'-separated \a path: none of <>:"|?* in
//! a name, no dot or space at its end, no device name such as CON.
bool isLegalWindowsPath(const QString &path);

//! \brief \a text made of [A-Za-z0-9_-] only: accents are dropped, anything else becomes one '-';
//! no dash at either end. Empty when nothing is left.
QString idFromText(const QString &text);

//! \brief "forecast-20261122-163000-k3f9": the id of a job called \a name, at most 64 characters,
//! lower case. \a time in UTC.
QString jobIdFor(const QString &name, const QDateTime &time, const QString &salt);

//! \brief "<run>-application", "-input" or "-output": a legal container name. A run id that has to
//! be changed or shortened for it gets a hash of the whole id, so that two ids never share a
//! container.
QString containerNameFor(const QString &runId, const QString &purpose);

} // namespace Batchdesk
