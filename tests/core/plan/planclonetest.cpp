// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// What a plan holds when the nodes clone the application.
#include "core/plan/planclone.h"
#include "core/plan/planrecord.h"
#include "core/plan/plantext.h"
#include "core/plan/shippedfile.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

class NamedLinks final : public BlobLinks
{
public:
    QString readLink(const BlobPlace &place) const override
    {
        return QStringLiteral("read:%1/%2").arg(place.container, place.name);
    }
    QString briefLink(const BlobPlace &place, std::chrono::seconds lifetime) const override
    {
        return QStringLiteral("brief:%1/%2:%3")
            .arg(place.container, place.name)
            .arg(lifetime.count());
    }
    QString writeLink(const QString &container) const override
    {
        return QStringLiteral("write:") + container;
    }
};

const QByteArray pinned = "example.org ssh-ed25519 AAAA\n";
const RunStamp stamp{QDateTime(QDate(2026, 11, 27), QTime(9, 30), Qt::UTC), QStringLiteral("k3f9")};

Settings someSettings()
{
    Settings settings;
    settings.task.command = QStringLiteral("python3 {app}/forecast.py {input}");
    GitSource git;
    git.url = QStringLiteral("git@example.org:lab/forecast.git");
    git.reference = {Git::Reference::Kind::Branch, QStringLiteral("dev")};
    git.folder = QStringLiteral("projects/sample forecast");
    git.credential = QStringLiteral("batch-key");
    settings.application.git = git;
    return settings;
}

PlanRecord someRecord(const Settings &settings = someSettings())
{
    Listing listing;
    listing.inputFolder = QStringLiteral("/data/inputs");
    listing.inputs = {{QStringLiteral("north.csv"), 10}};
    listing.inputsLookedAt = 1;
    listing.hostKeys = pinned;
    return PlanRecord::of(settings, QStringLiteral("/data"), listing, stamp);
}

Plan planned(const Settings &settings = someSettings())
{
    const PlanResult result = someRecord(settings).plan();
    EXPECT_TRUE(result.ok()) << qPrintable(result.errors.value(0).caption());
    return result.plan;
}

QString valueOf(const Plan &plan, const char *name)
{
    for (const Batch::NameValue &variable : plan.job.preparationTask->environmentSettings) {
        if (variable.name == QLatin1String(name))
            return variable.value;
    }
    return QStringLiteral("(missing)");
}

QStringList filesOf(const Batch::JobPreparationTask &task)
{
    QStringList names;
    for (const Batch::ResourceFile &file : task.resourceFiles)
        names << file.filePath;
    return names;
}

} // namespace

TEST(PlanClone, TheRunIsCalledAsTheRepository)
{
    EXPECT_EQ(planned().title, QStringLiteral("forecast"));
    EXPECT_TRUE(planned().runId.startsWith(QLatin1String("forecast-")));
}

TEST(PlanClone, TheSecretHasAContainerOfItsOwn)
{
    const Plan plan = planned();
    ASSERT_TRUE(plan.clone && plan.clone->needsSecret());
    EXPECT_EQ(plan.containers().size(), 4);
    EXPECT_TRUE(plan.containers().contains(plan.clone->secret.container));
    for (const QString &other :
         {plan.applicationContainer, plan.inputContainer, plan.outputContainer})
        EXPECT_NE(plan.clone->secret.container, other);
}

TEST(PlanClone, ThePreparationGetsItsFilesByBriefLinks)
{
    const Plan plan = planned();
    const Batch::JobSpec job = jobSpec(plan, NamedLinks());
    EXPECT_EQ(filesOf(*job.preparationTask),
              (QStringList{QStringLiteral("prepare.sh"), QStringLiteral("clone.sh"),
                           QStringLiteral("known_hosts"), QStringLiteral("git-secret")}));
    for (const Batch::ResourceFile &file : job.preparationTask->resourceFiles) {
        // A day, as the job, and the moments until it is made.
        EXPECT_TRUE(file.httpUrl.startsWith(QLatin1String("brief:"))) << qPrintable(file.httpUrl);
        EXPECT_TRUE(file.httpUrl.endsWith(QLatin1String(":87000"))) << qPrintable(file.httpUrl);
        EXPECT_EQ(file.fileMode == QLatin1String("0600"),
                  file.filePath == QLatin1String("git-secret"));
    }
    EXPECT_EQ(job.preparationTask->commandLine,
              QStringLiteral("/bin/bash -c '/bin/bash clone.sh || exit; /bin/bash prepare.sh "
                             "--in-place'"));
}

