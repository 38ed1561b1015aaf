// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>

namespace Batchdesk::Batch {

//! \brief A file or folder on a node.
struct File
{
    QString name; //!< Relative to the directory listed, '/'-separated.
    bool isDirectory = false;
    qint64 size = 0;        //!< Bytes.
    QDateTime lastModified; //!< UTC; invalid for folders.

    bool operator==(const File &) const = default;
};

//! \brief Bytes of a file: from offset on, at most length; length -1 means to the end.
struct ByteRange
{
    qint64 offset = 0;
    qint64 length = -1;

    bool isWhole() const { return offset == 0 && length < 0; }
    bool operator==(const ByteRange &) const = default;
};

} // namespace Batchdesk::Batch
