// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/outputuploader.h"

#include "temporarydirectory.h"
#include "testblobserver.h"

#include <gmock/gmock.h>

namespace fs = std::filesystem;

namespace Batchdesk::LocalService {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Condition = OutputFileSpec::Condition;
using Fault = TestBlobServer::Fault;

class OutputUploading : public testing::Test
{
protected:
    OutputUploading() { directory.prepare(); }

    OutputFileSpec output(const std::string &pattern, const std::string &path = {},
                          Condition condition = Condition::TaskCompletion) const
    {
        return {pattern, server.url("/a/out"), path, {}, condition};
    }
    std::optional<FailureInfo> upload(const std::vector<OutputFileSpec> &outputs,
                                      bool succeeded = true)
    {
        OutputUploader uploader(directory, {{"NAME", "named"}}, {}, stop.get_token());
        uploader.setLimits(limits);
        auto failure = uploader.upload(outputs, succeeded);
        EXPECT_THAT(contentOf(directory.uploadOutput()) + contentOf(directory.uploadError()),
                    Not(HasSubstr("sig=")));
        return failure;
    }
    void write(const std::string &name, const std::string &content)
    {
        writeFile(directory.workingDirectory() / name, content);
    }

    TemporaryDirectory temporary;
    TaskDirectory directory{temporary.path() / "task"};
    OutputUploader::Limits limits;
    std::stop_source stop;
    TestBlobServer server;
};

TEST_F(OutputUploading, PlainPatternIsNamedByPath)
{
    write("result.csv", "1,2");
    write("named.txt", "n");
    EXPECT_FALSE(
        upload({output("result.csv", "run/7.csv"), output("result.csv"), output("$NAME.txt")}));
    EXPECT_THAT(server.blobPaths(),
                ElementsAre("/a/out/named.txt", "/a/out/result.csv", "/a/out/run/7.csv"));
    EXPECT_EQ(server.blob("/a/out/run/7.csv"), "1,2");
    EXPECT_EQ(server.header("/a/out/run/7.csv", "x-ms-blob-content-type"),
              "application/octet-stream");
    EXPECT_THAT(contentOf(directory.uploadOutput()),
                HasSubstr("Uploaded result.csv as run/7.csv (3 bytes)\n"));
    EXPECT_TRUE(fs::is_empty(directory.uploadError()));
}

TEST_F(OutputUploading, WildcardPutsPathBefore)
{
    write("out/a.svg", "a");
    write("out/deep/b.svg", "b");
    TaskDirectory::appendLine(directory.standardOutput(), "hello");
    EXPECT_FALSE(
        upload({output("out/**/*.svg", "plots/"), output("../std*.txt", "log"), output("out/*")}));
    EXPECT_THAT(server.blobPaths(),
                ElementsAre("/a/out/a.svg", "/a/out/log/stderr.txt", "/a/out/log/stdout.txt",
                            "/a/out/plots/a.svg", "/a/out/plots/deep/b.svg"));
    EXPECT_EQ(server.blob("/a/out/log/stdout.txt"), "hello\n");
    EXPECT_EQ(server.blob("/a/out/log/stderr.txt"), "");
}

TEST_F(OutputUploading, ConditionsFollowTheCommand)
{
    write("f", "x");
    const std::vector<OutputFileSpec> outputs{output("f", "success", Condition::TaskSuccess),
                                              output("f", "failure", Condition::TaskFailure),
                                              output("f", "always", Condition::TaskCompletion)};
    EXPECT_FALSE(upload(outputs, true));
    EXPECT_THAT(server.blobPaths(), ElementsAre("/a/out/always", "/a/out/success"));
    EXPECT_FALSE(upload(outputs, false));
    EXPECT_THAT(server.blobPaths(),
                ElementsAre("/a/out/always", "/a/out/failure", "/a/out/success"));
}

TEST_F(OutputUploading, NothingThereIsNoError)
{
    EXPECT_FALSE(upload({output("missing.txt"), output("*.none")}));
    EXPECT_EQ(contentOf(directory.uploadOutput()),
              "No file matches missing.txt\nNo file matches *.none\n");
}

TEST_F(OutputUploading, OddNamesKeepTheirBytes)
{
    const std::string longName(255, 'n');
    for (const std::string &name : {std::string("a b'$(x)%.csv"), std::string("line\nbreak"),
                                    std::string("-rf"), std::string("ü+&?#"), longName})
        write(name, name);
    EXPECT_FALSE(upload({output("*", "p")}));
    EXPECT_THAT(server.blobPaths(),
                ElementsAre("/a/out/p/%C3%BC%2B%26%3F%23", "/a/out/p/-rf",
                            "/a/out/p/a%20b%27%24%28x%29%25.csv", "/a/out/p/line%0Abreak",
                            "/a/out/p/" + longName));
    EXPECT_THAT(contentOf(directory.uploadOutput()), HasSubstr("Uploaded line\\x0Abreak as"));
}

TEST_F(OutputUploading, NameThatIsNotUtf8IsNamedEscaped)
{
    write("bad\xFF", "x");
    write("good", "x");
    const auto failure = upload({output("*")});
    ASSERT_TRUE(failure);
    EXPECT_EQ(failure->code, "FileUploadMiscError");
    EXPECT_EQ(failure->details.at(0).second, "bad\\xFF");
    EXPECT_THAT(server.blobPaths(), ElementsAre("/a/out/good")) << "the others go up all the same";
    EXPECT_FALSE(upload({output("bad\xFF", "fine")})) << "under a name that a blob can have";
}

TEST_F(OutputUploading, LargeFilesGoUpInBlocks)
{
    limits = {1000, 300};
    std::string content;
    for (int i = 0; content.size() < 1501; ++i)
        content += std::to_string(i) + ' ';
    content.resize(1501);
    write("large", content);
    write("edge", content.substr(0, 1000));
    OutputFileSpec spec = output("*");
    spec.uploadHeaders = {{"Content-Type", "text/plain"}, {"x-ms-meta-job", "j1"}};
    server.setFault("/a/out/large?comp=block&blockid=00000002",
                    {Fault::Kind::Status, 503, "ServerBusy", 1});
    EXPECT_FALSE(upload({spec}));
    EXPECT_EQ(server.blob("/a/out/large"), content);
    EXPECT_EQ(server.blob("/a/out/edge"), content.substr(0, 1000));
    EXPECT_EQ(server.header("/a/out/large", "x-ms-blob-content-type"), "text/plain");
    EXPECT_EQ(server.header("/a/out/large", "Content-Type"), "application/xml");
    EXPECT_EQ(server.header("/a/out/large", "x-ms-meta-job"), "j1");
    EXPECT_EQ(server.requests().size(), 1u + 6 + 1 + 1)
        << "six blocks, one of them twice, and the list";
}

TEST_F(OutputUploading, RefusesHeadersThatWouldBreakTheRequest)
{
    write("f", "x");
    for (const std::pair<std::string, std::string> &header :
         {std::pair<std::string, std::string>{"x-ms-meta-a", "1\r\nx-evil: 1"},
          {"Host", "elsewhere"},
          {"x ms", "1"},
          {"", "1"},
          {"Content-Length", "9"}}) {
        OutputFileSpec spec = output("f");
        spec.uploadHeaders = {header};
        const auto failure = upload({spec});
        ASSERT_TRUE(failure) << header.first;
        EXPECT_EQ(failure->code, "FileUploadMiscError");
    }
    EXPECT_THAT(server.requests(), IsEmpty());
}

TEST_F(OutputUploading, SaysWhatTheServiceSaid)
{
    write("f", "x");
    server.setFault("/a/out/404", {Fault::Kind::Status, 404, "ContainerNotFound"});
    server.setFault("/a/out/403", {Fault::Kind::Status, 403, "AuthorizationPermissionMismatch"});
    server.setFault("/a/out/400", {Fault::Kind::Status, 400, "InvalidHeaderValue"});
    EXPECT_EQ(upload({output("f", "404")})->code, "FileUploadContainerNotFound");
    EXPECT_EQ(upload({output("f", "403")})->code, "FileUploadAccessDenied");
    const auto failure = upload({output("f", "400"), output("f", "ok")});
    EXPECT_EQ(failure->code, "FileUploadMiscError");
    EXPECT_THAT(server.blobPaths(), ElementsAre("/a/out/ok"));
    EXPECT_THAT(contentOf(directory.uploadError()),
                testing::AllOf(HasSubstr("f as 403: HTTP 403 AuthorizationPermissionMismatch\n"),
                               HasSubstr("f as 400: HTTP 400 InvalidHeaderValue\n")));
    OutputFileSpec nowhere = output("f");
    nowhere.containerUrl = "not a url?sig=SECRET";
    EXPECT_EQ(upload({nowhere})->code, "FileUploadMiscError");
}

TEST_F(OutputUploading, StopEndsAnUploadThatHangs)
{
    write("f", "x");
    write("g", "x");
    server.setFault("/a/out/f", {Fault::Kind::Hang, 0, {}});
    std::thread stopper([this] {
        server.waitUntilHanging();
        stop.request_stop();
    });
    EXPECT_TRUE(upload({output("f"), output("g")}));
    stopper.join();
    EXPECT_EQ(server.requests().size(), 1u);
}

} // namespace
} // namespace Batchdesk::LocalService
