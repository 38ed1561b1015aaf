// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/database.h"
#include "tests/core/localservice/blob/blobfixture.h"

#include <csignal>
#include <fstream>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

using namespace Batchdesk::LocalService;
using Testkit::Headers;

class RestartTest : public Testkit::BlobServiceTest
{
protected:
    //! \brief Uploads until killed, telling through a pipe which blobs were acknowledged.
    [[noreturn]] void uploadForever(int pipe)
    {
        restart();
        for (int i = 0;; ++i) {
            const std::string name = std::to_string(i);
            const bool good =
                put("/data/" + name, std::string(3000, static_cast<char>('a' + i % 26))).status
                == 201;
            const std::string line = name + '\n';
            if (!good || ::write(pipe, line.data(), line.size()) < 0)
                ::_exit(1);
        }
    }
};

TEST_F(RestartTest, EverythingIsStillThere)
{
    makeContainer();
    const std::string etag = put("/data/b", "hello", {{"x-ms-meta-a", "1"}}).headers.value("ETag");
    send("PUT", "/data/half?comp=block&blockid=YWFh", {}, "part");
    restart();
    const Response got = send("GET", "/data/b");
    EXPECT_EQ(bodyOf(got), "hello");
    EXPECT_EQ(got.headers.value("ETag"), etag);
    EXPECT_EQ(got.headers.value("x-ms-meta-a"), "1");
    EXPECT_EQ(
        send("PUT", "/data/half?comp=blocklist", {}, "<BlockList><Latest>YWFh</Latest></BlockList>")
            .status,
        201);
    EXPECT_EQ(content("/data/half"), "part");
}

TEST_F(RestartTest, ETagsAreNewEvenWhenTheClockStands)
{
    makeContainer();
    const std::string first = put("/data/b", "one").headers.value("ETag");
    restart();
    EXPECT_NE(put("/data/b", "two").headers.value("ETag"), first);
}

TEST_F(RestartTest, HalfWrittenFilesAreRemoved)
{
    makeContainer();
    put("/data/b", "x");
    std::ofstream(directory / "content" / "half-written") << "left by a kill";
    EXPECT_EQ(contentFileCount(), 2u);
    restart();
    EXPECT_EQ(contentFileCount(), 1u);
    EXPECT_EQ(content("/data/b"), "x");
}

TEST_F(RestartTest, BlocksForgottenForAWeekAreDropped)
{
    makeContainer();
    send("PUT", "/data/half?comp=block&blockid=YWFh", {}, "part");
    clock->advance(std::chrono::hours(24 * 7 - 1));
    restart();
    EXPECT_EQ(send("GET", "/data/half?comp=blocklist").status, 200);
    clock->advance(std::chrono::hours(2));
    restart();
    EXPECT_EQ(codeOf(send("GET", "/data/half?comp=blocklist")), "BlobNotFound");
    EXPECT_EQ(contentFileCount(), 0u);
}

TEST_F(RestartTest, TheIndexOfTheFirstReleaseIsTakenOver)
{
    makeContainer();
    const std::string etag = put("/data/b", "hello", {{"x-ms-meta-a", "1"}}).headers.value("ETag");
    service.reset();
    {
        Blobs::Database index(directory / "index.sqlite");
        index.execute(
            "ALTER TABLE containers DROP COLUMN lease; ALTER TABLE containers DROP COLUMN policies;"
            "CREATE TABLE former(id INTEGER PRIMARY KEY AUTOINCREMENT, container TEXT NOT NULL,"
            " name BLOB NOT NULL, committed INTEGER NOT NULL, length INTEGER NOT NULL,"
            " changed INTEGER NOT NULL, created INTEGER NOT NULL, properties TEXT NOT NULL,"
            " metadata TEXT NOT NULL, UNIQUE(container, name));"
            "INSERT INTO former SELECT id, container, name, committed, length, changed, created,"
            " properties, metadata FROM blobs;"
            "DROP TABLE blobs; ALTER TABLE former RENAME TO blobs;"
            "DROP INDEX blocks_by_file; DROP TABLE settings; PRAGMA user_version = 0;");
    }
    restart();
    const Response got = send("GET", "/data/b");
    EXPECT_EQ(bodyOf(got), "hello");
    EXPECT_EQ(got.headers.value("ETag"), etag);
    EXPECT_EQ(got.headers.value("x-ms-meta-a"), "1");
    EXPECT_EQ(send("PUT", "/data/b?comp=snapshot").status, 201);
    restart();
    EXPECT_EQ(content("/data/b"), "hello");
}

TEST_F(RestartTest, AKillLosesNothingThatWasAcknowledged)
{
    makeContainer();
    service.reset();
    int pipe[2];
    ASSERT_EQ(::pipe(pipe), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0)
        uploadForever(pipe[1]);
    ::close(pipe[1]);
    std::string acknowledged;
    char c = 0;
    int lines = 0;
    while (lines < 20 && ::read(pipe[0], &c, 1) == 1)
        lines += c == '\n' ? 1 : 0;
    ::kill(child, SIGKILL);
    while (::read(pipe[0], &c, 1) == 1)
        lines += c == '\n' ? 1 : 0;
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));

    restart();
    for (int i = 0; i < lines; ++i)
        EXPECT_EQ(content("/data/" + std::to_string(i)),
                  std::string(3000, static_cast<char>('a' + i % 26)))
            << i;
    const auto listed = elements(content("/data?restype=container&comp=list"), "Name").size();
    EXPECT_GE(listed, static_cast<std::size_t>(lines));
    EXPECT_EQ(contentFileCount(), listed);
}

TEST_F(RestartTest, ManyThreadsWriteAndReadAtOnce)
{
    makeContainer();
    constexpr int threadCount = 8;
    std::vector<std::thread> threads;
    std::atomic<int> torn = 0;
    for (int t = 0; t < threadCount; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 10; ++i) {
                put("/data/shared", std::string(5000, static_cast<char>('a' + t)));
                put("/data/own" + std::to_string(t), "x");
                const std::string text = content("/data/shared");
                if (text.size() != 5000 || text.find_first_not_of(text[0]) != std::string::npos)
                    ++torn;
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(torn, 0);
    EXPECT_EQ(contentFileCount(), threadCount + 1u);
}
