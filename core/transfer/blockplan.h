// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/net/transport.h"

#include <QByteArray>
#include <QString>

namespace Batchdesk {

//! \brief What a file looked like when its transfer began.
struct FileState
{
    QString path;
    qint64 size = 0;     //!< Bytes.
    qint64 modified = 0; //!< Milliseconds since the epoch.

    bool operator==(const FileState &) const = default;

    //! \brief Looks at the file. NotFound when there is none, Io when it is no readable file.
    static Outcome<FileState> of(const QString &path);
    //! \brief Looks again; Io, naming the file, when it is no longer the same, NotFound when it is
    //! gone.
    Outcome<void> checkUnchanged() const;
};

//! \brief How a file is cut into blocks. Made from the file's state and its place alone, so that an
//! upload begun again makes the same ids. Pure.
struct BlockPlan
{
    static constexpr qint64 maxBlocks = 50'000;

    FileState file;
    qint64 blockSize = 0; //!< Bytes; the last block may be shorter.
    qint64 count = 0;
    QByteArray fingerprint; //!< 16 letters and digits.

    //! \brief Grows the wished block size until the service's limit of blocks is kept.
    static BlockPlan make(const FileState &file, const QString &container, const QString &blob,
                          qint64 wishedBlockSize);

    //! \brief The id of a block, 24 letters and digits before base64.
    QByteArray id(qint64 index) const;
    //! \brief Where the block's bytes are.
    FileWindow window(qint64 index) const;
};

} // namespace Batchdesk
