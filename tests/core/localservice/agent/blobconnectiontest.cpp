// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/blobconnection.h"

#include <gtest/gtest.h>

namespace Batchdesk::LocalService {
namespace {

TEST(BlobUrl, KeepsPathAndQueryAsGiven)
{
    const auto url = parseBlobUrl("HTTP://127.0.0.1:8080/acct/c/a%20b%2Fc?sv=1&sig=x%2By");
    ASSERT_TRUE(url);
    EXPECT_EQ(url->origin, "http://127.0.0.1:8080");
    EXPECT_EQ(url->path, "/acct/c/a%20b%2Fc");
    EXPECT_EQ(url->query, "sv=1&sig=x%2By");
    EXPECT_EQ(url->shown(), "http://127.0.0.1:8080/acct/c/a%20b%2Fc");
}

TEST(BlobUrl, AddsBlobAndParameters)
{
    const auto url = parseBlobUrl("http://h/c?sig=s");
    ASSERT_TRUE(url);
    EXPECT_EQ(url->blob("d/ü b+%.txt").path, "/c/d/%C3%BC%20b%2B%25.txt");
    EXPECT_EQ(url->with("comp=list").query, "comp=list&sig=s");
    EXPECT_EQ(parseBlobUrl("http://h/c")->with("comp=list").query, "comp=list");
    EXPECT_EQ(parseBlobUrl("http://h?a=b")->path, "/");
}

TEST(BlobUrl, RefusesWhatIsNoUrl)
{
    for (const char *text : {"", "h/c", "ftp://h/c", "http:///c", "http://", "http://user@h/c",
                             "http://h/a b", "http://h/a\r\nX: y"})
        EXPECT_FALSE(parseBlobUrl(text)) << text;
}

TEST(BlobUrl, EncodesEveryOtherByte)
{
    EXPECT_EQ(percentEncoded("a/b\n'\xFF~", true), "a/b%0A%27%FF~");
    EXPECT_EQ(percentEncoded("a/b", false), "a%2Fb");
}

} // namespace
} // namespace Batchdesk::LocalService
