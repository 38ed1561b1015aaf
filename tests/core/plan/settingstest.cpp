// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/settings.h"
#include "tests/core/plan/qtprinters.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gmock/gmock.h>

using namespace Batchdesk;
using ::testing::ElementsAre;

namespace {

SettingsDocument parsed(const QByteArray &text)
{
    return parseSettings(text, QStringLiteral("settings.json"));
}

QStringList captions(const QList<Error> &errors)
{
    QStringList list;
    for (const Error &error : errors)
        list << error.caption();
    return list;
}

QByteArray content(const QString &path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(path);
    return file.readAll();
}

QStringList examples(const char *kind)
{
    const QDir folder(QStringLiteral(BATCHDESK_TEST_DATA) + QStringLiteral("/settings/")
                      + QLatin1String(kind));
    QStringList paths;
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files))
        paths << folder.filePath(name);
    EXPECT_FALSE(paths.isEmpty());
    return paths;
}

} // namespace

TEST(Settings, OnlyTheCommandIsNeeded)
{
    const SettingsDocument document = parsed("{\"task\": {\"command\": \"wc {input}\"}}");
    ASSERT_TRUE(document.ok()) << qPrintable(captions(document.errors).join(QLatin1Char('\n')));
    Settings expected;
    expected.task.command = QStringLiteral("wc {input}");
    EXPECT_EQ(document.settings, expected);
    EXPECT_FALSE(document.legacyAccount);
}

TEST(Settings, ReadsEveryKey)
{
    const SettingsDocument document = readSettings(QStringLiteral(BATCHDESK_TEST_DATA)
                                                   + QStringLiteral("/settings/good/full.json"));
    ASSERT_TRUE(document.ok()) << qPrintable(captions(document.errors).join(QLatin1Char('\n')));
    const Settings &settings = document.settings;
    EXPECT_EQ(settings.name, QStringLiteral("Forecast"));
    EXPECT_EQ(settings.account, QStringLiteral("lab"));
    EXPECT_EQ(settings.application.folder, QStringLiteral("forecast"));
    EXPECT_THAT(settings.application.ignore,
                ElementsAre(QStringLiteral("*.tmp"), QStringLiteral("!keep.tmp")));
    EXPECT_EQ(settings.inputs.folder, QStringLiteral("data"));
    EXPECT_THAT(settings.inputs.exclude, ElementsAre(QStringLiteral("old-*")));
    EXPECT_TRUE(settings.inputs.recursive);
    EXPECT_EQ(settings.pool.image.name, QStringLiteral("ubuntu-24.04"));
    EXPECT_EQ(settings.pool.vmSize, QStringLiteral("standard_d4s_v5"));
    EXPECT_EQ(settings.pool.dedicatedNodes, 0);
    EXPECT_EQ(settings.pool.spotNodes, 3);
    EXPECT_EQ(settings.pool.slotsPerNode, 2);
    EXPECT_EQ(settings.pool.startTask.kind, StartTaskChoice::Kind::Script);
    EXPECT_EQ(settings.pool.startTask.script, QStringLiteral("setup.sh"));
    EXPECT_FALSE(settings.pool.startTask.elevated);
    EXPECT_EQ(settings.job.preparation.kind, PreparationChoice::Kind::Command);
    EXPECT_EQ(settings.job.maxWallClockTime, std::chrono::hours(12));
    EXPECT_EQ(settings.job.retries, 2);
    EXPECT_THAT(settings.task.environment,
                ElementsAre(Batch::NameValue{QStringLiteral("A"), QStringLiteral("b")},
                            Batch::NameValue{QStringLiteral("SEED"), QStringLiteral("7")}));
    EXPECT_EQ(settings.task.maxWallClockTime, std::chrono::hours(1));
    EXPECT_EQ(settings.outputs.container, QStringLiteral("my-results"));
    EXPECT_FALSE(settings.cleanUp.job);
    EXPECT_FALSE(settings.cleanUp.pool);
    EXPECT_EQ(settings.cleanUp.containers, Settings::CleanUp::Containers::All);
}

