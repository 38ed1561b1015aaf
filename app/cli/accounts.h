// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/accountaccess.h"
#include "core/base/outcome.h"

#include <QCoroTask>

#include <memory>

namespace Batchdesk {
class CredentialStore;
class ThisComputer;
} // namespace Batchdesk

namespace Batchdesk::Cli {

//! \brief What was started or opened for accounts; lives as long as they are used.
struct Accounts
{
    Accounts();
    ~Accounts();

    std::shared_ptr<CredentialStore> credentials; //!< The system's keychain.
    std::unique_ptr<ThisComputer> thisComputer;   //!< The service of "local", once asked for.
};

//! \brief Opens the account that settings.json or --account names: "local" is this computer, "env"
//! the AZURE_* variables, anything else a profile with its keys from the keychain.
QCoro::Task<Outcome<AccountAccess>> openAccount(std::shared_ptr<Accounts> accounts, QString name);

} // namespace Batchdesk::Cli
