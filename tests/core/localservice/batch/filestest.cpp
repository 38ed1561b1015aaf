// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/batch/bench.h"

#include <fstream>
#include <set>
#include <thread>

using namespace Batchdesk::LocalService;

namespace {

class Files : public Testing::Bench
{
protected:
    void SetUp() override
    {
        open();
        addPool("p", 1);
        ASSERT_TRUE(nodesBecome("p", "idle", 1));
        addJob("j", "p");
        addTask("j", "t");
        ASSERT_TRUE(m_runner->waitForStart("t"));
        m_root = m_runner->lastExecution("t").taskDirectory;
        write("stdout.txt", "0123456789");
        write("wd/sub/out.bin", "data");
        write("../secret.txt", "secret");
    }

    void write(const std::string &name, const std::string &text) const
    {
        std::filesystem::create_directories((m_root / name).parent_path());
        std::ofstream(m_root / name, std::ios::binary) << text;
    }

    bool vanishesFrom(const std::string &path)
    {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        while (status("GET", path) == 200 && std::chrono::steady_clock::now() < end)
            std::this_thread::yield();
        return status("GET", path) != 200;
    }

    static std::string bodyOf(const Response &response)
    {
        std::string text;
        if (response.provider)
            response.provider(0, response.providerLength, [&](const char *data, std::size_t size) {
                text.append(data, size);
                return true;
            });
        return text;
    }

    std::string read(const std::string &name, const std::string &range = {})
    {
        std::vector<std::pair<std::string, std::string>> headers;
        if (!range.empty())
            headers.emplace_back("ocp-range", range);
        const Response response = send("GET", "/jobs/j/tasks/t/files/" + name, {}, headers);
        return response.status == 200 ? bodyOf(response) : std::to_string(response.status);
    }

    std::filesystem::path m_root;
};

} // namespace

TEST_F(Files, AreListedFlatAndDeep)
{
    const Json flat = get("/jobs/j/tasks/t/files")["value"];
    ASSERT_EQ(flat.size(), 2u);
    EXPECT_EQ(flat[0]["name"], "stdout.txt");
    EXPECT_EQ(flat[0]["properties"]["contentLength"], "10");
    EXPECT_EQ(flat[1]["isDirectory"], true);
    const Json deep =
        get("/jobs/j/tasks/t/files?recursive=true&$filter=startswith(name,'wd/sub/')")["value"];
    ASSERT_EQ(deep.size(), 1u);
    EXPECT_EQ(deep[0]["url"], "http://127.0.0.1:4711/jobs/j/tasks/t/files/wd%2Fsub%2Fout.bin");
}

TEST_F(Files, AreReadWholeAndInRanges)
{
    EXPECT_EQ(read("stdout.txt"), "0123456789");
    EXPECT_EQ(read("stdout.txt", "bytes=2-5"), "2345");
    EXPECT_EQ(read("stdout.txt", "bytes=8-"), "89");
    EXPECT_EQ(read("stdout.txt", "bytes=8-99"), "89");
    EXPECT_EQ(read("stdout.txt", "bytes=10-"), "416");
    EXPECT_EQ(read("stdout.txt", "lines=1"), "416");
    EXPECT_EQ(read("wd%2Fsub%2Fout.bin"), "data");
    EXPECT_EQ(read("wd/sub/out.bin"), "data");
    const Response head = send("HEAD", "/jobs/j/tasks/t/files/stdout.txt");
    EXPECT_EQ(head.status, 200);
    EXPECT_TRUE(head.headOnly);
    EXPECT_EQ(head.providerLength, 10u);
    EXPECT_EQ(head.headers.value("ocp-batch-file-isdirectory"), "False");
}

