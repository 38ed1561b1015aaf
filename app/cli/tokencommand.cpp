// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/command.h"
#include "app/cli/secretinput.h"
#include "core/git/credentials.h"

#include <QCoreApplication>

namespace Batchdesk::Cli {

namespace {

using Git::Credential;
using Keep = Git::Credentials::Keep;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

int fail(const Error &error)
{
    printErrors({error}, false);
    return exitCodeFor(error);
}

int list()
{
    const auto known = userCredentials()->list();
    if (!known)
        return fail(known.error());
    for (const Credential &token : *known) {
        if (token.kind == Credential::Kind::Token)
            printLine(QStringLiteral("%1  %2@%3").arg(token.name, token.user, token.host));
    }
    return AllSucceeded;
}

int add(const QString &name, const QString &host, const QString &user)
{
    const auto token = readSecret(Texts::tr("Token for %1: ").arg(host));
    if (!token)
        return fail(token.error());
    const auto credentials = userCredentials();
    const auto added = waitFor(credentials->addToken(name, host, user, *token, Keep::InKeychain));
    return added ? int(AllSucceeded) : fail(added.error());
}

int change(const QString &name)
{
    const auto token = readSecret(Texts::tr("New token \"%1\": ").arg(name));
    if (!token)
        return fail(token.error());
    const auto credentials = userCredentials();
    const auto changed = waitFor(credentials->changeToken(name, *token, Keep::InKeychain));
    return changed ? int(AllSucceeded) : fail(changed.error());
}

int remove(const QString &name)
{
    const auto credentials = userCredentials();
    const auto removed = waitFor(credentials->remove(name));
    return removed ? int(AllSucceeded) : fail(removed.error());
}

} // namespace

int tokenCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr(
        "Tokens that open private repositories over HTTPS. They are asked for on the terminal, or "
        "read from standard input; never given as an argument.\n"
        "\n"
        "  token list                the tokens that are kept\n"
        "  token add NAME HOST       keep one, for that host only\n"
        "  token change NAME         keep another one in its place\n"
        "  token delete NAME         forget one"));
    parser.addPositionalArgument(QStringLiteral("VERB"), Texts::tr("one of the above"));
    parser.addOption({QStringLiteral("user"),
                      Texts::tr("The user name that goes with it; \"git\" without one."),
                      QStringLiteral("NAME")});
    int exitCode = 0;
    if (!parse(parser, arguments, exitCode))
        return exitCode;
    const QStringList words = parser.positionalArguments();
    const QString verb = words.value(0);
    if (verb == QLatin1String("list") && words.size() == 1)
        return list();
    if (verb == QLatin1String("add") && words.size() == 3)
        return add(words.at(1), words.at(2), parser.value(QStringLiteral("user")));
    if (verb == QLatin1String("change") && words.size() == 2)
        return change(words.at(1));
    if (verb == QLatin1String("delete") && words.size() == 2)
        return remove(words.at(1));
    printProblem(parser.helpText());
    return RequestWrong;
}

} // namespace Batchdesk::Cli
