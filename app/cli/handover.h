// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/accountaccess.h"

#include <QFuture>

#include <memory>

class QCommandLineParser;

namespace Batchdesk {
class Accounts;
}

//! \brief How the window hands a run to a process of its own: "--background", and the keys of an
//! account through standard input.
namespace Batchdesk::Cli {

//! \brief Keeps what goToBackground() read.
void setHandedOver(const Secret &bytes);
//! \brief The options of a command that the window starts.
void addHandoverOptions(QCommandLineParser &parser);
//! \brief The account that was handed over, when the options say so; else the named one, opened.
QFuture<Outcome<AccountAccess>> openAccount(const QCommandLineParser &parser, Accounts &accounts,
                                            const QString &name);

} // namespace Batchdesk::Cli
