// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/legacykeys.h"

#include "app/cli/command.h"
#include "core/net/awaitoutcome.h"
#include "core/run/accounts.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QSaveFile>

namespace Batchdesk::Cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

AccountAccess accountOf(const LegacyAccount &legacy)
{
    AccountAccess account;
    account.name = legacy.batchAccount;
    account.batchEndpoint = QUrl(legacy.batchUrl);
    account.batchAccount = legacy.batchAccount;
    account.batchKey = legacy.batchKey;
    account.blobEndpoint =
        QUrl(QStringLiteral("https://%1.blob.core.windows.net").arg(legacy.storageAccount));
    account.storageAccount = legacy.storageAccount;
    account.storageKey = legacy.storageKey;
    return account;
}

Outcome<void> rewrite(const SettingsDocument &document)
{
    QSaveFile file(document.path);
    const QByteArray content = serializeSettings(document.settings);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
        || !file.commit()) {
        return Error::io(Texts::tr("The settings could not be rewritten without their keys: %1")
                             .arg(file.errorString()),
                         document.path, Texts::tr("Remove the keys from the file by hand."));
    }
    return {};
}

} // namespace

Outcome<void> moveLegacyKeys(Planned &planned, std::shared_ptr<Accounts> accounts)
{
    const AccountAccess account = accountOf(*planned.document.legacyAccount);
    const auto stored =
        QCoro::waitFor(awaitOutcome(accounts->save(account, Accounts::Keep::InKeychain)));
    if (!stored) {
        Error error = stored.error();
        if (error.kind != Error::Kind::Keychain)
            return error;
        error.advice = Texts::tr(
            "The file is as it was. Unlock the keychain and try again, or take the keys out of the "
            "file and use --account env.");
        return error;
    }
    // An account asked for on the command line goes before the document's.
    if (planned.record.settings.account == planned.document.settings.account) {
        planned.record.settings.account = account.name;
        planned.plan.account = account.name;
    }
    planned.document.settings.account = account.name;
    if (const auto rewritten = rewrite(planned.document); !rewritten)
        return rewritten;
    printProblem(
        Texts::tr("The keys of account \"%1\" are in the keychain now, and no longer in %2.")
            .arg(account.name, planned.document.path));
    return {};
}

} // namespace Batchdesk::Cli