TEST(PlanClone, TheEnvironmentSaysWhatToCloneAndHoldsNoSecret)
{
    const Plan plan = planned();
    EXPECT_EQ(valueOf(plan, "BATCHDESK_GIT_URL"),
              QStringLiteral("git@example.org:lab/forecast.git"));
    EXPECT_EQ(valueOf(plan, "BATCHDESK_GIT_REF"), QStringLiteral("branch:dev"));
    EXPECT_EQ(valueOf(plan, "BATCHDESK_GIT_FOLDER"), QStringLiteral("projects/sample forecast"));
    EXPECT_EQ(valueOf(plan, "BATCHDESK_GIT_DEPTH"), QStringLiteral("1"));
    EXPECT_EQ(valueOf(plan, "BATCHDESK_GIT_SUBMODULES"), QStringLiteral("0"));
    EXPECT_EQ(valueOf(plan, "BATCHDESK_GIT_LFS"), QStringLiteral("0"));
    EXPECT_EQ(valueOf(plan, "BATCHDESK_GIT_TIMEOUT"), QStringLiteral("1800"));
    EXPECT_EQ(valueOf(plan, "BATCHDESK_GIT_AUTH"), QStringLiteral("key"));
    EXPECT_EQ(valueOf(plan, "BATCHDESK_GIT_HOST"), QStringLiteral("(missing)"));
}

TEST(PlanClone, ATokenIsBoundToItsHost)
{
    Settings settings = someSettings();
    settings.application.git->url = QStringLiteral("https://example.org:8443/lab/forecast.git");
    const Plan plan = planned(settings);
    EXPECT_EQ(valueOf(plan, "BATCHDESK_GIT_AUTH"), QStringLiteral("token"));
    EXPECT_EQ(valueOf(plan, "BATCHDESK_GIT_HOST"), QStringLiteral("example.org:8443"));
    EXPECT_FALSE(filesOf(*jobSpec(plan, NamedLinks()).preparationTask)
                     .contains(QStringLiteral("known_hosts")));
}

TEST(PlanClone, APublicRepositoryNeedsNoSecret)
{
    Settings settings = someSettings();
    settings.application.git->url = QStringLiteral("https://example.org/lab/forecast.git");
    settings.application.git->credential.clear();
    const Plan plan = planned(settings);
    EXPECT_FALSE(plan.clone->needsSecret());
    EXPECT_EQ(plan.containers().size(), 3);
    EXPECT_EQ(valueOf(plan, "BATCHDESK_GIT_AUTH"), QStringLiteral("none"));
}

TEST(PlanClone, TheStartTaskBringsGit)
{
    Settings settings = someSettings();
    EXPECT_EQ(planned(settings).pool.startTask->commandLine,
              QStringLiteral("/bin/bash start-tools.sh python3 git"));
    settings.application.git->lfs = true;
    settings.pool.startTask.kind = StartTaskChoice::Kind::None;
    const Plan bare = planned(settings);
    EXPECT_EQ(bare.pool.startTask->commandLine,
              QStringLiteral("/bin/bash start-tools.sh git git-lfs"));
    EXPECT_EQ(bare.pool.startTask->userIdentity.elevation, Batch::UserIdentity::Elevation::Admin);
}

TEST(PlanClone, AnOwnStartScriptRunsAfterGitIsThere)
{
    Settings settings = someSettings();
    settings.pool.startTask.kind = StartTaskChoice::Kind::Script;
    settings.pool.startTask.script = QStringLiteral("tools/set up.sh");
    PlanRecord record = someRecord(settings);
    record.listing.startScript = "echo hi\n";
    const PlanResult result = record.plan();
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result.plan.pool.startTask->commandLine,
              QStringLiteral("/bin/bash -c '/bin/bash start-tools.sh git || exit; /bin/bash "
                             "'\\''set up.sh'\\'''"));
    EXPECT_EQ(result.plan.startTaskFiles.size(), 2);
}

