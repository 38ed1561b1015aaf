// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "resources/resources.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

//! A home of its own for everything that window, service and runs write; one that a test brings
//! along for the program it starts again is kept.
void moveInto(const QString &home)
{
    const auto set = [&home](const char *name, const char *folder) {
        const QString path = home + QLatin1Char('/') + QLatin1String(folder);
        QDir().mkpath(path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv(name, QFile::encodeName(path));
    };
    qputenv("HOME", QFile::encodeName(home));
    set("XDG_DATA_HOME", ".local/share");
    set("XDG_CONFIG_HOME", ".config");
    set("XDG_CACHE_HOME", ".cache");
    set("XDG_RUNTIME_DIR", "run");
    // No test asks the user's own keychain, or uses the user's own account.
    for (const char *name :
         {"DBUS_SESSION_BUS_ADDRESS", "AZURE_BATCH_ACCOUNT", "AZURE_BATCH_ACCESS_KEY",
          "AZURE_BATCH_ENDPOINT", "AZURE_STORAGE_CONNECTION_STRING"})
        qunsetenv(name);
}

} // namespace

int main(int argc, char **argv)
{
    ::testing::InitGoogleTest(&argc, argv);
    // A test that is started by hand opens no window either.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir home;
    moveInto(qEnvironmentVariable("BATCHDESK_TEST_HOME", home.path()));
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("batchdesk"));
    QApplication::setQuitOnLastWindowClosed(false);
    Batchdesk::initResources();
    return RUN_ALL_TESTS();
}
