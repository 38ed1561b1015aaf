// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/support/keyring.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

namespace Batchdesk::Test {

namespace {

constexpr int patienceMs = 180'000; // whole runs among them, under sanitizers

const QString unlock = QStringLiteral(
    "printf test | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null\n");
// The keyring is there from then on, and the daemon that knew its password is not.
const QString replace = QStringLiteral(
    "gnome-keyring-daemon --replace --components=secrets --daemonize </dev/null >/dev/null\n");

constexpr auto busVariable = "BATCHDESK_TEST_BUS";

QString preparationFor(Keyring keyring)
{
    switch (keyring) {
    case Keyring::Locked:
        return unlock + replace;
    case Keyring::Unlocked:
        return unlock;
    default:
        return {};
    }
}

QProcessEnvironment environmentIn(const QTemporaryDir &folder, Keyring keyring)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "XDG_DATA_HOME",
                             "KDE_FULL_SESSION", "DBUS_SESSION_BUS_ADDRESS"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("HOME"), folder.filePath(QStringLiteral("home")));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), folder.filePath(QStringLiteral("run")));
    if (keyring == Keyring::NoBus)
        environment.insert(QLatin1String(busVariable),
                           QStringLiteral("unix:path=/nonexistent/bus"));
    // Where a bus would find who can be started for a name.
    if (keyring == Keyring::NoService)
        environment.insert(QStringLiteral("XDG_DATA_DIRS"), folder.path());
    return environment;
}

} // namespace

KeyringRun runWithKeyring(Keyring keyring, const QString &test)
{
    const QTemporaryDir folder;
    for (const char *name : {"home", "run"}) {
        QDir(folder.path()).mkdir(QLatin1String(name));
        QFile::setPermissions(folder.filePath(QLatin1String(name)),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const QStringList inner{QCoreApplication::applicationFilePath(),
                            QStringLiteral("--gtest_also_run_disabled_tests"),
                            QStringLiteral("--gtest_filter=") + test};
    QProcess process;
    process.setProcessEnvironment(environmentIn(folder, keyring));
    process.setProcessChannelMode(QProcess::MergedChannels);
    if (keyring == Keyring::NoBus) {
        process.start(inner.first(), inner.mid(1));
    } else {
        // With its own end the test ends the bus and whoever is on it.
        const QString script = preparationFor(keyring)
            + QStringLiteral("%1=\"$DBUS_SESSION_BUS_ADDRESS\" exec timeout 170 \"$@\"")
                  .arg(QLatin1String(busVariable));
        process.start(QStringLiteral("dbus-run-session"),
                      QStringList{QStringLiteral("--"), QStringLiteral("bash"),
                                  QStringLiteral("-c"), script, QStringLiteral("inner")}
                          + inner);
    }
    KeyringRun run;
    if (!process.waitForFinished(patienceMs))
        process.kill();
    else if (process.exitStatus() == QProcess::NormalExit)
        run.exitCode = process.exitCode();
    run.output = process.readAll();
    // A filter that matches nothing would pass.
    if (!run.output.contains("[       OK ]"))
        run.exitCode = -1;
    return run;
}

void useBusOfKeyring()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", qgetenv(busVariable));
}

} // namespace Batchdesk::Test
