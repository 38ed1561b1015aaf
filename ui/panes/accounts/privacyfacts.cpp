// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/privacyfacts.h"

#include "core/git/credentials.h"
#include "core/git/hostkeys.h"
#include "core/git/privatefolder.h"
#include "core/run/accounts.h"
#include "ui/widgets/windowsettings.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PrivacyFacts)
};

} // namespace

QList<KeptSecret> keptSecrets(const Accounts &accounts, const Git::Credentials &credentials)
{
    QList<KeptSecret> secrets;
    const auto profiles = accounts.profiles();
    for (const AccountProfile &profile : profiles ? *profiles : QList<AccountProfile>()) {
        const bool isShort = accounts.isForThisSession(profile.name);
        secrets << KeptSecret{Texts::tr("Batch key of the account \"%1\"").arg(profile.name),
                              isShort}
                << KeptSecret{Texts::tr("Storage key of the account \"%1\"").arg(profile.name),
                              isShort};
    }
    const auto list = credentials.list();
    const auto add = [&](Git::Credential::Kind kind) {
        for (const Git::Credential &credential : list ? *list : QList<Git::Credential>()) {
            if (credential.kind != kind)
                continue;
            const QString what = kind == Git::Credential::Kind::SshKey
                ? Texts::tr("Private half of the SSH key \"%1\"").arg(credential.name)
                : Texts::tr("Token \"%1\" for %2").arg(credential.name, credential.host);
            secrets << KeptSecret{what, credentials.isForThisSession(credential.name)};
        }
    };
    add(Git::Credential::Kind::SshKey);
    add(Git::Credential::Kind::Token);
    return secrets;
}

QList<StoredThing> thingsOnThisComputer(const Accounts &accounts,
                                        const Git::Credentials &credentials,
                                        const Git::KnownHosts &knownHosts,
                                        const QString &runsFolder)
{
    return {
        {Texts::tr("Accounts"), Texts::tr("Names and addresses of the accounts. No key."),
         accounts.places().profilesFile},
        {Texts::tr("SSH keys and tokens"),
         Texts::tr("Names, public halves, hosts and user names. No private key, no token."),
         credentials.path()},
        {Texts::tr("Trusted hosts"),
         Texts::tr("The public keys by which hosts of repositories prove themselves."),
         knownHosts.path()},
        {Texts::tr("The window"),
         Texts::tr("Its size, columns and appearance, the settings that were opened last, and what "
                   "was not saved in the wizard."),
         QFileInfo(windowSettings().fileName()).absoluteFilePath()},
        {Texts::tr("Runs"),
         Texts::tr("For each run its settings with the variables that you set, the names of its "
                   "files, what it did, and how its tasks ended. No key of an account or a "
                   "repository. Results are in the folder that the settings name."),
         runsFolder},
        {Texts::tr("This computer"),
         Texts::tr("The service that runs tasks here keeps its jobs, its files and the links of "
                   "its tasks, and keys of its own, which open nothing but this service. Only you "
                   "may read them."),
         accounts.places().localState},
        {Texts::tr("While a repository is tried"),
         Texts::tr("For the seconds that Test access takes, its key or token lies in a folder here "
                   "that only you may read, since ssh takes it in no other way. It is removed at "
                   "the end, whatever the end is."),
         Git::PrivateFolder::location()},
        {Texts::tr("Settings of your projects"),
         Texts::tr("settings.json names accounts, SSH keys and tokens, and never holds one. It "
                   "lies where you save it."),
         {}},
    };
}

QList<StoredThing> thingsInAzure()
{
    return {
        {Texts::tr("Your files"),
         Texts::tr("The program and the inputs lie in containers of the run, in your own storage "
                   "account, and the results too. A run removes what it does not leave for you."),
         {}},
        {Texts::tr("The key of a repository"),
         Texts::tr("Where the nodes clone a private repository, its key or token travels as a blob "
                   "in a private container of its own, in your storage account. The link that "
                   "reads it opens that one blob, and ends with the time limit of the job. The "
                   "container is removed as soon as all tasks are through. A node removes its copy "
                   "before anything but Git runs there, also when the clone fails."),
         {}},
        {Texts::tr("Keys of your accounts"),
         Texts::tr("They stay on this computer: they sign requests and are not sent. Tasks get "
                   "links that open the containers of their own run, for a limited time."),
         {}},
    };
}

} // namespace Batchdesk