TEST_F(Files, TellTheirFactsInHeaders)
{
    std::filesystem::permissions(m_root / "stdout.txt", std::filesystem::perms(0640));
    const Response file = send("GET", "/jobs/j/tasks/t/files/stdout.txt");
    EXPECT_EQ(file.providerLength, 10u);
    EXPECT_EQ(file.contentType, "text/plain");
    EXPECT_EQ(file.headers.value("ocp-batch-file-mode"), "0o100640");
    EXPECT_EQ(file.headers.value("ocp-batch-file-url"),
              "http%3A%2F%2F127.0.0.1%3A4711%2Fjobs%2Fj%2Ftasks%2Ft%2Ffiles%2Fstdout.txt");
    EXPECT_TRUE(file.headers.find("ETag"));
    EXPECT_TRUE(file.headers.find("Last-Modified"));
    EXPECT_FALSE(file.headers.find("ocp-creation-time"));
    const Response range =
        send("GET", "/jobs/j/tasks/t/files/stdout.txt", {}, {{"ocp-range", "bytes=2-3"}});
    EXPECT_EQ(range.providerLength, 2u);
    const Response folder = send("HEAD", "/jobs/j/tasks/t/files/wd");
    EXPECT_EQ(folder.status, 200);
    EXPECT_EQ(folder.headers.value("ocp-batch-file-isdirectory"), "True");
    EXPECT_EQ(code("GET", "/jobs/j/tasks/t/files/wd"), "FileNotFound");
}

TEST_F(Files, GrowAndAreFollowedByRanges)
{
    write("stdout.txt", "0123456789abc");
    EXPECT_EQ(send("HEAD", "/jobs/j/tasks/t/files/stdout.txt").providerLength, 13u);
    EXPECT_EQ(read("stdout.txt", "bytes=10-"), "abc");
    EXPECT_EQ(read("stdout.txt", "bytes=10-99999999999999999999999"), "abc");
    write("empty.txt", "");
    EXPECT_EQ(read("empty.txt"), "");
    for (const auto *bad : {"bytes=13-", "bytes=5-4", "bytes=-3", "bytes=x-", "bytes=1-2x",
                            "bytes=99999999999999999999999-", "bytes=3"})
        EXPECT_EQ(read("stdout.txt", bad), "416") << bad;
    EXPECT_EQ(read("empty.txt", "bytes=0-"), "416");
}

TEST_F(Files, HonourTheConditionsOnTheirTime)
{
    const std::string file = "/jobs/j/tasks/t/files/stdout.txt";
    const auto changed = send("HEAD", file).headers.value("Last-Modified");
    const std::string longAgo = "Wed, 01 Jan 2020 00:00:00 GMT";
    const auto answer = [&](const char *name, const std::string &value) {
        return send("GET", file, {}, {{name, value}}).status;
    };
    EXPECT_EQ(answer("If-Modified-Since", longAgo), 200);
    EXPECT_EQ(answer("If-Modified-Since", changed), 304);
    EXPECT_EQ(answer("If-Unmodified-Since", changed), 200);
    EXPECT_EQ(answer("If-Unmodified-Since", longAgo), 412);
    EXPECT_EQ(send("GET", file, {}, {{"If-Match", "0x1"}}).status, 400);
    EXPECT_EQ(answer("If-Modified-Since", "yesterday"), 400);
}

TEST_F(Files, OfOddNamesAreListedAndRead)
{
    const std::vector<std::string> names{"a b.txt",     "50%.txt", "#1",         "new\nline",
                                         "caf\xC3\xA9", "q?&=+",   "raw\xFF\xFE"};
    for (const auto &name : names)
        write("odd/" + name, name);
    const Json list =
        get("/jobs/j/tasks/t/files?recursive=true&$filter=startswith(name,'odd/')")["value"];
    ASSERT_EQ(list.size(), names.size());
    std::set<std::string> read;
    for (const auto &file : list) {
        const std::string url = file["url"];
        const Response response =
            send("GET", url.substr(std::string("http://127.0.0.1:4711").size()));
        ASSERT_EQ(response.status, 200) << url;
        read.insert(bodyOf(response));
    }
    EXPECT_EQ(read, std::set<std::string>(names.begin(), names.end()));
}

