// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>

namespace Batchdesk::Blob {

//! \brief Query items with their values not yet encoded, in the order they are sent.
using QueryItems = QList<QPair<QByteArray, QByteArray>>;

//! \brief True for names that reach the service as they are: not empty, without "." and ".."
//! segments, which are cleaned out of URLs on their way.
bool isSendableName(const QString &name);

//! \brief endpoint/container/blob?query, every byte as it goes out and is signed. Without a
//! container it is the service's own URL, without a blob the container's.
QUrl resourceUrl(const QUrl &endpoint, const QString &container, const QString &blob,
                 const QueryItems &query = {});

} // namespace Batchdesk::Blob
