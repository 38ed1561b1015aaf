// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/listing.h"

#include <QList>
#include <QString>

#include <vector>

namespace Batchdesk {

//! \brief Files by folder, with the sums of the folders. A plain value.
struct FileTree
{
    struct Node
    {
        QString name;
        qint64 size = 0; //!< Bytes; of a folder, of all in it.
        bool isFolder = false;
        quint32 parent = 0;
        quint32 row = 0;               //!< Among its parent's children.
        std::vector<quint32> children; //!< Folders first, each by name.
    };

    std::vector<Node> nodes; //!< The first one is the root.

    //! \brief The tree of files that are sorted by path.
    static FileTree of(const QList<ApplicationFile> &files);
    //! \brief Bytes of all files.
    qint64 size() const { return nodes.empty() ? 0 : nodes.front().size; }
};

} // namespace Batchdesk
