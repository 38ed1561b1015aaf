// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/planbuilder.h"

#include "tests/support/wait.h"
#include "tests/support/workspace.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

class PlanBuilderTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        disk.write(QStringLiteral("project/main.py"), "x");
        disk.write(QStringLiteral("project/inputs/a.csv"), "x");
        disk.write(QStringLiteral("project/inputs/b.csv"), "x");
        settings.task.command = QStringLiteral("run {input}");
    }
    QString base() const { return disk.path(QStringLiteral("project")); }
    DraftPtr planned(const Settings &wanted)
    {
        builder.plan(wanted, base());
        waitUntil([this] { return !builder.isBusy(); });
        return builder.draft();
    }
    DraftPtr plannedWith(const QString &command)
    {
        settings.task.command = command;
        return planned(settings);
    }

    Workspace disk;
    Settings settings;
    PlanBuilder builder;
};

} // namespace

TEST_F(PlanBuilderTest, PlansWhatItIsGiven)
{
    const DraftPtr draft = planned(settings);
    ASSERT_TRUE(draft->ok());
    EXPECT_EQ(draft->result.plan.tasks.size(), 2);
    EXPECT_EQ(draft->settings, settings);
}

TEST_F(PlanBuilderTest, IsBusyFromTheFirstChangeOn)
{
    EXPECT_FALSE(builder.isBusy());
    builder.plan(settings, base());
    EXPECT_TRUE(builder.isBusy());
    waitUntil([this] { return !builder.isBusy(); });
    ASSERT_TRUE(builder.draft());
}

TEST_F(PlanBuilderTest, OfManyChangesOnlyTheLastIsTold)
{
    QSignalSpy told(&builder, &PlanBuilder::planned);
    for (const char *command : {"r", "ru", "run", "run {input}"}) {
        settings.task.command = QLatin1String(command);
        builder.plan(settings, base());
    }
    waitUntil([this] { return !builder.isBusy(); });
    EXPECT_EQ(told.size(), 1);
    EXPECT_EQ(builder.draft()->settings.task.command, QStringLiteral("run {input}"));
}

TEST_F(PlanBuilderTest, AnAnswerThatIsOutOfDateIsDropped)
{
    QSignalSpy told(&builder, &PlanBuilder::planned);
    builder.plan(settings, base());
    builder.relist(); // begins at once
    settings.task.command = QStringLiteral("walk {input}");
    builder.plan(settings, base());
    waitUntil([this] { return !builder.isBusy(); });
    EXPECT_EQ(told.size(), 1);
    EXPECT_EQ(builder.draft()->settings.task.command, QStringLiteral("walk {input}"));
}

TEST_F(PlanBuilderTest, AnotherCommandDoesNotWalkTheFoldersAgain)
{
    planned(settings);
    disk.write(QStringLiteral("project/inputs/c.csv"), "x");
    EXPECT_EQ(plannedWith(QStringLiteral("walk {input}"))->listing.inputs.size(), 2);
    settings.inputs.recursive = true;
    EXPECT_EQ(planned(settings)->listing.inputs.size(), 3);
}

TEST_F(PlanBuilderTest, OfARepositoryOnlyItsAddressIsLookedUpAgain)
{
    settings.application.git = GitSource{};
    settings.application.git->url = QStringLiteral("git@github.com:owner/model.git");
    planned(settings);
    disk.write(QStringLiteral("project/inputs/c.csv"), "x");
    settings.application.git->depth = 5;
    settings.application.git->reference = {Git::Reference::Kind::Branch, QStringLiteral("dev")};
    EXPECT_EQ(planned(settings)->listing.inputs.size(), 2);
    settings.application.git->url = QStringLiteral("git@gitlab.com:owner/model.git");
    EXPECT_EQ(planned(settings)->listing.inputs.size(), 3);
    disk.write(QStringLiteral("project/inputs/d.csv"), "x");
    settings.application.git.reset(); // now the folder is sent
    EXPECT_EQ(planned(settings)->listing.inputs.size(), 4);
}

TEST_F(PlanBuilderTest, LooksAgainWhenAsked)
{
    planned(settings);
    disk.write(QStringLiteral("project/inputs/c.csv"), "x");
    builder.relist();
    EXPECT_TRUE(builder.isBusy());
    waitUntil([this] { return !builder.isBusy(); });
    EXPECT_EQ(builder.draft()->listing.inputs.size(), 3);
}

TEST_F(PlanBuilderTest, NamesStayUntilItStartsAnew)
{
    const QString first = planned(settings)->result.plan.runId;
    EXPECT_EQ(plannedWith(QStringLiteral("walk {input}"))->result.plan.runId, first);
    builder.startAnew();
    EXPECT_FALSE(builder.draft());
    EXPECT_NE(planned(settings)->result.plan.runId, first);
}

TEST_F(PlanBuilderTest, FoldersWithoutANameAreNotWalked)
{
    Settings empty;
    empty.application.folder.clear();
    empty.inputs.folder.clear();
    const DraftPtr draft = planned(empty);
    EXPECT_FALSE(draft->ok());
    EXPECT_TRUE(draft->listing.application.isEmpty());
    EXPECT_TRUE(draft->listing.inputs.isEmpty());
}

TEST_F(PlanBuilderTest, MayGoWhileItIsBusy)
{
    auto gone = std::make_unique<PlanBuilder>();
    gone->plan(settings, base());
    gone->relist();
    gone.reset();
    EXPECT_TRUE(planned(settings)->ok());
}