TEST(PlanClone, AnOwnStartCommandIsWarnedAbout)
{
    Settings settings = someSettings();
    settings.pool.startTask.kind = StartTaskChoice::Kind::Command;
    settings.pool.startTask.command = QStringLiteral("/usr/bin/true");
    const Plan plan = planned(settings);
    EXPECT_EQ(plan.pool.startTask->commandLine, QStringLiteral("/usr/bin/true"));
    ASSERT_EQ(plan.warnings.size(), 1);
    EXPECT_TRUE(plan.warnings.first().message.contains(QLatin1String("Git")));
}

TEST(PlanClone, AJobWithoutALimitIsWarnedAbout)
{
    Settings settings = someSettings();
    settings.job.maxWallClockTime.reset();
    const Plan plan = planned(settings);
    ASSERT_EQ(plan.warnings.size(), 1);
    EXPECT_EQ(secretLifetime(plan), std::chrono::hours(24 * 7));
}

TEST(PlanClone, WindowsNodesGetTheirOwnScripts)
{
    Settings settings = someSettings();
    settings.pool.image.name = QStringLiteral("windows-server-2022");
    const Plan plan = planned(settings);
    EXPECT_EQ(filesOf(*jobSpec(plan, NamedLinks()).preparationTask),
              (QStringList{QStringLiteral("prepare.ps1"), QStringLiteral("clone.ps1"),
                           QStringLiteral("known_hosts"), QStringLiteral("git-secret")}));
    EXPECT_TRUE(plan.pool.startTask->commandLine.endsWith(
        QLatin1String("-File \"start-tools.ps1\" python3 git")))
        << qPrintable(plan.pool.startTask->commandLine);
    EXPECT_TRUE(plan.job.preparationTask->commandLine.contains(QLatin1String("clone.ps1")));
}

TEST(PlanClone, AHostThatIsNotTrustedYetIsRefusedBeforeAnything)
{
    PlanRecord record = someRecord();
    record.listing.hostKeys.clear();
    const PlanResult result = record.plan();
    ASSERT_EQ(result.errors.size(), 1);
    EXPECT_TRUE(result.errors.first().message.contains(QLatin1String("example.org")));
    EXPECT_TRUE(result.errors.first().place.contains(QLatin1String("$.application.git.url")));
    EXPECT_TRUE(result.errors.first().advice.contains(
        QLatin1String("batchdesk-cli key trust git@example.org:lab/forecast.git")));
}

TEST(PlanClone, TheRecordGivesTheSamePlan)
{
    const PlanRecord record = someRecord();
    const auto again = PlanRecord::fromJson(record.toJson());
    ASSERT_TRUE(again.ok()) << qPrintable(again.error().caption());
    EXPECT_EQ(again->plan().plan, record.plan().plan);
    EXPECT_EQ(again->listing.hostKeys, pinned);
}

TEST(PlanClone, TheListingTakesThePinnedKeysOfThatHostAlone)
{
    const QTemporaryDir folder;
    const Git::KnownHosts known(folder.filePath(QStringLiteral("known_hosts")));
    const auto ours = Git::Address::parse(QStringLiteral("git@example.org:lab/forecast.git"));
    const auto other = Git::Address::parse(QStringLiteral("git@example.com:lab/forecast.git"));
    const Git::HostKey key{
        QStringLiteral("ssh-ed25519"),
        QStringLiteral("AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"),
        {}};
    ASSERT_TRUE(known.trust(*ours, {key}).ok());
    ASSERT_TRUE(known.trust(*other, {key}).ok());
    const Listing listing = listFolders(someSettings(), folder.path(), known);
    EXPECT_EQ(listing.hostKeys,
              QByteArray("example.org ssh-ed25519 ") + key.base64.toLatin1() + '\n');
    EXPECT_TRUE(listing.application.isEmpty());
}

TEST(PlanClone, TheWordsNameTheKeyAndWhereItGoes)
{
    const Plan plan = planned();
    const QString words = cloneInWords(plan).join(QLatin1Char(' '));
    for (const QString &part :
         {QStringLiteral("git@example.org:lab/forecast.git"), QStringLiteral("branch dev"),
          QStringLiteral("projects/sample forecast"), QStringLiteral("batch-key"),
          plan.clone->secret.container})
        EXPECT_TRUE(words.contains(part)) << qPrintable(part);
    EXPECT_TRUE(planText(plan).contains(QLatin1String("clones")));
    const QByteArray json = planJsonLines(plan).first();
    EXPECT_TRUE(json.contains("\"repository\":{\"url\":\"git@example.org:lab/forecast.git\""));
}