TEST_F(Files, ArePagedInOneOrderAcrossFolders)
{
    std::set<std::string> expected{"stdout.txt", "wd", "wd/sub", "wd/sub/out.bin"};
    for (int i = 0; i < 6; ++i) {
        const std::string folder = "deep/" + std::to_string(i);
        expected.insert({"deep", folder, folder + "/a", folder + "/a.txt", folder + "/a/b"});
        write(folder + "/a.txt", "");
        write(folder + "/a/b", "");
    }
    for (const auto *size : {"1", "2", "7"}) {
        std::set<std::string> seen;
        std::string path = std::string("/jobs/j/tasks/t/files?recursive=true&maxresults=") + size;
        while (!path.empty()) {
            const Json page = get(path);
            for (const auto &file : page["value"])
                EXPECT_TRUE(seen.insert(file["name"]).second) << file["name"];
            const std::string next = page.value("odata.nextLink", std::string());
            path = next.empty() ? "" : next.substr(std::string("http://127.0.0.1:4711").size());
        }
        EXPECT_EQ(seen, expected) << size;
    }
    // A token is only a place to go on from, wherever it says it is.
    for (const auto *token :
         {"..%2F..%2Fx", "%2Fetc", "wd%2F..", "zzz", "wd%2Fsub%2Fout.bin%2Fx"}) {
        const Response answer =
            send("GET", std::string("/jobs/j/tasks/t/files?recursive=true&$skiptoken=") + token);
        if (answer.status != 200)
            continue; // no token of this service
        const Json page = Json::parse(answer.body);
        for (const auto &file : page["value"])
            EXPECT_TRUE(expected.contains(file["name"])) << token << ' ' << file["name"];
    }
    EXPECT_EQ(code("GET", "/jobs/j/tasks/t/files?recursive=maybe"), "InvalidQueryParameterValue");
}

TEST_F(Files, LinksAreShownOnlyWithinTheTaskAndNotFollowedIntoFolders)
{
    std::filesystem::create_symlink("sub/out.bin", m_root / "wd" / "inner");
    std::filesystem::create_directory_symlink(m_root / "wd", m_root / "wd" / "loop");
    std::filesystem::create_directory_symlink("/", m_root / "wd" / "world");
    std::filesystem::create_symlink("nowhere", m_root / "wd" / "dangling");
    std::set<std::string> names;
    const Json list = get("/jobs/j/tasks/t/files?recursive=true")["value"];
    for (const auto &file : list)
        names.insert(file["name"]);
    EXPECT_EQ(names,
              (std::set<std::string>{"stdout.txt", "wd", "wd/inner", "wd/loop", "wd/sub",
                                     "wd/sub/out.bin"}));
    EXPECT_EQ(read("wd/inner"), "data");
    EXPECT_EQ(read("wd/world/etc/passwd"), "404");
    // Deleting a link leaves what it leads to.
    EXPECT_EQ(status("DELETE", "/jobs/j/tasks/t/files/wd%2Finner"), 200);
    EXPECT_EQ(read("wd/sub/out.bin"), "data");
}

TEST_F(Files, OutsideTheTaskAreNotThere)
{
    std::filesystem::create_symlink(m_root.parent_path() / "secret.txt", m_root / "wd" / "link");
    for (const auto *name : {"..%2Fsecret.txt", "wd%2F..%2F..%2Fsecret.txt", "wd%2Flink", "none",
                             "%2Fetc%2Fpasswd", "."}) {
        EXPECT_EQ(code("GET", std::string("/jobs/j/tasks/t/files/") + name), "FileNotFound")
            << name;
        EXPECT_EQ(code("DELETE", std::string("/jobs/j/tasks/t/files/") + name), "FileNotFound")
            << name;
    }
    EXPECT_TRUE(std::filesystem::exists(m_root.parent_path() / "secret.txt"));
    const Json list = get("/jobs/j/tasks/t/files?recursive=true")["value"];
    for (const auto &file : list)
        EXPECT_NE(file["name"], "wd/link");
}

TEST_F(Files, AreDeleted)
{
    EXPECT_EQ(code("DELETE", "/jobs/j/tasks/t/files/wd"), "OperationInvalidForCurrentState");
    EXPECT_EQ(status("DELETE", "/jobs/j/tasks/t/files/wd?recursive=true"), 200);
    EXPECT_FALSE(std::filesystem::exists(m_root / "wd"));
}

