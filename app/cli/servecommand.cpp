// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/command.h"
#include "app/cli/inputwatch.h"
#include "app/cli/interrupt.h"
#include "core/localservice/service.h"
#include "core/run/thiscomputer.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonObject>
#include <QTimer>

#include <chrono>
#include <filesystem>
#include <optional>

namespace Batchdesk::Cli {

namespace {

using namespace std::chrono_literals;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

//! Ends the program when the service has nothing to do and nobody asked it anything for that long.
void endWhenIdle(QTimer &timer, const LocalService::Service &service,
                 std::chrono::milliseconds patience)
{
    timer.setInterval(200);
    QObject::connect(&timer, &QTimer::timeout, qApp, [&service, patience] {
        if (service.quietFor() >= patience && service.isIdle())
            QCoreApplication::quit();
    });
    timer.start();
}

//! When the service may end without being told to.
struct Lifetime
{
    std::optional<std::chrono::milliseconds> idle; //!< After so long without work.
    bool untilClosed = false; //!< Once whoever started it is gone, and the work is done.
};

int serve(const LocalService::ServiceOptions &options, const Lifetime &lifetime)
{
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::requested, qApp, &QCoreApplication::quit);
    LocalService::Service service(options);
    const auto connectionFile = service.writeConnectionFile();
    const LocalService::ServiceEndpoints &endpoints = service.endpoints();
    printJson(
        {{QStringLiteral("batchEndpoint"), QString::fromStdString(endpoints.batchEndpoint)},
         {QStringLiteral("blobEndpoint"), QString::fromStdString(endpoints.blobEndpoint)},
         {QStringLiteral("account"), QString::fromStdString(endpoints.account)},
         {QStringLiteral("connectionFile"), QString::fromStdString(connectionFile.string())}});
    QTimer idle;
    if (lifetime.idle)
        endWhenIdle(idle, service, *lifetime.idle);
    std::optional<InputWatch> input;
    if (lifetime.untilClosed) {
        input.emplace();
        // Another program may be about to use it: a moment of quiet tells that none is.
        QObject::connect(&*input, &InputWatch::closed, qApp,
                         [&idle, &service] { endWhenIdle(idle, service, 1s); });
    }
    return QCoreApplication::exec();
}

void listOperations()
{
    for (const LocalService::ServiceOperation &operation : LocalService::serviceOperations()) {
        printJson({{QStringLiteral("service"), QString::fromStdString(operation.service)},
                   {QStringLiteral("operation"), QString::fromStdString(operation.name)},
                   {QStringLiteral("method"), QString::fromStdString(operation.method)},
                   {QStringLiteral("path"), QString::fromStdString(operation.path)}});
    }
}

} // namespace

int serveCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Texts::tr("Runs \"This computer\" in the foreground: Azure-compatible Batch and Blob "
                  "endpoints on this machine only. DIR/connection.env holds the variables by "
                  "which az and the SDKs find it."));
    parser.addOptions({
        {QStringLiteral("state"), Texts::tr("Folder of its state; made if missing."),
         QStringLiteral("DIR"), ThisComputer::defaultStateDirectory()},
        {QStringLiteral("nodes"),
         Texts::tr("How many nodes it lends at most, over all pools (default: one per processor)."),
         QStringLiteral("N"), QStringLiteral("0")},
        {QStringLiteral("idle-exit"),
         Texts::tr("End after so many seconds without pool, job and request (default: never)."),
         QStringLiteral("SECONDS"), QStringLiteral("0")},
        {QStringLiteral("until-closed"),
         Texts::tr("End when standard input was closed and no pool and no job is left.")},
        {QStringLiteral("request-log"),
         Texts::tr(
             "Add a line of JSON to FILE for each request answered: time, service, operation, "
             "method, path, version, status, code of the error, client, milliseconds. Never "
             "keys, signatures or bodies."),
         QStringLiteral("FILE")},
        {QStringLiteral("list-operations"),
         Texts::tr(
             "Print every operation that the service answers, a line of JSON each, and end.")},
    });
    int exitCode = 0;
    if (!parse(parser, arguments, exitCode))
        return exitCode;
    if (parser.isSet(QStringLiteral("list-operations"))) {
        listOperations();
        return 0;
    }
    bool nodesOk = false;
    bool idleOk = false;
    LocalService::ServiceOptions options;
    options.stateDirectory =
        QDir(parser.value(QStringLiteral("state"))).absolutePath().toStdString();
    if (const QString log = parser.value(QStringLiteral("request-log")); !log.isEmpty())
        options.requestLog = QDir().absoluteFilePath(log).toStdString();
    options.maxNodes = parser.value(QStringLiteral("nodes")).toInt(&nodesOk);
    const int idleSeconds = parser.value(QStringLiteral("idle-exit")).toInt(&idleOk);
    if (!nodesOk || !idleOk || options.maxNodes < 0 || idleSeconds < 0) {
        printProblem(Texts::tr("--nodes and --idle-exit take a whole number, 0 or more."));
        return RequestWrong;
    }
    Lifetime lifetime;
    lifetime.untilClosed = parser.isSet(QStringLiteral("until-closed"));
    if (idleSeconds > 0)
        lifetime.idle = std::chrono::seconds(idleSeconds);
    try {
        return serve(options, lifetime);
    } catch (const LocalService::StateInUse &inUse) {
        printProblem(QString::fromUtf8(inUse.what()));
        return serviceInUseExitCode;
    } catch (const LocalService::ServiceError &error) {
        printProblem(QString::fromUtf8(error.what()));
        return ServiceFailed;
    }
}

} // namespace Batchdesk::Cli
