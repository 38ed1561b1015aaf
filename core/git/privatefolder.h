// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/base/secret.h"

#include <QString>
#include <QTemporaryDir>

namespace Batchdesk::Git {

//! \brief A folder that only this user may look into, for the seconds in which ssh needs a key as a
//! file. It goes with everything in it when the object goes.
//!
//! It lies in memory where the system has such a place (XDG_RUNTIME_DIR). What a program left that
//! was killed is removed by the next one. Blocks on the disk for a few small files.
class PrivateFolder
{
public:
    PrivateFolder();

    //! \brief Where such folders are made.
    static QString location();

    bool isUsable() const { return m_folder.isValid(); }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    //! \brief Writes a file that only this user may read. Io.
    Outcome<QString> write(const QString &name, const Secret &content) const;
    //! \brief The same for a script that is run.
    Outcome<QString> writeScript(const QString &name, const QByteArray &content) const;

private:
    QTemporaryDir m_folder;
};

} // namespace Batchdesk::Git
