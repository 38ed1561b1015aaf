// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/e2e/repositoryproject.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

namespace Batchdesk::Test {

QString RepositoryProject::writeTo(const Workspace &workspace) const
{
    const QDir sample(QStringLiteral(BATCHDESK_SOURCE_DIR "/resources/sample/inputs"));
    const QStringList names = sample.entryList(QDir::Files, QDir::Name).mid(0, inputs);
    EXPECT_EQ(names.size(), inputs);
    for (const QString &name : names) {
        QFile file(sample.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        workspace.write(QStringLiteral("inputs/") + name, file.readAll());
    }
    workspace.write(QStringLiteral("settings.json"),
                    "{ \"version\": 1, \"account\": \"env\",\n"
                    "  \"application\": { \"git\": { \"url\": \""
                        + url.toUtf8() + "\", \"key\": \"batch-key\", " + reference
                        + ", \"folder\": \"" + folder + "\"" + more
                        + " } },\n"
                          "  \"inputs\": { \"folder\": \"inputs\" },\n"
                          "  \"task\": { \"command\": \""
                        + command
                        + "\" },\n"
                          "  \"outputs\": { \"folder\": \"results\" } }\n");
    return workspace.path(QStringLiteral("settings.json"));
}

void pinHost(const Workspace &workspace, const QByteArray &knownHostsLine)
{
    workspace.write(QStringLiteral("home/.config/batchdesk/known_hosts"), knownHostsLine + '\n');
}

std::unique_ptr<Program> runWithKey(const QString &settings, const QString &keyFile,
                                    const QProcessEnvironment &environment)
{
    return startCli({QStringLiteral("run"), settings, QStringLiteral("--json"),
                     QStringLiteral("--git-secret-file"), keyFile},
                    environment);
}

QString waitUntilTasksRun(Program &run)
{
    QString id;
    const bool runs = run.waitForJson([&id](const QJsonObject &line) {
        if (line.value(QLatin1String("kind")) == QLatin1String("progress"))
            id = line.value(QLatin1String("run")).toString();
        return line.value(QLatin1String("running")).toInt() > 0;
    });
    EXPECT_TRUE(runs) << qPrintable(run.errors());
    return id;
}

} // namespace Batchdesk::Test
