// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/plan.h"
#include "core/plan/names.h"
#include "core/plan/shippedfile.h"
#include "tests/core/plan/qtprinters.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>

#include <gmock/gmock.h>

using namespace Batchdesk;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

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

const RunStamp stamp{QDateTime(QDate(2026, 11, 22), QTime(16, 30), Qt::UTC),
                     QStringLiteral("k3f9")};

Settings someSettings()
{
    Settings settings;
    settings.name = QStringLiteral("Forecast");
    settings.task.command = QStringLiteral("python3 {app}/forecast.py {input} --output {output}");
    return settings;
}

Listing someListing()
{
    Listing listing;
    listing.applicationFolder = QStringLiteral("/data/forecast");
    listing.application = {{QStringLiteral("forecast.py"), 100, false}};
    listing.inputFolder = QStringLiteral("/data/inputs");
    listing.inputs = {{QStringLiteral("north.csv"), 10}, {QStringLiteral("sub/a b.csv"), 20}};
    listing.inputsLookedAt = 2;
    return listing;
}

PlanResult planned(const Settings &settings, const Listing &listing = someListing())
{
    return makePlan(settings, listing, QStringLiteral("/data"), stamp);
}

QString captions(const PlanResult &result)
{
    QStringList texts;
    for (const Error &error : result.errors)
        texts << error.caption();
    return texts.join(QLatin1Char('\n'));
}

//! Descriptors of this process that are sockets.
int openSockets()
{
    int count = 0;
    const QDir folder(QStringLiteral("/proc/self/fd"));
    for (const QString &name : folder.entryList(QDir::Files | QDir::System)) {
        if (QFile::symLinkTarget(folder.filePath(name)).contains(QLatin1String("socket:")))
            ++count;
    }
    return count;
}

} // namespace

TEST(Plan, NamesEverythingOfTheRun)
{
    const PlanResult result = planned(someSettings());
    ASSERT_TRUE(result.ok()) << qPrintable(captions(result));
    const Plan &plan = result.plan;
    EXPECT_EQ(plan.runId, QStringLiteral("forecast-20261122-163000-k3f9"));
    EXPECT_EQ(plan.title, QStringLiteral("Forecast"));
    EXPECT_EQ(plan.account, QStringLiteral("local"));
    EXPECT_THAT(plan.containers(),
                ElementsAre(plan.runId + QStringLiteral("-application"),
                            plan.runId + QStringLiteral("-input"),
                            plan.runId + QStringLiteral("-output")));
    EXPECT_TRUE(plan.ownsOutputContainer);
    EXPECT_EQ(plan.outputPrefix, QString());
    EXPECT_EQ(plan.downloadFolder, QStringLiteral("/data/results/") + plan.runId);
    EXPECT_EQ(plan.inputBytes(), 30);
    EXPECT_EQ(plan.applicationBytes(), 100);
    EXPECT_EQ(plan.pool.id, plan.runId);
    EXPECT_EQ(plan.job.id, plan.runId);
    EXPECT_EQ(plan.job.poolId, plan.runId);
    EXPECT_EQ(plan.archive,
              (BlobPlace{plan.applicationContainer, QStringLiteral("application.zip")}));
}

TEST(Plan, TheSameStampGivesTheSamePlanAndAnotherAnother)
{
    EXPECT_EQ(planned(someSettings()).plan, planned(someSettings()).plan);
    const PlanResult other = makePlan(someSettings(), someListing(), QStringLiteral("/data"),
                                      {stamp.time, QStringLiteral("zzzz")});
    const PlanResult first = planned(someSettings());
    for (const QString &container : other.plan.containers())
        EXPECT_FALSE(first.plan.containers().contains(container));
    EXPECT_EQ(other.plan.tasks, first.plan.tasks);
}

