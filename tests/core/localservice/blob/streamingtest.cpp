// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/http/server.h"
#include "tests/core/localservice/blob/blobfixture.h"
#include "tests/core/localservice/http/rawclient.h"

#include <fstream>

using namespace Batchdesk::LocalService;
using Testkit::Headers;

#ifdef __SANITIZE_ADDRESS__
// It would hold back as much of what was freed as passes through here.
extern "C" const char *__asan_default_options()
{
    return "quarantine_size_mb=8";
}
#endif

namespace {

constexpr std::size_t pieceSize = 1024 * 1024;
constexpr std::size_t pieces = 300;

//! \brief The peak of this process' memory since the last resetPeak(), in bytes.
std::size_t peakMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::stoull(line.substr(6)) * 1024;
    }
    ADD_FAILURE() << "the system does not tell peak memory";
    return 0;
}

void resetPeak()
{
    std::ofstream("/proc/self/clear_refs") << 5;
}

//! \brief A megabyte that differs from one number to another.
std::string piece(std::size_t number)
{
    std::string text(pieceSize, static_cast<char>('a' + number % 26));
    text.replace(0, 8, std::to_string(10'000'000 + number));
    return text;
}

} // namespace

//! \brief The Blob service behind its real listener.
class StreamingTest : public Testkit::BlobServiceTest
{
protected:
    void SetUp() override
    {
        BlobServiceTest::SetUp();
        makeContainer();
        server = std::make_unique<HttpServer>(
            [this](const Request &incoming) { return service->handle(incoming); });
        port = server->start(0);
        ASSERT_NE(port, 0);
    }

    void TearDown() override
    {
        server.reset();
        BlobServiceTest::TearDown();
    }

    //! \brief A signed head for the path, with the empty line.
    std::string head(const std::string &method, const std::string &path, Headers headers)
    {
        headers.emplace_back("x-ms-date", Http::formatHttpDate(clock->now()));
        headers.emplace_back("x-ms-version", "2021-12-02");
        Request unsigned_ = request("GET", "/acct" + path, headers, {});
        unsigned_.method = method;
        const auto text = Auth::blobStringsToSign(unsigned_, account.name).front();
        headers.emplace_back("Authorization",
                             "SharedKey acct:" + Auth::signatureOf(account.key, text));
        std::string lines = method + " /acct" + path
            + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\n";
        for (const auto &[name, value] : headers)
            lines += name + ": " + value + "\r\n";
        return lines + "\r\n";
    }

    std::unique_ptr<HttpServer> server;
    std::uint16_t port = 0;
};

TEST_F(StreamingTest, HundredsOfMegabytesPassThroughWithoutBeingHeld)
{
    // Memory that was there before and what a few buffers take is not what is looked for.
    constexpr std::size_t allowance = 64 * 1024 * 1024;
    resetPeak();
    const std::size_t before = peakMemory();
    Testkit::RawClient client(port);
    ASSERT_TRUE(client.isConnected());
    ASSERT_TRUE(client.send(head("PUT", "/data/large",
                                 {{"x-ms-blob-type", "BlockBlob"},
                                  {"Content-Length", std::to_string(pieces * pieceSize)}})));
    for (std::size_t i = 0; i < pieces; ++i)
        ASSERT_TRUE(client.send(piece(i)));
    EXPECT_TRUE(client.receiveUntil("\r\n\r\n").starts_with("HTTP/1.1 201"));

    ASSERT_TRUE(client.send(head("GET", "/data/large", {})));
    const std::string answer = client.receiveUntil("\r\n\r\n");
    EXPECT_NE(answer.find("Content-Length: " + std::to_string(pieces * pieceSize)),
              std::string::npos)
        << answer;
    for (std::size_t i = 0; i < pieces; ++i)
        ASSERT_TRUE(client.receive(pieceSize) == piece(i)) << i;
    EXPECT_LT(peakMemory() - before, allowance);
}

TEST_F(StreamingTest, AnUploadOfUnknownLengthIsRefused)
{
    Testkit::RawClient client(port);
    ASSERT_TRUE(client.send(
        head("PUT", "/data/b", {{"x-ms-blob-type", "BlockBlob"}, {"Transfer-Encoding", "chunked"}})
        + "5\r\nhello\r\n0\r\n\r\n"));
    const std::string answer = client.receiveUntil("</Error>");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 411")) << answer;
    EXPECT_NE(answer.find("<Code>MissingContentLengthHeader</Code>"), std::string::npos);
    EXPECT_EQ(codeOf(send("HEAD", "/data/b")), "BlobNotFound");
}

TEST_F(StreamingTest, AnUploadThatBreaksOffLeavesNothing)
{
    {
        Testkit::RawClient client(port);
        ASSERT_TRUE(client.send(
            head("PUT", "/data/b", {{"x-ms-blob-type", "BlockBlob"}, {"Content-Length", "1000000"}})
            + "only the beginning"));
    }
    // Stopping waits for the handler that still reads.
    server->stop();
    EXPECT_EQ(codeOf(send("HEAD", "/data/b")), "BlobNotFound");
    EXPECT_EQ(contentFileCount(), 0u);
}

TEST_F(StreamingTest, ARefusedUploadIsNotTakenIn)
{
    put("/data/b", "there");
    Testkit::RawClient client(port);
    ASSERT_TRUE(client.send(head("PUT", "/data/b",
                                 {{"x-ms-blob-type", "BlockBlob"},
                                  {"If-None-Match", "*"},
                                  {"Expect", "100-continue"},
                                  {"Content-Length", "5000000000"}})));
    const std::string answer = client.receiveUntil("</Error>");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 409")) << answer;
}
