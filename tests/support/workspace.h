// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDir>
#include <QProcessEnvironment>
#include <QString>
#include <QTemporaryDir>

namespace Batchdesk::Test {

//! \brief A throw-away home for one end-to-end test: everything that the programs write goes under
//! it, and goes with it.
class Workspace
{
public:
    Workspace();

    QString path(const QString &relative) const { return m_dir.filePath(relative); }
    //! \brief Writes a file, making its folders.
    void write(const QString &relative, const QByteArray &content, bool executable = false) const;
    QByteArray read(const QString &relative) const;
    bool exists(const QString &relative) const { return QFileInfo::exists(path(relative)); }
    //! \brief Every regular file under a folder, relative to it, sorted.
    QStringList files(const QString &relative = {}) const;

    //! \brief Our environment with home and XDG folders in here and no Azure account.
    QProcessEnvironment environment() const;
    //! \brief The same with the variables of a service's connection.env.
    QProcessEnvironment environmentFor(const QString &connectionFile) const;

private:
    QTemporaryDir m_dir;
};

} // namespace Batchdesk::Test
