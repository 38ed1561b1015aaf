// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/handover.h"

#include "core/auth/accounthandover.h"
#include "core/run/accounts.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

namespace Batchdesk::Cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

const QString fromStdin = QStringLiteral("account-from-stdin");

Secret &handedOver()
{
    static Secret bytes;
    return bytes;
}

Secret readStandardInput()
{
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) ? Secret(input.readAll()) : Secret();
}

} // namespace

void setHandedOver(const Secret &bytes)
{
    handedOver() = bytes;
}

void addHandoverOptions(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("background"),
                      Texts::tr("Go on in the background; end at once for whoever waits.")});
    parser.addOption(
        {fromStdin, Texts::tr("Read the account with its keys from standard input, as JSON.")});
}

QFuture<Outcome<AccountAccess>> openAccount(const QCommandLineParser &parser, Accounts &accounts,
                                            const QString &name)
{
    if (!parser.isSet(fromStdin))
        return accounts.open(name);
    if (handedOver().isEmpty())
        handedOver() = readStandardInput();
    return QtFuture::makeReadyFuture(fromHandover(handedOver()));
}

} // namespace Batchdesk::Cli
