// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/taskcodec.h"
#include "tests/core/batch/batchfixture.h"

#include <QJsonDocument>

using namespace Batchdesk;
using namespace Batchdesk::Batch;
using namespace Batchdesk::Test;
using namespace std::chrono_literals;

namespace {

const QString jobId = QStringLiteral("j1");
const QString taskId = QStringLiteral("t1");

TaskSpec plainTask(const QString &id)
{
    TaskSpec task;
    task.id = id;
    task.commandLine = id;
    return task;
}

QList<TaskSpec> fourTasks()
{
    TaskSpec task;
    task.id = QStringLiteral("a");
    task.displayName = QStringLiteral("inputs/a b.csv");
    task.commandLine = QStringLiteral("/bin/bash -c 'run'");
    ResourceFile input;
    input.httpUrl = QStringLiteral("https://s.example/in/a%20b.csv?sig=x");
    input.filePath = QStringLiteral("input/a b.csv");
    task.resourceFiles = {input};
    const QString container = QStringLiteral("https://s.example/out?sig=y");
    task.outputFiles = {{QStringLiteral("output/**"), container, QStringLiteral("a"),
                         OutputFile::Condition::TaskSuccess},
                        {QStringLiteral("../std*.txt"), container, QString(),
                         OutputFile::Condition::TaskCompletion}};
    task.environmentSettings = {{QStringLiteral("N"), QStringLiteral("1")}};
    task.maxWallClockTime = 1h;
    task.retentionTime = 24h;
    task.maxTaskRetryCount = 2;
    task.requiredSlots = 2;
    return {task, plainTask(QStringLiteral("b")), plainTask(QStringLiteral("c")),
            plainTask(QStringLiteral("d"))};
}

} // namespace

TEST_F(BatchClientTest, AddsTasksAndSaysWhatBecameOfEach)
{
    const auto results =
        replay("tasks_add", [this] { return client.addTasks(jobId, fourTasks()); });
    ASSERT_TRUE(results.ok());
    ASSERT_EQ(results->size(), 4);
    const QList<TaskAddResult> &list = *results;
    EXPECT_EQ(list[0].taskId, QStringLiteral("a"));
    EXPECT_TRUE(list[0].added);
    EXPECT_FALSE(list[0].error);
    EXPECT_EQ(list[1].taskId, QStringLiteral("b"));
    EXPECT_FALSE(list[1].added) << "it was there before this request";
    EXPECT_FALSE(list[1].retryable);
    ASSERT_TRUE(list[1].error);
    EXPECT_TRUE(list[1].error->isExists());
    EXPECT_EQ(list[1].error->message, QStringLiteral("The specified task already exists."));
    EXPECT_EQ(list[1].error->place, QStringLiteral("b"));
    EXPECT_FALSE(list[2].added);
    EXPECT_TRUE(list[2].retryable);
    ASSERT_TRUE(list[2].error);
    EXPECT_EQ(list[2].error->code, QStringLiteral("ServerBusy"));
    EXPECT_FALSE(list[3].added) << "the service left it out";
    ASSERT_TRUE(list[3].error);
    EXPECT_FALSE(list[3].error->message.isEmpty());
}

TEST_F(BatchClientTest, ATaskThatExistsAfterARepeatedRequestWasAddedByIt)
{
    transport->script(failure(HttpResponse::Failure::Network));
    const auto results =
        answeredBy("tasks_add", [this] { return client.addTasks(jobId, fourTasks()); });
    ASSERT_TRUE(results.ok());
    EXPECT_TRUE(results->at(1).added);
    EXPECT_FALSE(results->at(1).error);
    EXPECT_FALSE(results->at(2).added) << "repeating excuses TaskExists alone";
}

TEST_F(BatchClientTest, AddsNoTasksWithoutAskingAndRefusesTooMany)
{
    const auto none = waitFor(client.addTasks(jobId, {}));
    EXPECT_TRUE(none.ok() && none->isEmpty());
    const auto many = waitFor(client.addTasks(jobId, QList<TaskSpec>(101)));
    ASSERT_FALSE(many.ok());
    EXPECT_EQ(many.error().kind, Error::Kind::InvalidInput);
    EXPECT_TRUE(transport->requests().isEmpty());
}

