// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "core/localservice/service.h"
#include "core/run/thiscomputer.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonObject>
#include <QTimer>

#include <filesystem>
#include <memory>

namespace Batchdesk::Cli {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Cli", source);
}

//! Ends the program when the service had nothing to do for that long.
void endWhenIdle(QTimer &timer, const LocalService::Service &service, int seconds)
{
    auto idleFor = std::make_shared<int>(0);
    timer.setInterval(1'000);
    QObject::connect(&timer, &QTimer::timeout, qApp, [&service, seconds, idleFor] {
        *idleFor = service.isIdle() ? *idleFor + 1 : 0;
        if (*idleFor >= seconds)
            QCoreApplication::quit();
    });
    timer.start();
}

int serve(const LocalService::ServiceOptions &options, int idleSeconds)
{
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::requested, qApp, &QCoreApplication::quit);
    LocalService::Service service(options);
    const auto connectionFile = service.writeConnectionFile();
    const LocalService::ServiceEndpoints &endpoints = service.endpoints();
    printJson({{QStringLiteral("batchEndpoint"), QString::fromStdString(endpoints.batchEndpoint)},
               {QStringLiteral("blobEndpoint"), QString::fromStdString(endpoints.blobEndpoint)},
               {QStringLiteral("account"), QString::fromStdString(endpoints.account)},
               {QStringLiteral("connectionFile"), QString::fromStdString(connectionFile.string())}});
    QTimer idle;
    if (idleSeconds > 0)
        endWhenIdle(idle, service, idleSeconds);
    return QCoreApplication::exec();
}

} // namespace

int serveCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(text("Runs \"This computer\" in the foreground: Azure-compatible Batch and Blob "
                                          "endpoints on this machine only. DIR/connection.env holds the variables by "
                                          "which az and the SDKs find it."));
    parser.addOptions({
        {QStringLiteral("state"), text("Folder of its state; made if missing."), QStringLiteral("DIR"),
         ThisComputer::defaultStateDirectory()},
        {QStringLiteral("nodes"), text("How many nodes it lends at most, over all pools (default: one per processor)."),
         QStringLiteral("N"), QStringLiteral("0")},
        {QStringLiteral("idle-exit"), text("End after so many seconds without pool and job (default: never)."),
         QStringLiteral("SECONDS"), QStringLiteral("0")},
    });
    int exitCode = 0;
    if (!parse(parser, arguments, exitCode))
        return exitCode;
    bool nodesOk = false;
    bool idleOk = false;
    LocalService::ServiceOptions options;
    options.stateDirectory = QDir(parser.value(QStringLiteral("state"))).absolutePath().toStdString();
    options.maxNodes = parser.value(QStringLiteral("nodes")).toInt(&nodesOk);
    const int idleSeconds = parser.value(QStringLiteral("idle-exit")).toInt(&idleOk);
    if (!nodesOk || !idleOk || options.maxNodes < 0 || idleSeconds < 0) {
        printProblem(text("--nodes and --idle-exit take a whole number, 0 or more."));
        return RequestWrong;
    }
    try {
        return serve(options, idleSeconds);
    } catch (const LocalService::StateInUse &inUse) {
        printProblem(QString::fromUtf8(inUse.what()));
        return serviceInUseExitCode;
    } catch (const LocalService::ServiceError &error) {
        printProblem(QString::fromUtf8(error.what()));
        return ServiceFailed;
    }
}

} // namespace Batchdesk::Cli
