// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/auth/keychaincredentialstore.h"
#include "core/git/credentials.h"
#include "core/run/accounts.h"
#include "core/run/rundesk.h"
#include "resources/resources.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/translations.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLocale>

namespace {

using namespace Batchdesk;

QString cliProgram()
{
    QString name = QStringLiteral("/batchdesk-cli");
#ifdef Q_OS_WIN
    name += QStringLiteral(".exe");
#endif
    return QApplication::applicationDirPath() + name;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("batchdesk"));
    QApplication::setApplicationDisplayName(QStringLiteral("Batchdesk"));
    QApplication::setApplicationVersion(QStringLiteral(BATCHDESK_VERSION));
    initResources();
    installTranslations(QLocale());
    applyAppearance(rememberedAppearance());

    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate(
        "main", "Runs your own program over many files on Azure Batch, or on this computer."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("PATH"),
        QApplication::translate("main", "a settings.json, or a folder to begin a run with"),
        QStringLiteral("[PATH]"));
    parser.process(application);

    Accounts::Places places = Accounts::Places::ofThisUser(cliProgram());
    // A window may go at any moment, and comes back: the service waits a little for it.
    places.localIdle = std::chrono::seconds(60);
    const auto keychain = std::make_shared<KeychainCredentialStore>();
    const auto accounts = std::make_shared<Accounts>(places, keychain);
    const auto credentials =
        std::make_shared<Git::Credentials>(Git::Credentials::defaultPath(), keychain);
    RunDesk runs(cliProgram(), RunDesk::defaultRunsFolder(), accounts, credentials);
    MainWindow window(&runs, accounts.get(), credentials.get());
    window.show();
    window.begin();
    if (!parser.positionalArguments().isEmpty())
        window.openPath(QDir::current().absoluteFilePath(parser.positionalArguments().first()));
    return QApplication::exec();
}
