// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// File names may hold anything: they reach the program intact, or are refused by name before
// anything is sent.
#include "tests/e2e/project.h"

#include <QDir>
#include <QJsonArray>

#include <gtest/gtest.h>

using namespace Batchdesk::Test;

TEST(Names, OddNamesReachTheProgramIntact)
{
    const Workspace workspace;
    LocalService service(workspace);
    Project project;
    project.inputs = 0;
    project.script = "printf '%s' \"${1#input/}\" >\"$2/name\"\ncmp -s \"$1\" <(printf 'content of "
                     "%s' \"${1#input/}\")\n";
    const QStringList names{
        QStringLiteral("a b'$(touch x).csv"),
        QStringLiteral("-rf"),
        QStringLiteral("100%.csv"),
        QStringLiteral("\"quoted\".csv"),
        QStringLiteral("#hash?&=+.csv"),
        QStringLiteral("ünï 日本.csv"),
        QStringLiteral("$HOME`id`.csv"),
        QStringLiteral("{input}.csv"),
        QStringLiteral("semi;colon|pipe>.csv"),
        QString(240, QLatin1Char('x')) + QStringLiteral(".csv"),
        QStringLiteral("~"),
        QStringLiteral("!bang.csv"),
        QStringLiteral("*.csv"),
    };
    const QString settings = project.writeTo(workspace);
    for (const QString &name : names)
        workspace.write(QStringLiteral("inputs/") + name, "content of " + name.toUtf8());
    auto run = startCli({QStringLiteral("run"), settings, QStringLiteral("--json")},
                        service.environment());
    ASSERT_EQ(run->waitForEnd(), 0) << qPrintable(run->output()) << qPrintable(run->errors());

    QSet<QString> seen;
    for (const QString &file : workspace.files(QStringLiteral("results"))) {
        if (file.endsWith(QLatin1String("/name")))
            seen.insert(QString::fromUtf8(workspace.read(QStringLiteral("results/") + file)));
    }
    EXPECT_EQ(seen, QSet<QString>(names.begin(), names.end()));
}

TEST(Names, WhatCannotBeSentIsRefusedByName)
{
    const Workspace workspace;
    Project project;
    project.inputs = 1;
    const QString settings = project.writeTo(workspace);
    workspace.write(QStringLiteral("inputs/two\nlines.csv"), "x");
    // Not UTF-8, so not to be made through QString.
    const QByteArray raw = workspace.path(QStringLiteral("inputs/")).toUtf8() + "latin-\xe9.csv";
    std::FILE *file = std::fopen(raw.constData(), "w");
    ASSERT_NE(file, nullptr);
    std::fclose(file);

    auto run = startCli({QStringLiteral("run"), settings}, workspace.environment());
    EXPECT_EQ(run->waitForEnd(), 2);
    EXPECT_TRUE(run->errors().contains(QStringLiteral("lines.csv"))) << qPrintable(run->errors());
    EXPECT_TRUE(run->errors().contains(QStringLiteral("latin-"))) << qPrintable(run->errors());
    std::remove(raw.constData());
}