TEST(Plan, PoolWithThePythonStartTask)
{
    const PlanResult result = planned(someSettings());
    ASSERT_TRUE(result.ok()) << qPrintable(captions(result));
    const Batch::PoolSpec pool = poolSpec(result.plan, NamedLinks());
    EXPECT_EQ(pool.image.publisher, QStringLiteral("canonical"));
    EXPECT_EQ(pool.nodeAgentSkuId, QStringLiteral("batch.node.ubuntu 24.04"));
    EXPECT_FALSE(pool.vmSize.isEmpty());
    EXPECT_EQ(pool.targetDedicatedNodes, 2);
    ASSERT_TRUE(pool.startTask);
    EXPECT_EQ(pool.startTask->commandLine, QStringLiteral("/bin/bash start-tools.sh python3"));
    EXPECT_EQ(pool.startTask->userIdentity.elevation, Batch::UserIdentity::Elevation::Admin);
    EXPECT_EQ(pool.startTask->userIdentity.scope, Batch::UserIdentity::Scope::Pool);
    EXPECT_TRUE(pool.startTask->waitForSuccess);
    ASSERT_EQ(pool.startTask->resourceFiles.size(), 1);
    EXPECT_EQ(pool.startTask->resourceFiles.first().filePath, QStringLiteral("start-tools.sh"));
    EXPECT_EQ(pool.startTask->resourceFiles.first().httpUrl,
              QStringLiteral("read:%1/start/start-tools.sh").arg(result.plan.applicationContainer));
    EXPECT_TRUE(pool.metadata.contains({QStringLiteral("batchdeskRun"), result.plan.runId}));
    ASSERT_EQ(result.plan.scripts.size(), 2);
    EXPECT_EQ(result.plan.scripts.first().content,
              shippedFile(QStringLiteral("nodes/start-tools.sh")));
}

TEST(Plan, OtherStartTasks)
{
    Settings settings = someSettings();
    settings.pool.startTask.kind = StartTaskChoice::Kind::None;
    EXPECT_FALSE(planned(settings).plan.pool.startTask);

    settings.pool.startTask.kind = StartTaskChoice::Kind::Command;
    settings.pool.startTask.command = QStringLiteral("/usr/bin/true --now");
    settings.pool.startTask.elevated = false;
    const Plan command = planned(settings).plan;
    EXPECT_EQ(command.pool.startTask->commandLine, QStringLiteral("/usr/bin/true --now"));
    EXPECT_EQ(command.pool.startTask->userIdentity.elevation,
              Batch::UserIdentity::Elevation::NonAdmin);
    EXPECT_THAT(command.startTaskFiles, IsEmpty());

    settings.pool.startTask.kind = StartTaskChoice::Kind::Script;
    settings.pool.startTask.script = QStringLiteral("tools/set up.sh");
    Listing listing = someListing();
    listing.startScript = "echo hi\r\n";
    const PlanResult script = planned(settings, listing);
    ASSERT_TRUE(script.ok()) << qPrintable(captions(script));
    EXPECT_EQ(script.plan.pool.startTask->commandLine, QStringLiteral("/bin/bash 'set up.sh'"));
    EXPECT_EQ(script.plan.scripts.first().content, QByteArray("echo hi\r\n"));
    ASSERT_EQ(script.plan.warnings.size(), 1) << "Windows line ends";
}

TEST(Plan, JobWithItsPreparation)
{
    const PlanResult result = planned(someSettings());
    const Batch::JobSpec job = jobSpec(result.plan, NamedLinks());
    EXPECT_TRUE(job.terminateWhenAllTasksComplete);
    EXPECT_EQ(job.maxWallClockTime, std::chrono::hours(24));
    ASSERT_TRUE(job.preparationTask);
    EXPECT_EQ(job.preparationTask->commandLine,
              QStringLiteral("/bin/bash prepare.sh application.zip"));
    ASSERT_EQ(job.preparationTask->resourceFiles.size(), 2);
    EXPECT_EQ(job.preparationTask->resourceFiles.at(0).filePath, QStringLiteral("application.zip"));
    EXPECT_EQ(job.preparationTask->resourceFiles.at(1).filePath, QStringLiteral("prepare.sh"));
    EXPECT_TRUE(job.metadata.contains({QStringLiteral("createdBy"), QStringLiteral("Batchdesk")}));
}

