// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/support/workspace.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <gtest/gtest.h>

namespace Batchdesk::Test {

Workspace::Workspace()
{
    EXPECT_TRUE(m_dir.isValid());
    for (const char *folder : {"home", "run"}) {
        QDir().mkpath(path(QLatin1String(folder)));
        QFile::setPermissions(path(QLatin1String(folder)),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
}

void Workspace::write(const QString &relative, const QByteArray &content, bool executable) const
{
    QDir().mkpath(QFileInfo(path(relative)).path());
    QFile file(path(relative));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly)) << qPrintable(relative);
    ASSERT_EQ(file.write(content), content.size());
    if (executable)
        file.setPermissions(file.permissions() | QFile::ExeOwner | QFile::ExeUser);
}

QByteArray Workspace::read(const QString &relative) const
{
    QFile file(path(relative));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(relative);
    return file.readAll();
}

QStringList Workspace::files(const QString &relative) const
{
    const QString root = relative.isEmpty() ? m_dir.path() : path(relative);
    QStringList found;
    QDirIterator walk(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext())
        found << walk.next().mid(root.size() + 1);
    found.sort();
    return found;
}

QProcessEnvironment Workspace::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(QLatin1String("AZURE_")) || name.startsWith(QLatin1String("XDG_")))
            environment.remove(name);
    }
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    environment.insert(QStringLiteral("HOME"), path(QStringLiteral("home")));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), path(QStringLiteral("run")));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("AZURE_CONFIG_DIR"), path(QStringLiteral("home/.azure")));
    environment.insert(QStringLiteral("AZURE_CORE_COLLECT_TELEMETRY"), QStringLiteral("no"));
    return environment;
}

QProcessEnvironment Workspace::environmentFor(const QString &connectionFile) const
{
    QProcessEnvironment environment = this->environment();
    QFile file(connectionFile);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(connectionFile);
    for (const QByteArray &line : file.readAll().split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (equals <= 0 || line.startsWith('#'))
            continue;
        QByteArray value = line.mid(equals + 1);
        if (value.startsWith('\'') && value.endsWith('\''))
            value = value.mid(1, value.size() - 2);
        environment.insert(QString::fromUtf8(line.left(equals)), QString::fromUtf8(value));
    }
    return environment;
}

} // namespace Batchdesk::Test