TEST(Settings, GoodExamplesComeBackFromTheirText)
{
    for (const QString &path : examples("good")) {
        const SettingsDocument document = readSettings(path);
        ASSERT_TRUE(document.ok()) << qPrintable(captions(document.errors).join(QLatin1Char('\n')));
        const SettingsDocument again = parsed(serializeSettings(document.settings));
        ASSERT_TRUE(again.ok()) << qPrintable(captions(again.errors).join(QLatin1Char('\n')));
        EXPECT_EQ(again.settings, document.settings) << qPrintable(path);
    }
}

TEST(Settings, BadExamplesAreRefused)
{
    for (const QString &path : examples("bad"))
        EXPECT_FALSE(readSettings(path).ok()) << qPrintable(path);
}

TEST(Settings, WritesOnlyWhatDiffersWithVersionFirst)
{
    Settings settings;
    settings.task.command = QStringLiteral("run \"{{x}}\"");
    settings.job.maxWallClockTime.reset();
    EXPECT_EQ(serializeSettings(settings),
              QByteArray("{\n"
                         "    \"$schema\": \"urn:batchdesk:settings:1\",\n"
                         "    \"version\": 1,\n"
                         "    \"job\": {\n"
                         "        \"maxWallClockTime\": \"unlimited\"\n"
                         "    },\n"
                         "    \"task\": {\n"
                         "        \"command\": \"run \\\"{{x}}\\\"\"\n"
                         "    }\n"
                         "}\n"));
}

TEST(Settings, AllErrorsAtOnceEachWithItsLineAndPath)
{
    const SettingsDocument document = parsed("{\n"
                                             "  \"pool\": {\n"
                                             "    \"slotsPerNodes\": 2,\n"
                                             "    \"spotNodes\": \"3\",\n"
                                             "    \"image\": \"ubuntu-2404\"\n"
                                             "  },\n"
                                             "  \"inputs\": { \"include\": [\"*\",\n"
                                             "      \"[a\"] },\n"
                                             "  \"task\": {\n"
                                             "    \"command\": \"cat {inptu}\",\n"
                                             "    \"environment\": { \"A B\": \"1\" }\n"
                                             "  }\n"
                                             "}\n");
    const QStringList texts = captions(document.errors);
    ASSERT_EQ(texts.size(), 6) << qPrintable(texts.join(QLatin1Char('\n')));
    EXPECT_EQ(texts.at(0),
              QStringLiteral("\"slotsPerNodes\" is not known here (settings.json, line 3, "
                             "$.pool.slotsPerNodes). Did you mean \"slotsPerNode\"?"));
    EXPECT_EQ(texts.at(1),
              QStringLiteral("Expected a whole number, found text (settings.json, line 4, "
                             "$.pool.spotNodes)"));
    EXPECT_EQ(texts.at(2),
              QStringLiteral("There is no image called \"ubuntu-2404\" (settings.json, line 5, "
                             "$.pool.image). Did you mean \"ubuntu-24.04\"?"));
    EXPECT_TRUE(
        texts.at(3).contains(QStringLiteral("(settings.json, line 8, $.inputs.include[1])")))
        << qPrintable(texts.at(3));
    EXPECT_EQ(texts.at(4),
              QStringLiteral("{inptu} at character 5 is no placeholder (settings.json, "
                             "line 10, $.task.command). Did you mean {input}?"));
    EXPECT_TRUE(texts.at(5).contains(QStringLiteral("line 11, $.task.environment[\"A B\"]")))
        << qPrintable(texts.at(5));
}