TEST_F(Files, OfANodeAreRelativeToItsRoot)
{
    const std::string node = "/pools/p/nodes/" + nodeIds("p")[0] + "/files";
    const Response response = send("GET", node + "/workitems%2Fj%2Fjob-1%2Ft%2Fstdout.txt");
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(bodyOf(response), "0123456789");
    EXPECT_EQ(get(node)["value"].size(), 6u);
}

TEST_F(Files, OfATaskThatNeverStartedOrWhoseNodeIsGone)
{
    addTask("j", "later");
    EXPECT_EQ(code("GET", "/jobs/j/tasks/later/files"), "OperationInvalidForCurrentState");
    m_runner->script("t", Testing::exited(0));
    ASSERT_TRUE(taskBecomes("t", "completed"));
    ASSERT_EQ(status("DELETE", "/pools/p"), 202);
    ASSERT_TRUE(vanishes("/pools/p"));
    EXPECT_EQ(code("GET", "/jobs/j/tasks/t/files/stdout.txt"), "TaskFilesUnavailable");
}

TEST_F(Files, GoWhenTheirTimeIsOver)
{
    addTask("j", "short", {{"constraints", {{"retentionTime", "PT10M"}}}});
    addTask("j", "ever", {{"constraints", {{"retentionTime", "P10675199DT2H48M5.4775807S"}}}});
    for (const auto *task : {"t", "short", "ever"}) {
        m_runner->script(task, Testing::exited(0));
        ASSERT_TRUE(taskBecomes(task, "completed"));
    }
    const auto kick = [&](std::chrono::minutes by) {
        m_clock->turn(by);
        addTask("j", "kick" + std::to_string(by.count()));
    };
    kick(std::chrono::minutes(9));
    EXPECT_EQ(status("GET", "/jobs/j/tasks/short/files"), 200);
    kick(std::chrono::minutes(1));
    ASSERT_TRUE(vanishesFrom("/jobs/j/tasks/short/files"));
    EXPECT_EQ(code("GET", "/jobs/j/tasks/short/files/stdout.txt"), "TaskFilesCleanedup");
    EXPECT_FALSE(std::filesystem::exists(m_root.parent_path() / "short"));
    EXPECT_EQ(status("GET", "/jobs/j/tasks/t/files"), 200);
    EXPECT_EQ(get("/jobs/j/tasks/short")["state"], "completed");

    // What was promised before a restart is kept after it: seven days without other wishes.
    close();
    open();
    EXPECT_EQ(code("GET", "/jobs/j/tasks/short/files"), "TaskFilesCleanedup");
    ASSERT_TRUE(nodesBecome("p", "running", 1));
    kick(std::chrono::days(7));
    ASSERT_TRUE(vanishesFrom("/jobs/j/tasks/t/files"));
    EXPECT_EQ(code("GET", "/jobs/j/tasks/t/files"), "TaskFilesCleanedup");
    EXPECT_EQ(status("GET", "/jobs/j/tasks/ever/files"), 200);
}

TEST_F(Files, OfStartAndPreparationTasksAreOnTheNode)
{
    addJob("k", "p", {{"jobPreparationTask", {{"id", "prep"}, {"commandLine", "prep"}}}});
    const auto node = "/pools/p/nodes/" + nodeIds("p")[0] + "/files/";
    m_runner->script("t", Testing::exited(0));
    addTask("k", "u");
    ASSERT_TRUE(m_runner->waitForStart("prep"));
    std::ofstream(m_runner->lastExecution("prep").taskDirectory / "stdout.txt") << "prepared";
    const Response response = send("GET", node + "workitems/k/job-1/prep/stdout.txt");
    ASSERT_EQ(response.status, 200);
    EXPECT_EQ(bodyOf(response), "prepared");
    EXPECT_EQ(code("GET", node + "startup/none"), "FileNotFound");
    EXPECT_EQ(status("DELETE", node + "workitems/k/job-1/prep/stdout.txt"), 200);
    EXPECT_EQ(code("GET", node + "workitems/k/job-1/prep/stdout.txt"), "FileNotFound");
    EXPECT_EQ(code("GET", "/pools/p/nodes/none/files"), "NodeNotFound");
}
