// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/batch/batchfixture.h"

using namespace Batchdesk;
using namespace Batchdesk::Batch;
using namespace Batchdesk::Test;

namespace {

const QString jobId = QStringLiteral("j1");
const QString taskId = QStringLiteral("t1");

} // namespace

TEST_F(BatchClientTest, ListsTaskFiles)
{
    ListQuery query;
    query.filter = QStringLiteral("startswith(name,'wd/')");
    const auto files =
        replay("task_files", [&] { return client.taskFiles(jobId, taskId, true, query); });
    ASSERT_TRUE(files.ok());
    const QDateTime time = fromIsoTime(u"2026-01-02T03:06:00Z");
    const QList<File> expected{{QStringLiteral("stdout.txt"), false, 5'000'000'000, time},
                               {QStringLiteral("small"), false, 16, time},
                               {QStringLiteral("wd"), true, 0, QDateTime()}};
    EXPECT_EQ(files->items, expected);
}

TEST_F(BatchClientTest, ReadsFilesWholeAndInParts)
{
    const QString stdoutFile = QStringLiteral("stdout.txt");
    EXPECT_EQ(*replay("task_file",
                      [this] {
                          return client.taskFile(jobId, taskId,
                                                 QStringLiteral("wd/sub dir/out#ü.txt"));
                      }),
              "Hello\n");
    EXPECT_EQ(*replay("task_file_range",
                      [&] {
                          return client.taskFile(jobId, taskId, stdoutFile, {2, 4});
                      }),
              "llo\n");
    EXPECT_EQ(*replay("task_file_tail",
                      [&] {
                          return client.taskFile(jobId, taskId, stdoutFile, {3, -1});
                      }),
              "lo\n");
    EXPECT_EQ(*replay("node_file",
                      [this] {
                          return client.nodeFile(QStringLiteral("p1"), QStringLiteral("n1"),
                                                 QStringLiteral("startup/stderr.txt"));
                      }),
              "oops\n");
}

TEST_F(BatchClientTest, RefusesRangesThatHoldNothing)
{
    for (const ByteRange &range : {ByteRange{-1, 5}, ByteRange{5, 0}}) {
        const auto outcome =
            waitFor(client.taskFile(jobId, taskId, QStringLiteral("stdout.txt"), range));
        ASSERT_FALSE(outcome.ok());
        EXPECT_EQ(outcome.error().kind, Error::Kind::InvalidInput);
    }
    EXPECT_TRUE(transport->requests().isEmpty());
}

TEST_F(BatchClientTest, GetsFileProperties)
{
    const auto file = replay("task_file_properties", [this] {
        return client.taskFileProperties(jobId, taskId, QStringLiteral("stdout.txt"));
    });
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(*file,
              (File{QStringLiteral("stdout.txt"), false, 104'857'600,
                    fromIsoTime(u"2026-01-02T03:06:00Z")}));
}

TEST_F(BatchClientTest, DeletesTaskFiles)
{
    EXPECT_TRUE(replay("task_file_delete", [this] {
                    return client.deleteTaskFile(jobId, taskId, QStringLiteral("wd/out.txt"));
                }).ok());
}

TEST_F(BatchClientTest, ListsFindsAndDeletesNodeFiles)
{
    const QString poolId = QStringLiteral("p1");
    const QString nodeId = QStringLiteral("n1");
    const QString name = QStringLiteral("startup/stdout.txt");
    const File expected{name, false, 16, fromIsoTime(u"2026-01-02T03:06:00Z")};
    const auto files =
        replay("node_files", [&] { return client.nodeFiles(poolId, nodeId, false); });
    ASSERT_TRUE(files.ok());
    const QList<File> all{{QStringLiteral("startup"), true, 0, QDateTime()}, expected};
    EXPECT_EQ(files->items, all);
    const auto one = replay("node_file_properties",
                            [&] { return client.nodeFileProperties(poolId, nodeId, name); });
    ASSERT_TRUE(one.ok());
    EXPECT_EQ(*one, expected);
    EXPECT_TRUE(replay("node_file_delete", [&] {
                    return client.deleteNodeFile(poolId, nodeId, QStringLiteral("shared/cache"),
                                                 true);
                }).ok());
}
