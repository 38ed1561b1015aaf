// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"
#include "core/git/gitaddress.h"
#include "tests/support/program.h"

#include <QJsonObject>
#include <QTemporaryDir>

namespace Batchdesk::Test {

//! \brief tests/support/git-server, for as long as this lives: a real SSH server on this machine.
class GitServer
{
public:
    GitServer();
    ~GitServer();

    //! \brief What it printed about itself.
    const QJsonObject &line() const { return m_line; }
    QString text(const char *key) const { return m_line.value(QLatin1String(key)).toString(); }
    //! \brief The address of "app" and its like.
    QString url(const QString &repository = QStringLiteral("app")) const;
    Git::Address address() const { return *Git::Address::parse(url()); }
    //! \brief The commit that "main", "dev" or "v1" of app stands for.
    QString commit(const char *name) const;
    //! \brief Content of the file that "clientKey" or its like names.
    Secret privateKey(const char *key) const;

private:
    QTemporaryDir m_folder;
    Program m_program;
    QJsonObject m_line;
};

} // namespace Batchdesk::Test
