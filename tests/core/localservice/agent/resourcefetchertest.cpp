// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/resourcefetcher.h"

#include "temporarydirectory.h"
#include "testblobserver.h"

#include <gmock/gmock.h>

#include <sys/stat.h>

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace Batchdesk::LocalService {
namespace {

using testing::HasSubstr;
using testing::Not;
using Fault = TestBlobServer::Fault;

std::string textOf(const FailureInfo &failure)
{
    std::string text = failure.code + '|' + failure.message;
    for (const auto &[name, value] : failure.details)
        text += '|' + name + '=' + value;
    return text;
}

class ResourceFetching : public testing::Test
{
protected:
    //! \return the failureInfo as text, "" when all went well.
    std::string fetch(const std::vector<ResourceFileSpec> &files, BlobTimeouts timeouts = {})
    {
        ResourceFetcher fetcher(wd, {}, stop.get_token(), timeouts);
        const auto failure = fetcher.fetch(files);
        const std::string text = failure ? textOf(*failure) : "";
        EXPECT_THAT(text, Not(HasSubstr("sig"))) << "no SAS in what people read";
        return text;
    }
    ResourceFileSpec file(const std::string &encodedPath, const std::string &filePath,
                          const std::string &mode = {}) const
    {
        return {server.url(encodedPath), {}, {}, filePath, mode};
    }
    ResourceFileSpec container(const std::string &prefix, const std::string &folder) const
    {
        return {{}, server.url("/a/c"), prefix, folder, {}};
    }
    static std::string page(const std::vector<std::string> &names, const std::string &marker = {})
    {
        std::string xml = "<EnumerationResults><Blobs>";
        for (const std::string &name : names)
            xml += "<Blob><Name>" + name + "</Name></Blob>";
        return xml + "</Blobs><NextMarker>" + marker + "</NextMarker></EnumerationResults>";
    }
    std::size_t filesInWd() const
    {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(wd), fs::directory_iterator()));
    }

    TemporaryDirectory temporary;
    fs::path wd = [this] {
        fs::create_directory(temporary.path() / "wd");
        return temporary.path() / "wd";
    }();
    std::stop_source stop;
    TestBlobServer server;
};