TEST(Plan, TasksWithInputAndOutputs)
{
    Settings settings = someSettings();
    settings.task.outputs = {QStringLiteral("output/**"), QStringLiteral("output/plots/*.svg"),
                             QStringLiteral("log/run.txt"), QStringLiteral("*.txt"),
                             QStringLiteral("log/a/**/*.x")};
    settings.task.environment = {{QStringLiteral("Z"), QStringLiteral("1")},
                                 {QStringLiteral("A"), QStringLiteral("2")}};
    settings.task.maxWallClockTime = std::chrono::minutes(5);
    const PlanResult result = planned(settings);
    ASSERT_TRUE(result.ok()) << qPrintable(captions(result));
    ASSERT_EQ(result.plan.tasks.size(), 2);
    const Batch::TaskSpec task = taskSpec(result.plan, result.plan.tasks.at(1), NamedLinks());
    const QString id = result.plan.tasks.at(1).id;
    EXPECT_EQ(task.id, id);
    EXPECT_EQ(task.displayName, QStringLiteral("sub/a b.csv"));
    EXPECT_EQ(task.maxWallClockTime, std::chrono::minutes(5));
    ASSERT_EQ(task.resourceFiles.size(), 1);
    EXPECT_EQ(task.resourceFiles.first().filePath, QStringLiteral("input/sub/a b.csv"));
    EXPECT_EQ(task.resourceFiles.first().httpUrl,
              QStringLiteral("read:%1/sub/a b.csv").arg(result.plan.inputContainer));
    EXPECT_THAT(task.environmentSettings,
                ElementsAre(Batch::NameValue{QStringLiteral("A"), QStringLiteral("2")},
                            Batch::NameValue{QStringLiteral("Z"), QStringLiteral("1")}));
    QStringList outputs;
    for (const Batch::OutputFile &file : task.outputFiles) {
        outputs << file.filePattern + QStringLiteral(" > ") + file.path;
        EXPECT_EQ(file.containerUrl, QStringLiteral("write:") + result.plan.outputContainer);
        EXPECT_EQ(file.condition, Batch::OutputFile::Condition::TaskCompletion);
    }
    EXPECT_EQ(outputs,
              (QStringList{QStringLiteral("output/** > ") + id,
                           QStringLiteral("output/plots/*.svg > %1/plots").arg(id),
                           QStringLiteral("log/run.txt > %1/log/run.txt").arg(id),
                           QStringLiteral("*.txt > ") + id,
                           QStringLiteral("log/a/**/*.x > %1/log/a").arg(id),
                           QStringLiteral("../std*.txt > %1/task-log").arg(id)}));
    EXPECT_EQ(result.plan.outputFolderOf(result.plan.tasks.at(1)), id + QLatin1Char('/'));
    EXPECT_TRUE(task.commandLine.contains(QStringLiteral("'input/sub/a b.csv'"))
                || task.commandLine.contains(QStringLiteral("input/sub/a b.csv")));
}

TEST(Plan, ASharedOutputContainerIsNotTheRunsOwn)
{
    Settings settings = someSettings();
    settings.outputs.container = QStringLiteral("all-results");
    const Plan plan = planned(settings).plan;
    EXPECT_FALSE(plan.ownsOutputContainer);
    EXPECT_EQ(plan.outputContainer, QStringLiteral("all-results"));
    EXPECT_EQ(plan.outputPrefix, plan.runId + QLatin1Char('/'));
    const Batch::TaskSpec task = taskSpec(plan, plan.tasks.first(), NamedLinks());
    EXPECT_EQ(task.outputFiles.first().path, plan.runId + QLatin1Char('/') + plan.tasks.first().id);
}

TEST(Plan, AFixedJobIdStillGetsContainersOfItsOwn)
{
    Settings settings = someSettings();
    settings.job.id = QStringLiteral("Nightly_Run");
    settings.pool.id = QStringLiteral("my-pool");
    const Plan plan = planned(settings).plan;
    EXPECT_EQ(plan.runId, QStringLiteral("Nightly_Run"));
    EXPECT_EQ(plan.job.poolId, QStringLiteral("my-pool"));
    const Plan next = makePlan(settings, someListing(), QStringLiteral("/data"),
                               {stamp.time, QStringLiteral("zzzz")})
                          .plan;
    for (const QString &container : plan.containers()) {
        EXPECT_TRUE(isLegalContainerName(container)) << qPrintable(container);
        EXPECT_FALSE(next.containers().contains(container));
    }
}

TEST(Plan, WindowsNodesGetPowerShell)
{
    Settings settings = someSettings();
    settings.pool.image.name = QStringLiteral("windows-server-2022");
    const PlanResult result = planned(settings);
    ASSERT_TRUE(result.ok()) << qPrintable(captions(result));
    EXPECT_TRUE(
        result.plan.job.preparationTask->commandLine.startsWith(QStringLiteral("powershell.exe ")));
    EXPECT_TRUE(result.plan.pool.startTask->commandLine.endsWith(
        QStringLiteral("-File \"start-tools.ps1\" python3")));
    EXPECT_TRUE(
        result.plan.tasks.first().commandLine.startsWith(QStringLiteral("powershell.exe ")));

    Listing listing = someListing();
    listing.inputs.append({QStringLiteral("a?.csv"), 1});
    settings.task.command += QString(9000, QLatin1Char('x'));
    const PlanResult refused = planned(settings, listing);
    EXPECT_EQ(refused.errors.size(), 4) << qPrintable(captions(refused));
    EXPECT_TRUE(captions(refused).contains(QStringLiteral("A Windows node cannot hold")));
    EXPECT_TRUE(captions(refused).contains(QStringLiteral("too long")));
}