TEST_F(BatchClientTest, GetsATaskThatNeverStarted)
{
    const auto task = replay("task_get", [this] { return client.task(jobId, taskId); });
    ASSERT_TRUE(task.ok());
    Task expected;
    expected.id = taskId;
    expected.displayName = QStringLiteral("inputs/t1.csv");
    expected.state = QStringLiteral("completed");
    expected.creationTime = fromIsoTime(u"2026-01-02T03:04:05.123Z");
    expected.stateTransitionTime = fromIsoTime(u"2026-01-02T03:06:00Z");
    expected.previousState = QStringLiteral("running");
    expected.constraints = {std::nullopt, 168h, 0};
    expected.commandLine = QStringLiteral("nosuch");
    expected.startTime = fromIsoTime(u"2026-01-02T03:05:00Z");
    expected.endTime = fromIsoTime(u"2026-01-02T03:06:00Z");
    expected.failureInfo = FailureInfo{
        QStringLiteral("UserError"),
        QStringLiteral("CommandProgramNotFound"),
        QStringLiteral("The specified command program is not found"),
        {{QStringLiteral("Message"), QStringLiteral("The system cannot find the file specified")}}};
    expected.result = QStringLiteral("failure");
    expected.retryCount = 2;
    expected.requeueCount = 1;
    expected.nodeId = QStringLiteral("n1");
    expected.poolId = QStringLiteral("p1");
    expected.taskRootDirectory = QStringLiteral("workitems/j1/job-1/t1");
    expected.stamp = {QStringLiteral("0x8D"), fromIsoTime(u"2026-01-02T03:04:05Z")};
    EXPECT_EQ(*task, expected);
    EXPECT_FALSE(task->succeeded());
}

TEST_F(BatchClientTest, ListsTasks)
{
    ListQuery query;
    query.filter = QStringLiteral("stateTransitionTime gt DateTime'2026-01-02T03:04:05Z'");
    const auto tasks = replay("task_list", [&] { return client.tasks(jobId, query); });
    ASSERT_TRUE(tasks.ok());
    ASSERT_EQ(tasks->items.size(), 3);
    EXPECT_TRUE(tasks->items[1].succeeded());
    EXPECT_EQ(tasks->items[1].exitCode, 0) << "0 is an exit code, absent is none";
    EXPECT_FALSE(tasks->items[2].isCompleted());
    EXPECT_FALSE(tasks->items[2].startTime.isValid());
}

TEST_F(BatchClientTest, EndsRevivesAndDeletesATask)
{
    EXPECT_TRUE(
        replay("task_terminate", [this] { return client.terminateTask(jobId, taskId); }).ok());
    EXPECT_TRUE(
        replay("task_reactivate", [this] { return client.reactivateTask(jobId, taskId); }).ok());
    EXPECT_TRUE(replay("task_delete", [this] { return client.deleteTask(jobId, taskId); }).ok());
}

TEST_F(BatchClientTest, AddsOneTaskWithAllThatItCanHave)
{
    using Job = ExitOptions::JobAction;
    using Dependency = ExitOptions::DependencyAction;
    TaskSpec task;
    task.id = QStringLiteral("t9");
    task.commandLine = QStringLiteral("run");
    task.affinityId = QStringLiteral("TVM:n1");
    task.exitConditions = ExitConditions();
    task.exitConditions->exitCodes = {{4, 4, {Job::Disable, Dependency::Satisfy}},
                                      {10, 19, {Job::None, Dependency::Block}}};
    task.exitConditions->preProcessingError = {Job::Terminate, std::nullopt};
    task.exitConditions->fileUploadError = {std::nullopt, Dependency::Satisfy};
    task.exitConditions->otherwise = ExitOptions();
    task.dependsOn = {{QStringLiteral("a"), QStringLiteral("b")}, {{1, 9}}};
    ResourceFile file;
    file.httpUrl = QStringLiteral("https://s.example/in/x?sig=x");
    file.filePath = QStringLiteral("x");
    task.multiInstance = {3, QStringLiteral("/bin/true"), {file}};
    task.applicationPackages = {{QStringLiteral("blender"), QStringLiteral("4.2")}};
    EXPECT_TRUE(replay("task_add", [&] { return client.addTask(jobId, task); }).ok());
}