TEST_F(ResourceFetching, BringsABlobToItsPath)
{
    server.setBlob("/a/c/x%20y.bin", std::string("a\0b", 3));
    EXPECT_EQ(fetch({file("/a/c/x%20y.bin", "sub/dir/my file.bin")}), "");
    EXPECT_EQ(contentOf(wd / "sub/dir/my file.bin"), std::string("a\0b", 3));
    struct stat status;
    ASSERT_EQ(::stat((wd / "sub/dir/my file.bin").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777, 0770u);
    EXPECT_EQ(filesInWd(), 1u) << "nothing beside it";
}

TEST_F(ResourceFetching, RequestsThePathExactlyAsGiven)
{
    server.setBlob("/a/c/%7E%2f%2B+(x)%25", "odd");
    EXPECT_EQ(fetch({file("/a/c/%7E%2f%2B+(x)%25", "odd")}), "");
    EXPECT_EQ(server.requests().at(0).target, "/a/c/%7E%2f%2B+(x)%25?" + TestBlobServer::sas());
}

TEST_F(ResourceFetching, SetsTheModeAsked)
{
    server.setBlob("/a/c/x", "");
    EXPECT_EQ(fetch({file("/a/c/x", "x", "0640")}), "");
    EXPECT_EQ(fs::status(wd / "x").permissions(), fs::perms(0640));
    EXPECT_THAT(fetch({file("/a/c/x", "y", "rwx")}), HasSubstr("ResourceFileCreateFailed"));
    EXPECT_THAT(fetch({file("/a/c/x", "y", "0799")}), HasSubstr("0799"));
}

TEST_F(ResourceFetching, OddNamesArrive)
{
    server.setBlob("/a/c/x", "content");
    for (const std::string &name :
         {std::string("a b'$(x).csv"), std::string("line\nbreak"), std::string("-rf"),
          std::string(255, 'n'), std::string("\"q\\")}) {
        EXPECT_EQ(fetch({file("/a/c/x", name)}), "");
        EXPECT_EQ(contentOf(wd / name), "content") << name;
    }
}

TEST_F(ResourceFetching, DoesNotLeaveTheWorkingDirectory)
{
    server.setBlob("/a/c/x", "content");
    for (const std::string &path :
         {std::string("../x"), std::string("a/../../x"), std::string("/tmp/x"), std::string(""),
          std::string("."), std::string("a/.."), std::string("a/"), std::string("a\0b", 3)}) {
        EXPECT_THAT(fetch({file("/a/c/x", path)}), HasSubstr("ResourceFileCreateFailed")) << path;
    }
    EXPECT_FALSE(fs::exists(temporary.path() / "x"));
    EXPECT_TRUE(server.requests().empty());
    EXPECT_EQ(fetch({file("/a/c/x", "a/../b/./x")}), "");
    EXPECT_EQ(contentOf(wd / "b/x"), "content");
}

TEST_F(ResourceFetching, SaysWhatTheServiceSaid)
{
    EXPECT_THAT(
        fetch({file("/a/c/missing", "in/x")}),
        testing::AllOf(HasSubstr("BlobNotFound|One of the specified Azure Blob(s) is not found"),
                       HasSubstr("FilePath=in/x"),
                       HasSubstr("BlobSource=" + server.origin() + "/a/c/missing|"),
                       HasSubstr("HTTP 404 BlobNotFound")));
    ResourceFileSpec unsignedFile{server.origin() + "/a/c/x", {}, {}, "x", {}};
    EXPECT_THAT(fetch({unsignedFile}),
                testing::AllOf(HasSubstr("BlobAccessDenied"), HasSubstr("AuthenticationFailed")));
    server.setFault("/a/c/bad", {Fault::Kind::Status, 400, "InvalidInput"});
    EXPECT_THAT(
        fetch({file("/a/c/bad", "x")}),
        testing::AllOf(HasSubstr("BlobDownloadMiscError"), HasSubstr("HTTP 400 InvalidInput")));
    EXPECT_THAT(fetch({{"file:///etc/passwd", {}, {}, "x", {}}}),
                HasSubstr("BlobDownloadMiscError"));
    EXPECT_EQ(filesInWd(), 1u) << "only the folder of the first";
}

TEST_F(ResourceFetching, TriesAgainWhenTheServiceIsBusyOrTheLineIsCut)
{
    server.setBlob("/a/c/x", "whole");
    server.setFault("/a/c/x", {Fault::Kind::Status, 503, "ServerBusy", 1});
    EXPECT_EQ(fetch({file("/a/c/x", "x")}), "");
    EXPECT_EQ(contentOf(wd / "x"), "whole");
    server.setFault("/a/c/x", {Fault::Kind::Cut, 0, {}, 2});
    EXPECT_EQ(fetch({file("/a/c/x", "x")}), "");
    EXPECT_EQ(contentOf(wd / "x"), "whole") << "nothing of the half answer is left";
}

TEST_F(ResourceFetching, ACutAnswerIsNeverAFile)
{
    server.setFault("/a/c/x", {Fault::Kind::Cut, 0, {}});
    EXPECT_THAT(fetch({file("/a/c/x", "x")}), HasSubstr("BlobDownloadMiscError"));
    EXPECT_EQ(server.requests().size(), 4u);
    EXPECT_EQ(filesInWd(), 0u);
}

TEST_F(ResourceFetching, NobodyThereIsAMiscError)
{
    // A port that was free a moment ago and that nobody listens on.
    httplib::Server unused;
    const int port = unused.bind_to_any_port("127.0.0.1");
    unused.stop();
    const std::string url = "http://127.0.0.1:" + std::to_string(port) + "/c/x";
    EXPECT_THAT(fetch({{url + "?sig=1", {}, {}, "x", {}}}, {200ms, 200ms}),
                HasSubstr("BlobDownload"));
}

TEST_F(ResourceFetching, SilenceIsATimeout)
{
    server.setFault("/a/c/x", {Fault::Kind::Hang, 0, {}});
    EXPECT_THAT(fetch({file("/a/c/x", "x")}, {1000ms, 50ms}), HasSubstr("BlobDownloadTimedOut"));
}

TEST_F(ResourceFetching, StopEndsARequestThatHangs)
{
    server.setFault("/a/c/x", {Fault::Kind::Hang, 0, {}});
    std::thread stopper([this] {
        server.waitUntilHanging();
        stop.request_stop();
    });
    EXPECT_NE(fetch({file("/a/c/x", "x")}), "");
    stopper.join();
    EXPECT_EQ(server.requests().size(), 1u);
    EXPECT_EQ(filesInWd(), 0u);
}

TEST_F(ResourceFetching, FollowsTheListingPageByPage)
{
    server.setListing("/a/c",
                      {page({"in/a.txt", "in/d%C3%A9/b &amp; c.txt"}, "1"), page({}, "2"),
                       page({"in/folder/", "z"})});
    server.setBlob("/a/c/in/a.txt", "A");
    server.setBlob("/a/c/in/d%25C3%25A9/b%20%26%20c.txt", "B");
    server.setBlob("/a/c/z", "Z");
    EXPECT_EQ(fetch({container("in/ü", "data")}), "");
    EXPECT_EQ(contentOf(wd / "data/in/a.txt"), "A");
    EXPECT_EQ(contentOf(wd / "data/in/d%C3%A9/b & c.txt"), "B");
    EXPECT_EQ(contentOf(wd / "data/z"), "Z");
    EXPECT_FALSE(fs::exists(wd / "data/in/folder"));
    EXPECT_EQ(server.requests().at(0).target,
              "/a/c?restype=container&comp=list&prefix=in%2F%C3%BC&" + TestBlobServer::sas());
    EXPECT_THAT(server.requests().at(1).target, HasSubstr("&marker=1&"));
}

TEST_F(ResourceFetching, ListedNamesDoNotLeaveTheWorkingDirectoryEither)
{
    for (const char *name : {"../x", "a/../../x", "/etc/x"}) {
        server.setListing("/a/c", {page({name})});
        EXPECT_THAT(fetch({container("", "")}), HasSubstr("ResourceFileCreateFailed")) << name;
        EXPECT_THAT(fetch({container("", "deep/er")}), HasSubstr("ResourceFileCreateFailed"))
            << name;
    }
    EXPECT_FALSE(fs::exists(temporary.path() / "x"));
}

TEST_F(ResourceFetching, RefusesAListThatIsNone)
{
    server.setListing("/a/c", {"<html>"});
    EXPECT_THAT(fetch({container("", "")}), HasSubstr("BlobDownloadMiscError"));
    server.setListing("/a/c", {page({}, "1"), page({}, "1")});
    EXPECT_THAT(fetch({container("", "")}), HasSubstr("BlobDownloadMiscError"))
        << "goes in circles";
    EXPECT_THAT(fetch({{{}, server.url("/a/other"), {}, {}, {}}}), HasSubstr("BlobNotFound"));
}

TEST_F(ResourceFetching, NamesWhatStandsInTheWay)
{
    server.setBlob("/a/c/x", "content");
    writeFile(wd / "file", "");
    EXPECT_THAT(fetch({file("/a/c/x", "file/x")}), HasSubstr("ResourceDirectoryCreateFailed"));
    fs::create_directories(wd / "folder/full");
    EXPECT_THAT(fetch({file("/a/c/x", "folder")}), HasSubstr("ResourceFileCreateFailed"));
    EXPECT_THAT(fetch({file("/a/c/x", std::string(256, 'n'))}),
                HasSubstr("ResourceFileCreateFailed"));
}

TEST_F(ResourceFetching, AsksWhereTheUrlLeadsToday)
{
    server.setBlob("/a/c/x", "moved");
    ResourceFetcher fetcher(
        wd,
        [this](const std::string &url) { return server.origin() + url.substr(url.find("/a/")); },
        {});
    EXPECT_FALSE(
        fetcher.fetch({{"http://127.0.0.1:1/a/c/x?" + TestBlobServer::sas(), {}, {}, "x", {}}}));
    EXPECT_EQ(contentOf(wd / "x"), "moved");
}

} // namespace
} // namespace Batchdesk::LocalService