TEST(Settings, SyntaxErrorsHaveLineAndColumn)
{
    const SettingsDocument document = parsed("{\n  \"task\": {\n    \"command\": nope\n  }\n}");
    ASSERT_EQ(document.errors.size(), 1);
    EXPECT_TRUE(
        document.errors.first().place.startsWith(QStringLiteral("settings.json, line 3, column ")))
        << qPrintable(document.errors.first().place);
}

TEST(Settings, ANewerVersionIsRefusedWithOneSentence)
{
    const SettingsDocument document = parsed("{\"version\": 7, \"brandNew\": true}");
    ASSERT_EQ(document.errors.size(), 1);
    EXPECT_TRUE(document.errors.first().message.contains(QStringLiteral("version 7")));
    EXPECT_FALSE(document.errors.first().advice.isEmpty());
}

TEST(Settings, KeysThatStandTwiceAreNoticed)
{
    const SettingsDocument document =
        parsed("{\"name\": \"a\",\n\"task\": {\"command\": \"x\"},\n\"name\": \"b\"}");
    ASSERT_EQ(document.errors.size(), 1);
    EXPECT_TRUE(document.errors.first().place.endsWith(QStringLiteral("$.name")));
}

TEST(Settings, TheOlderFlatFormGivesItsAccountAndIsWrittenWithoutIt)
{
    const SettingsDocument document =
        parsed("{\"batchServiceUrl\": \"https://lab.westeurope.batch.azure.com\",\n"
               "\"batchAccountName\": \"lab\", \"batchAccountKey\": \"c2VjcmV0LWtleQ==\",\n"
               "\"storageAccountName\": \"labstore\", \"storageAccountKey\": \"b3RoZXIta2V5\",\n"
               "\"task\": {\"command\": \"x\"}}");
    ASSERT_TRUE(document.ok()) << qPrintable(captions(document.errors).join(QLatin1Char('\n')));
    ASSERT_TRUE(document.legacyAccount);
    EXPECT_EQ(document.legacyAccount->batchAccount, QStringLiteral("lab"));
    EXPECT_EQ(document.legacyAccount->batchKey.reveal(), QByteArray("c2VjcmV0LWtleQ=="));
    EXPECT_EQ(document.legacyAccount->storageKey.reveal(), QByteArray("b3RoZXIta2V5"));
    EXPECT_EQ(document.warnings.size(), 5);
    EXPECT_FALSE(serializeSettings(document.settings).contains("ey"));
    for (const QString &text : captions(document.warnings))
        EXPECT_FALSE(text.contains(QStringLiteral("c2Vj"))
                     || text.contains(QStringLiteral("b3Ro")));
}

TEST(Settings, AWronglyTypedKeyIsNotShown)
{
    const SettingsDocument document =
        parsed("{\"batchAccountKey\": [\"c2VjcmV0\"], \"task\": {\"command\": \"x\"}}");
    ASSERT_FALSE(document.ok());
    for (const QString &text : captions(document.errors))
        EXPECT_FALSE(text.contains(QStringLiteral("c2Vj"))) << qPrintable(text);
}

TEST(Settings, HalfAnAccountOfTheOlderFormIsRefused)
{
    const SettingsDocument document = parsed("{\"batchAccountName\": \"lab\", \"batchAccountKey\": "
                                             "\"no base64!\", \"task\": {\"command\": \"x\"}}");
    EXPECT_EQ(document.errors.size(), 4) << "the address, both keys and the storage account";
}

