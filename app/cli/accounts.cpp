// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/accounts.h"

#include "core/auth/accountprofiles.h"
#include "core/auth/keychaincredentialstore.h"
#include "core/net/awaitoutcome.h"
#include "core/run/thiscomputer.h"

#include <QCoreApplication>

namespace Batchdesk::Cli {

Accounts::Accounts()
    : credentials(std::make_shared<KeychainCredentialStore>())
{
}

Accounts::~Accounts() = default;

QCoro::Task<Outcome<AccountAccess>> openAccount(std::shared_ptr<Accounts> accounts, QString name)
{
    if (name == QLatin1String("env"))
        co_return accountFromEnvironment();
    if (name == QLatin1String("local")) {
        accounts->thisComputer = std::make_unique<ThisComputer>(
            QCoreApplication::applicationFilePath(), ThisComputer::defaultStateDirectory());
        co_return co_await awaitOutcome(accounts->thisComputer->open());
    }
    const auto profile = AccountProfiles(AccountProfiles::defaultPath()).find(name);
    if (!profile)
        co_return profile.error();
    co_return co_await unlockProfile(accounts->credentials, *profile);
}

} // namespace Batchdesk::Cli
