// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/projectguess.h"

#include "core/plan/commandtemplate.h"
#include "tests/core/plan/qtprinters.h"

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

ProjectGuess guessOf(const QStringList &files, const QStringList &folders = {})
{
    return guessProject({files, folders});
}

} // namespace

TEST(ProjectGuess, AFolderWithNothingKnownGivesNothing)
{
    EXPECT_EQ(guessOf({QStringLiteral("notes.txt")}, {QStringLiteral("images")}), ProjectGuess());
}

TEST(ProjectGuess, TheUsualNamesAreTheProgramAndItsData)
{
    const ProjectGuess guess =
        guessOf({QStringLiteral("helpers.py"), QStringLiteral("main.py"), QStringLiteral("run.sh")},
                {QStringLiteral("Data"), QStringLiteral("src")});
    EXPECT_EQ(guess.command, QStringLiteral("python3 {app}/main.py {input}"));
    EXPECT_EQ(guess.inputFolder, QStringLiteral("Data"));
}

TEST(ProjectGuess, AFolderOfInputsIsPreferredToOneOfData)
{
    EXPECT_EQ(guessOf({}, {QStringLiteral("data"), QStringLiteral("inputs")}).inputFolder,
              QStringLiteral("inputs"));
}

TEST(ProjectGuess, TheOnlyScriptOfALanguageIsTheProgram)
{
    EXPECT_EQ(guessOf({QStringLiteral("fit.R"), QStringLiteral("notes.txt")}).command,
              QStringLiteral("Rscript {app}/fit.R {input}"));
    EXPECT_TRUE(guessOf({QStringLiteral("a.py"), QStringLiteral("b.py")}).command.isEmpty());
}

TEST(ProjectGuess, WhatIsGuessedIsACommandWhateverTheName)
{
    for (const QString &name :
         {QStringLiteral("my model.py"), QStringLiteral("{x}.py"), QStringLiteral("$it's.py")}) {
        const QString command = guessOf({name}).command;
        const auto parsed = CommandTemplate::parse(command, ImageChoice::Os::Linux);
        EXPECT_TRUE(parsed.errors().isEmpty()) << qPrintable(command);
    }
}

TEST(ProjectGuess, ASettingsFileIsSeen)
{
    EXPECT_EQ(guessOf({QStringLiteral("settings.json")}).settingsFile,
              QStringLiteral("settings.json"));
}

TEST(ProjectGuess, TheSampleIsRecognised)
{
    const ProjectGuess guess =
        guessProject(contentOf(QStringLiteral(BATCHDESK_SOURCE_DIR "/resources/sample")));
    EXPECT_EQ(guess.settingsFile, QStringLiteral("settings.json"));
    EXPECT_EQ(guess.inputFolder, QStringLiteral("inputs"));
}
