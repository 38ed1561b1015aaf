// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/batch/bench.h"

#include <fstream>

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