TEST_F(BatchClientTest, UpdatesATask)
{
    EXPECT_TRUE(replay("task_update", [this] {
                    return client.updateTask(jobId, taskId, {1h, 24h, 3}, recordedETag);
                }).ok());
    EXPECT_TRUE(replay("task_update_defaults", [this] {
                    return client.updateTask(jobId, taskId, {});
                }).ok());
}

TEST_F(BatchClientTest, ListsSubtasks)
{
    const auto subtasks =
        replay("task_subtasks", [this] { return client.subtasks(jobId, taskId); });
    ASSERT_TRUE(subtasks.ok());
    ASSERT_EQ(subtasks->size(), 2);
    const Subtask &failed = subtasks->at(0);
    EXPECT_EQ(failed.id, 1);
    EXPECT_EQ(failed.state, QStringLiteral("completed"));
    EXPECT_EQ(failed.nodeId, QStringLiteral("n2"));
    EXPECT_EQ(failed.startTime, fromIsoTime(u"2026-01-02T03:05:00Z"));
    EXPECT_EQ(failed.endTime, fromIsoTime(u"2026-01-02T03:06:00Z"));
    EXPECT_EQ(failed.exitCode, 2);
    EXPECT_EQ(failed.result, QStringLiteral("failure"));
    ASSERT_TRUE(failed.failureInfo);
    EXPECT_EQ(failed.failureInfo->code, QStringLiteral("FailureExitCode"));
    EXPECT_EQ(subtasks->at(1).state, QStringLiteral("preparing"));
}

TEST(SplitForAdding, CutsAtAHundredTasks)
{
    const auto pieces = BatchClient::splitForAdding(QList<TaskSpec>(250, plainTask(taskId)));
    ASSERT_TRUE(pieces.ok());
    ASSERT_EQ(pieces->size(), 3);
    EXPECT_EQ(pieces->at(0).size(), 100);
    EXPECT_EQ(pieces->at(2).size(), 50);
    EXPECT_TRUE(BatchClient::splitForAdding({})->isEmpty());
}

TEST(SplitForAdding, CutsExactlyAtTheSizeThatIsSent)
{
    QList<TaskSpec> tasks = fourTasks();
    tasks[1].commandLine = QStringLiteral("ünïcode \"quoted\" \\ \u0001").repeated(9);
    const qsizetype all = addCollectionBody(tasks).size();
    const auto whole = BatchClient::splitForAdding(tasks, all);
    ASSERT_TRUE(whole.ok());
    EXPECT_EQ(whole->size(), 1);
    const auto cut = BatchClient::splitForAdding(tasks, all - 1);
    ASSERT_TRUE(cut.ok());
    ASSERT_EQ(cut->size(), 2);
    EXPECT_EQ(cut->at(0), tasks.mid(0, 3));
    EXPECT_EQ(cut->at(1), tasks.mid(3));
}

TEST(SplitForAdding, NamesATaskThatIsTooLarge)
{
    QList<TaskSpec> tasks = fourTasks();
    tasks[2].commandLine = QString(1'000'000, QLatin1Char('x'));
    const auto pieces = BatchClient::splitForAdding(tasks);
    ASSERT_FALSE(pieces.ok());
    EXPECT_EQ(pieces.error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(pieces.error().place, QStringLiteral("c"));
    const qsizetype alone = addCollectionBody({tasks[0]}).size();
    EXPECT_TRUE(BatchClient::splitForAdding({tasks[0]}, alone).ok());
    EXPECT_FALSE(BatchClient::splitForAdding({tasks[0]}, alone - 1).ok());
}
