// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace Batchdesk {

//! \brief The settings files that were used last, the latest first; kept in windowSettings().
class RecentFiles
{
public:
    static constexpr int most = 8;

    //! \brief Paths as used; they may be gone by now. Asking touches no disk.
    static QStringList list();
    static void add(const QString &path);
    static void remove(const QString &path);
};

} // namespace Batchdesk
