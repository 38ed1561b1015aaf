// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/handover.h"

#include <QFuture>

class QCommandLineParser;

namespace Batchdesk {
class Accounts;
struct Plan;
} // namespace Batchdesk

//! \brief Where a command gets its secrets from: handed over by the window through standard input,
//! a file that the user names, or the keychain.
namespace Batchdesk::Cli {

//! \brief Keeps what goToBackground() read.
void setHandedOver(const Secret &bytes);
//! \brief The options of a command that the window starts.
void addHandoverOptions(QCommandLineParser &parser);
//! \brief The option by which a key comes from a file, for machines without a keychain.
void addSecretFileOption(QCommandLineParser &parser);

//! \brief The account that was handed over, when the options say so; else the named one, opened.
QFuture<Outcome<AccountAccess>> openAccount(const QCommandLineParser &parser, Accounts &accounts,
                                            const QString &name);
//! \brief What opens the repository of the plan: handed over, read from the file, or from the
//! keychain. Nothing for a plan that needs nothing.
QFuture<Outcome<std::optional<RepositoryAccess>>> openRepositoryOf(const QCommandLineParser &parser,
                                                                   Git::Credentials &credentials,
                                                                   const Plan &plan);

} // namespace Batchdesk::Cli
