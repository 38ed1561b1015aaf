// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/command.h"

#include "core/auth/keychaincredentialstore.h"
#include "core/git/credentials.h"
#include "core/run/accounts.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <cstdio>

namespace Batchdesk::Cli {

namespace {

void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void printLine(const QString &line)
{
    write(stdout, line.toUtf8() + '\n');
}

void printJson(const QJsonObject &object)
{
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void printProblem(const QString &line)
{
    write(stderr, line.toUtf8() + '\n');
}

void printErrors(const QList<Error> &errors, bool json)
{
    for (const Error &error : errors) {
        if (json) {
            printJson({{QStringLiteral("kind"), QStringLiteral("error")},
                       {QStringLiteral("message"), error.message},
                       {QStringLiteral("place"), error.place},
                       {QStringLiteral("advice"), error.advice},
                       {QStringLiteral("code"), error.code}});
        }
        printProblem(QCoreApplication::translate("Cli", "error: %1").arg(error.caption()));
    }
}

int exitCodeFor(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Network:
    case Error::Kind::Timeout:
    case Error::Kind::Throttled:
    case Error::Kind::Service:
    case Error::Kind::Io:
        return ServiceFailed;
    case Error::Kind::Cancelled:
        return Interrupted;
    default:
        return RequestWrong;
    }
}

QString runsDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
        + QStringLiteral("/runs");
}

std::shared_ptr<Accounts> userAccounts()
{
    return std::make_shared<Accounts>(
        Accounts::Places::ofThisUser(QCoreApplication::applicationFilePath()),
        std::make_shared<KeychainCredentialStore>());
}

std::shared_ptr<Git::Credentials> userCredentials()
{
    return std::make_shared<Git::Credentials>(Git::Credentials::defaultPath(),
                                              std::make_shared<KeychainCredentialStore>());
}

bool parse(QCommandLineParser &parser, const QStringList &arguments, int &exitCode)
{
    parser.addHelpOption();
    if (!parser.parse(arguments)) {
        printProblem(parser.errorText());
        exitCode = RequestWrong;
        return false;
    }
    if (parser.isSet(QStringLiteral("help"))) {
        write(stdout, parser.helpText().toUtf8());
        exitCode = AllSucceeded;
        return false;
    }
    return true;
}

} // namespace Batchdesk::Cli
