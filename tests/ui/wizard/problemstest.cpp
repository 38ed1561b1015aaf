// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/problems.h"

#include "core/plan/freshstamp.h"
#include "tests/support/wait.h"
#include "tests/support/workspace.h"
#include "ui/wizard/settingsfile.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

class ProblemsTest : public ::testing::Test
{
protected:
    QList<Problem> problems(const Settings &settings) const
    {
        const QString base = disk.path(QStringLiteral("project"));
        const DraftPtr draft = makeDraft(settings, base, listFolders(settings, base), freshStamp());
        return problemsOf(document, draft);
    }
    Problem only(const Settings &settings) const
    {
        const QList<Problem> found = problems(settings);
        EXPECT_EQ(found.size(), 1);
        return found.value(0);
    }
    void SetUp() override
    {
        disk.write(QStringLiteral("project/main.py"), "x");
        disk.write(QStringLiteral("project/inputs/a.csv"), "x");
        good.task.command = QStringLiteral("run {input}");
    }

    Workspace disk;
    SettingsFile document;
    Settings good;
};

} // namespace

TEST_F(ProblemsTest, AGoodProjectHasNone)
{
    EXPECT_TRUE(problems(good).isEmpty());
}

TEST_F(ProblemsTest, AdviceForARepositoryCanBeFollowedInTheWindow)
{
    GitSource git;
    git.url = QStringLiteral("git@example.org:owner/model.git");
    const auto set = [this, &git](Settings &settings) {
        settings = good;
        settings.application.git = git;
    };
    document.edit(QStringLiteral("$"), set);
    const Problem key = only(document.settings());
    EXPECT_EQ(key.path, QStringLiteral("$.application.git.key"));
    EXPECT_TRUE(key.error.advice.contains(QLatin1String("New key")))
        << qPrintable(key.error.advice);

    git.credential = QStringLiteral("deploy");
    document.edit(QStringLiteral("$"), set);
    const Problem host = only(document.settings());
    EXPECT_EQ(host.path, QStringLiteral("$.application.git.url"));
    EXPECT_TRUE(host.error.advice.contains(QLatin1String("Test access")))
        << qPrintable(host.error.advice);
}

TEST_F(ProblemsTest, EachValueIsMendedOnItsPage)
{
    const auto stepWhen = [this](const std::function<void(Settings &)> &spoil) {
        Settings settings = good;
        spoil(settings);
        return problems(settings).value(0).step;
    };
    EXPECT_EQ(stepWhen([](Settings &s) { s.task.command = QStringLiteral("{x}"); }),
              WizardStep::Task);
    EXPECT_EQ(stepWhen([](Settings &s) { s.pool.slotsPerNode = 0; }), WizardStep::Machines);
    EXPECT_EQ(stepWhen([](Settings &s) { s.job.retries = -5; }), WizardStep::Machines);
    EXPECT_EQ(stepWhen([](Settings &s) { s.outputs.folder.clear(); }), WizardStep::Review);
    EXPECT_EQ(stepWhen([](Settings &s) { s.inputs.include.clear(); }), WizardStep::Input);
}

TEST_F(ProblemsTest, WhatTheDiskLacksIsMendedAtItsFolder)
{
    Settings settings = good;
    settings.application.folder = QStringLiteral("gone");
    const Problem application = problems(settings).value(0);
    EXPECT_EQ(application.step, WizardStep::Application);
    EXPECT_EQ(application.path, QStringLiteral("$.application.folder"));
    settings = good;
    settings.inputs.folder = QStringLiteral("nothing");
    EXPECT_EQ(problems(settings).value(0).path, QStringLiteral("$.inputs.folder"));
    settings = good;
    settings.inputs.include = {QStringLiteral("*.txt")};
    EXPECT_EQ(only(settings).path, QStringLiteral("$.inputs.folder"));
    settings = good;
    settings.pool.startTask.kind = StartTaskChoice::Kind::Script;
    settings.pool.startTask.script = QStringLiteral("gone.sh");
    EXPECT_EQ(only(settings).path, QStringLiteral("$.pool.startTask.script"));
}

TEST_F(ProblemsTest, AnEmptyInputIsAWarningOfItsPage)
{
    disk.write(QStringLiteral("project/inputs/b.csv"), "");
    const Problem problem = only(good);
    EXPECT_EQ(problem.step, WizardStep::Input);
    EXPECT_TRUE(problem.isWarning);
}

TEST_F(ProblemsTest, WhatFileAndValuesSayAlikeIsSaidOnce)
{
    disk.write(QStringLiteral("project/settings.json"),
               R"({"version": 1, "task": {"command": "run {nonsense}"}})");
    QSignalSpy replaced(&document, &SettingsFile::replaced);
    document.open(disk.path(QStringLiteral("project/settings.json")));
    waitUntil([&] { return replaced.size() == 1; });
    EXPECT_EQ(document.errors().size(), 1);
    EXPECT_EQ(only(document.settings()).path, QStringLiteral("$.task.command"));
}

TEST(JsonPathOf, TakesThePathFromTheEndOfAPlace)
{
    const auto pathOf = [](const char *place) {
        return jsonPathOf(Error::invalidInput({}, QLatin1String(place)));
    };
    EXPECT_EQ(pathOf("settings, $.pool.id"), QStringLiteral("$.pool.id"));
    EXPECT_EQ(pathOf("/a, b/settings.json, line 3, $.inputs.include[2]"),
              QStringLiteral("$.inputs.include[2]"));
    EXPECT_EQ(pathOf("$.pool"), QStringLiteral("$.pool"));
    EXPECT_TRUE(pathOf("/a/b").isEmpty());
}

TEST(IsWithin, KnowsNamesThatOnlyBeginAlike)
{
    EXPECT_TRUE(isWithin(QStringLiteral("$.pool.id"), QStringLiteral("$.pool")));
    EXPECT_TRUE(isWithin(QStringLiteral("$.pool"), QStringLiteral("$.pool")));
    EXPECT_TRUE(isWithin(QStringLiteral("$.a[0]"), QStringLiteral("$.a")));
    EXPECT_FALSE(isWithin(QStringLiteral("$.pools"), QStringLiteral("$.pool")));
    EXPECT_FALSE(isWithin(QStringLiteral("$.pool"), QStringLiteral("$.pool.id")));
}
