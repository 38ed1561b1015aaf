// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/background.h"
#include "app/cli/command.h"
#include "app/cli/handover.h"
#include "resources/resources.h"

#include <QCoreApplication>
#include <QHash>

namespace {

using Command = int (*)(const QStringList &);

QString usage()
{
    return QCoreApplication::translate(
               "Cli",
               "batchdesk-cli %1 - run your own program over many files on Azure Batch\n"
               "\n"
               "  plan FILE         show what a run of settings.json would do; touches nothing\n"
               "  run FILE          run it: upload, run, bring results home, clean up\n"
               "  resume RUN        go on with a run that broke\n"
               "  stop RUN          end a run that another program carries out\n"
               "  cleanup RUN       remove what a run left behind\n"
               "  runs              list the runs of this computer\n"
               "  key               SSH keys and trusted hosts, for private repositories\n"
               "  token             tokens for private repositories over HTTPS\n"
               "  serve             run \"This computer\", the embedded service\n"
               "\n"
               "\"batchdesk-cli COMMAND --help\" tells more.")
        .arg(QStringLiteral(BATCHDESK_VERSION));
}

bool hasArgument(int argc, char **argv, const char *argument)
{
    for (int i = 1; i < argc; ++i) {
        if (QLatin1String(argv[i]) == QLatin1String(argument))
            return true;
    }
    return false;
}

} // namespace

int main(int argc, char **argv)
{
    // Before there is any thread: one that forks keeps only the thread that does.
    if (hasArgument(argc, argv, Batchdesk::Cli::backgroundArgument)) {
        const bool readInput = hasArgument(argc, argv, Batchdesk::Cli::inputArgument);
        Batchdesk::Cli::setHandedOver(Batchdesk::Cli::goToBackground(readInput));
    }
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("batchdesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BATCHDESK_VERSION));
    Batchdesk::initResources();

    const QHash<QString, Command> commands{
        {QStringLiteral("plan"), Batchdesk::Cli::planCommand},
        {QStringLiteral("run"), Batchdesk::Cli::runCommand},
        {QStringLiteral("resume"), Batchdesk::Cli::resumeCommand},
        {QStringLiteral("cleanup"), Batchdesk::Cli::cleanupCommand},
        {QStringLiteral("runs"), Batchdesk::Cli::runsCommand},
        {QStringLiteral("serve"), Batchdesk::Cli::serveCommand},
        {QStringLiteral("stop"), Batchdesk::Cli::stopCommand},
        {QStringLiteral("key"), Batchdesk::Cli::keyCommand},
        {QStringLiteral("token"), Batchdesk::Cli::tokenCommand},
    };
    const QStringList arguments = QCoreApplication::arguments();
    const QString name = arguments.value(1);
    if (const Command command = commands.value(name))
        return command(arguments.mid(1));
    if (name == QLatin1String("--version")) {
        Batchdesk::Cli::printLine(QStringLiteral("batchdesk-cli " BATCHDESK_VERSION));
        return 0;
    }
    if (name.isEmpty() || name == QLatin1String("--help") || name == QLatin1String("-h")) {
        Batchdesk::Cli::printLine(usage());
        return name.isEmpty() ? Batchdesk::Cli::RequestWrong : 0;
    }
    Batchdesk::Cli::printProblem(
        QCoreApplication::translate("Cli", "There is no command \"%1\".\n\n%2").arg(name, usage()));
    return Batchdesk::Cli::RequestWrong;
}
