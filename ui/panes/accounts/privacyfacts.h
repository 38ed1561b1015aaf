// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace Batchdesk {

class Accounts;
namespace Git {
class Credentials;
class KnownHosts;
} // namespace Git

//! \brief What lies in one place, for whoever wants to know.
struct StoredThing
{
    QString title;
    QString text;
    QString path; //!< Absolute; empty for what has none.
};

//! \brief One secret, by what it is for; never the secret.
struct KeptSecret
{
    QString what;
    bool isForThisSession = false;
};

//! \brief Every key and token that is kept. Blocks on small files.
QList<KeptSecret> keptSecrets(const Accounts &accounts, const Git::Credentials &credentials);
//! \brief What this user's Batchdesk writes on this computer, and where.
QList<StoredThing> thingsOnThisComputer(const Accounts &accounts,
                                        const Git::Credentials &credentials,
                                        const Git::KnownHosts &knownHosts,
                                        const QString &runsFolder);
//! \brief What lies in Azure while a run goes on, and after it.
QList<StoredThing> thingsInAzure();

} // namespace Batchdesk