TEST(Settings, RangesIdsAndPatternsAreChecked)
{
    const auto pathOfOnlyError = [](const QByteArray &member) {
        const SettingsDocument document = parsed("{" + member + "}");
        EXPECT_EQ(document.errors.size(), 1)
            << member.constData() << '\n'
            << qPrintable(captions(document.errors).join(QLatin1Char('\n')));
        return document.errors.isEmpty()
            ? QString()
            : document.errors.first().place.section(QLatin1Char(' '), -1);
    };
    const QByteArray task = "\"task\": {\"command\": \"x\"}, ";
    EXPECT_EQ(pathOfOnlyError(task + "\"pool\": {\"dedicatedNodes\": 0}"),
              QStringLiteral("$.pool.dedicatedNodes"));
    EXPECT_EQ(pathOfOnlyError(task + "\"pool\": {\"slotsPerNode\": 257}"),
              QStringLiteral("$.pool.slotsPerNode"));
    EXPECT_EQ(pathOfOnlyError(task + "\"pool\": {\"dedicatedNodes\": 1.5}"),
              QStringLiteral("$.pool.dedicatedNodes"));
    EXPECT_EQ(pathOfOnlyError(task + "\"pool\": {\"dedicatedNodes\": 1e300}"),
              QStringLiteral("$.pool.dedicatedNodes"));
    EXPECT_EQ(pathOfOnlyError(task + "\"pool\": {\"vmSize\": \"standard_d2ps_v5\"}"),
              QStringLiteral("$.pool.vmSize"));
    EXPECT_EQ(pathOfOnlyError(task + "\"job\": {\"id\": \"" + QByteArray(65, 'a') + "\"}"),
              QStringLiteral("$.job.id"));
    EXPECT_EQ(pathOfOnlyError(task + "\"job\": {\"maxWallClockTime\": \"PT0S\"}"),
              QStringLiteral("$.job.maxWallClockTime"));
    EXPECT_EQ(pathOfOnlyError(task + "\"job\": {\"preparation\": {\"command\": \"make {input}\"}}"),
              QStringLiteral("$.job.preparation.command"));
    EXPECT_EQ(pathOfOnlyError("\"task\": {\"command\": \"x\", \"outputs\": [\"../*\"]}"),
              QStringLiteral("$.task.outputs[0]"));
    EXPECT_EQ(pathOfOnlyError("\"task\": {\"command\": \"x\", \"outputs\": [\"output\"]}"),
              QStringLiteral("$.task.outputs[0]"));
    EXPECT_EQ(pathOfOnlyError(
                  "\"task\": {\"command\": \"x\", \"environment\": {\"AZ_BATCH_JOB_ID\": \"\"}}"),
              QStringLiteral("$.task.environment.AZ_BATCH_JOB_ID"));
}

TEST(Settings, WhatIsNoSettingsFileIsRefused)
{
    QTemporaryDir folder;
    EXPECT_EQ(readSettings(folder.filePath(QStringLiteral("none.json"))).errors.first().kind,
              Error::Kind::NotFound);
    EXPECT_FALSE(readSettings(folder.path()).ok());
    EXPECT_FALSE(parsed("").ok());
    EXPECT_FALSE(parsed("[]").ok());
    EXPECT_FALSE(parsed("null").ok());
    EXPECT_FALSE(parsed(QByteArray(5000, '[')).ok());
    EXPECT_FALSE(parsed(QByteArray(900, '[') + QByteArray(900, ']')).ok());
    EXPECT_FALSE(parsed("{\"a\": " + QByteArray(900, '[') + QByteArray(900, ']') + "}").ok());
}

TEST(Settings, EveryCutOfAGoodFileIsAnsweredWithErrorsOnly)
{
    const QByteArray text = content(examples("good").first());
    for (qsizetype length = 0; length < text.trimmed().size(); ++length)
        EXPECT_FALSE(parsed(text.left(length)).ok()) << length;
}

TEST(Settings, RelativePathsAreRelativeToTheFile)
{
    const SettingsDocument document = parseSettings("{\"task\": {\"command\": \"x\"}}",
                                                    QStringLiteral("/data/run/settings.json"));
    EXPECT_EQ(document.baseFolder(), QStringLiteral("/data/run"));
    EXPECT_EQ(document.absolute(QStringLiteral("../in")), QStringLiteral("/data/in"));
    EXPECT_EQ(document.absolute(QStringLiteral("/in")), QStringLiteral("/in"));
}
