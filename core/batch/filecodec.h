// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/file.h"
#include "core/net/transport.h"

#include <QJsonObject>

//! \brief Files on nodes, from listings and from the headers of one file.
namespace Batchdesk::Batch {

File fileFromJson(const QJsonObject &object);
//! \brief The properties that came as headers; \a path becomes the name.
File fileFromHeaders(const QString &path, const HttpHeaders &headers);
//! \brief "bytes=a-b" for ocp-range; empty when the whole file is asked for.
QByteArray rangeHeader(const ByteRange &range);

} // namespace Batchdesk::Batch