TEST(Plan, AllErrorsAtOnce)
{
    Settings settings;
    settings.pool.slotsPerNode = 0;
    Listing listing = someListing();
    listing.inputs.clear();
    listing.inputsLookedAt = 12;
    settings.inputs.include = {QStringLiteral("*.csv")};
    const PlanResult result = planned(settings, listing);
    const QString text = captions(result);
    EXPECT_EQ(result.errors.size(), 3) << qPrintable(text);
    EXPECT_TRUE(text.contains(QStringLiteral("$.pool.slotsPerNode")));
    EXPECT_TRUE(text.contains(QStringLiteral("The command is missing")));
    EXPECT_TRUE(text.contains(QStringLiteral("matches *.csv; files looked at: 12 (/data/inputs)")));
}

TEST(Plan, ErrorsOfTheListingAreErrorsOfThePlan)
{
    Listing listing = someListing();
    listing.inputs.clear();
    listing.errors << Error::io(QStringLiteral("gone"));
    const PlanResult result = planned(someSettings(), listing);
    ASSERT_EQ(result.errors.size(), 1) << "and no second one about there being no input";
    EXPECT_EQ(result.errors.first().message, QStringLiteral("gone"));
}

TEST(Plan, NamesThatNoNodeCanHold)
{
    Listing listing = someListing();
    listing.inputs = {{QString(300, QLatin1Char('n')), 1},
                      {QStringLiteral("\u00fc").repeated(128), 1}};
    for (int i = 0; i < 6; ++i)
        listing.inputs.append(
            {(QString(200, QLatin1Char('a' + i)) + QLatin1Char('/')).repeated(6), 1});
    const PlanResult result = planned(someSettings(), listing);
    EXPECT_EQ(result.errors.size(), 8) << qPrintable(captions(result));
    EXPECT_TRUE(captions(result).contains(QStringLiteral("255 bytes")));
    EXPECT_TRUE(captions(result).contains(QStringLiteral("1024 characters")));
}

TEST(Plan, AHundredThousandFilesGiveAsManyTasksAndFewErrors)
{
    Listing listing = someListing();
    listing.inputs.clear();
    for (int i = 0; i < 100000; ++i)
        listing.inputs.append({QStringLiteral("region %1/day %2.csv").arg(i / 1000).arg(i), i});
    const PlanResult result = planned(someSettings(), listing);
    ASSERT_TRUE(result.ok()) << qPrintable(captions(result));
    QSet<QString> ids;
    for (const PlannedTask &task : result.plan.tasks)
        ids.insert(task.id.toLower());
    EXPECT_EQ(ids.size(), 100000);

    for (InputFile &input : listing.inputs)
        input.path += QString(260, QLatin1Char('x'));
    const PlanResult refused = planned(someSettings(), listing);
    EXPECT_EQ(refused.errors.size(), 21);
    EXPECT_TRUE(refused.errors.last().message.startsWith(QStringLiteral("99980 more")));
}

TEST(Plan, IsMadeWithoutASocket)
{
    const int before = openSockets();
    QTemporaryDir folder;
    ASSERT_TRUE(QDir(folder.path()).mkpath(QStringLiteral("inputs")));
    for (const char *name : {"main.py", "inputs/a.csv"}) {
        QFile file(folder.filePath(QLatin1String(name)));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    }
    const Listing listing = listFolders(someSettings(), folder.path());
    const PlanResult result = makePlan(someSettings(), listing, folder.path(), stamp);
    ASSERT_TRUE(result.ok()) << qPrintable(captions(result));
    EXPECT_EQ(openSockets(), before);

    // Nothing that could open one is even loaded.
    QFile maps(QStringLiteral("/proc/self/maps"));
    ASSERT_TRUE(maps.open(QIODevice::ReadOnly));
    const QByteArray loaded = maps.readAll();
    EXPECT_TRUE(loaded.contains("libQt6Core"));
    EXPECT_FALSE(loaded.contains("libQt6Network"));
}
