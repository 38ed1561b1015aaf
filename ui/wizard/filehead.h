// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Batchdesk {

//! \brief How a file begins, to be looked at.
struct FileHead
{
    enum class Kind { Text, Binary, Unreadable };

    Kind kind = Kind::Text;
    QString text;      //!< Kind::Text: whole lines, if there is one; else why it is unreadable.
    bool isAll = true; //!< The file holds no more.
};

//! \brief Reads the first 4 KiB of a file. Blocks on the disk: not for the GUI thread.
FileHead readFileHead(const QString &path);

} // namespace Batchdesk
