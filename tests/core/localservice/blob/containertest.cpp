// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/blob/blobfixture.h"

using namespace Batchdesk::LocalService;
using Testkit::Headers;

class ContainerTest : public Testkit::BlobServiceTest
{
};

TEST_F(ContainerTest, IsMadeOnceAndDescribedAndDeleted)
{
    const Response made = send("PUT", "/data?restype=container", {{"x-ms-meta-Owner", "me"}});
    EXPECT_EQ(made.status, 201);
    EXPECT_TRUE(made.headers.value("ETag").starts_with("\"0x8D"));
    const Response again = send("PUT", "/data?restype=container");
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(codeOf(again), "ContainerAlreadyExists");

    const Response properties = send("HEAD", "/data?restype=container");
    EXPECT_EQ(properties.status, 200);
    EXPECT_EQ(properties.headers.value("ETag"), made.headers.value("ETag"));
    EXPECT_EQ(properties.headers.value("x-ms-meta-Owner"), "me");

    const Response changed =
        send("PUT", "/data?restype=container&comp=metadata", {{"x-ms-meta-a", "b"}});
    EXPECT_EQ(changed.status, 200);
    EXPECT_NE(changed.headers.value("ETag"), made.headers.value("ETag"));
    EXPECT_FALSE(send("GET", "/data?restype=container").headers.find("x-ms-meta-Owner"));

    EXPECT_EQ(send("DELETE", "/data?restype=container").status, 202);
    EXPECT_EQ(codeOf(send("HEAD", "/data?restype=container")), "ContainerNotFound");
    EXPECT_EQ(codeOf(send("DELETE", "/data?restype=container")), "ContainerNotFound");
}

TEST_F(ContainerTest, TakesItsBlobsAndTheirFilesWithIt)
{
    makeContainer();
    put("/data/a", "1");
    send("PUT", "/data/b?comp=block&blockid=YWFh", {}, "2");
    EXPECT_EQ(contentFileCount(), 2u);
    EXPECT_EQ(send("DELETE", "/data?restype=container").status, 202);
    EXPECT_EQ(contentFileCount(), 0u);
    makeContainer();
    EXPECT_EQ(codeOf(send("GET", "/data/a")), "BlobNotFound");
}

TEST_F(ContainerTest, NamesFollowTheRules)
{
    for (const char *name : {"Data", "a--b", "-ab", "ab-", "a_b", "a.b", "%2e%2e%2f%2e%2e%2fx"}) {
        const Response response = send("PUT", std::string("/") + name + "?restype=container");
        EXPECT_EQ(response.status, 400) << name;
        EXPECT_EQ(codeOf(response), "InvalidResourceName") << name;
    }
    for (const std::string &name : {std::string("ab"), std::string(64, 'a')})
        EXPECT_EQ(codeOf(send("PUT", "/" + name + "?restype=container")), "OutOfRangeInput");
    EXPECT_EQ(send("PUT", "/" + std::string(63, 'a') + "?restype=container").status, 201);
}

TEST_F(ContainerTest, AreListedInPagesByPrefix)
{
    for (const char *name : {"run-b", "run-a", "other", "run-c"})
        send("PUT", std::string("/") + name + "?restype=container", {{"x-ms-meta-n", name}});
    const std::string first = content("/?comp=list&prefix=run&maxresults=2&include=metadata");
    EXPECT_EQ(elements(first, "Name"), (std::vector<std::string>{"run-a", "run-b"}));
    EXPECT_EQ(elements(first, "n"), (std::vector<std::string>{"run-a", "run-b"}));
    const auto markers = elements(first, "NextMarker");
    ASSERT_EQ(markers.size(), 1u);
    const std::string second =
        content("/?comp=list&prefix=run&marker=" + Http::percentEncode(markers[0]));
    EXPECT_EQ(elements(second, "Name"), (std::vector<std::string>{"run-c"}));
    EXPECT_NE(second.find("<NextMarker />"), std::string::npos);
}

TEST_F(ContainerTest, ListingRefusesParametersItCannotHonour)
{
    makeContainer();
    EXPECT_EQ(codeOf(send("GET", "/?comp=list&maxresults=0")), "OutOfRangeQueryParameterValue");
    EXPECT_EQ(codeOf(send("GET", "/?comp=list&maxresults=x")), "OutOfRangeQueryParameterValue");
    EXPECT_EQ(codeOf(send("GET", "/?comp=list&marker=run")), "InvalidQueryParameterValue");
    EXPECT_EQ(codeOf(send("GET", "/?comp=list&include=nonsense")), "InvalidQueryParameterValue");
    EXPECT_EQ(
        codeOf(send("GET", "/data?restype=container&comp=list&delimiter=/&include=snapshots")),
        "InvalidQueryParameterValue");
    EXPECT_EQ(codeOf(send("GET", "/nope?restype=container&comp=list")), "ContainerNotFound");
}

TEST_F(ContainerTest, BlobsAreListedByCodePointInPages)
{
    makeContainer();
    const std::vector<std::string> names = {"B", "a",        "a b",          "a/b",
                                            "z", "\xc3\xa4", "\xef\xbc\xa1", "\xf0\x9f\x98\x80"};
    for (auto name = names.rbegin(); name != names.rend(); ++name)
        ASSERT_EQ(put("/data/" + Http::percentEncode(*name), "x").status, 201) << *name;
    std::vector<std::string> listed;
    std::string marker;
    int pages = 0;
    do {
        const std::string page = content("/data?restype=container&comp=list&maxresults=3&marker="
                                         + Http::percentEncode(marker));
        for (const std::string &name : elements(page, "Name"))
            listed.push_back(name);
        const auto markers = elements(page, "NextMarker");
        marker = markers.empty() ? std::string() : markers[0];
        ++pages;
    } while (!marker.empty() && pages < 10);
    EXPECT_EQ(listed, names);
    EXPECT_EQ(pages, 3);
}

TEST_F(ContainerTest, BlobsAreListedAsFoldersByDelimiter)
{
    makeContainer();
    for (const char *name : {"in/1", "in/2", "in/sub/3", "in/sub/4", "in/tail", "inx"})
        put(std::string("/data/") + name, "x");
    const std::string list =
        content("/data?restype=container&comp=list&prefix=in/&delimiter=/&maxresults=4");
    EXPECT_EQ(elements(list, "Name"),
              (std::vector<std::string>{"in/1", "in/2", "in/sub/", "in/tail"}));
    EXPECT_EQ(elements(list, "Prefix"), (std::vector<std::string>{"in/"}));
    EXPECT_EQ(elements(list, "BlobPrefix").size(), 1u);
    EXPECT_NE(list.find("<NextMarker />"), std::string::npos);

    const auto page =
        content("/data?restype=container&comp=list&prefix=in/&delimiter=/&maxresults=3");
    EXPECT_EQ(elements(page, "Name"), (std::vector<std::string>{"in/1", "in/2", "in/sub/"}));
    const auto marker = Http::percentEncode(elements(page, "NextMarker").at(0));
    EXPECT_EQ(elements(content("/data?restype=container&comp=list&prefix=in/&delimiter=/&marker="
                               + marker),
                       "Name"),
              (std::vector<std::string>{"in/tail"}));
}

TEST_F(ContainerTest, ListingShowsWhatIsStored)
{
    makeContainer();
    put("/data/a%26b%01", "hello",
        {{"Content-Type", "text/plain"},
         {"x-ms-meta-Job", "j<1"},
         {"x-ms-blob-cache-control", "no-cache"}});
    send("PUT", "/data/half?comp=block&blockid=YWFh", {}, "x");
    const std::string list = content("/data?restype=container&comp=list&include=metadata");
    EXPECT_NE(list.find("<Name Encoded=\"true\">a%26b%01</Name>"), std::string::npos) << list;
    EXPECT_EQ(elements(list, "Content-Length"), (std::vector<std::string>{"5"}));
    EXPECT_EQ(elements(list, "Content-Type"), (std::vector<std::string>{"text/plain"}));
    EXPECT_EQ(elements(list, "Content-MD5"),
              (std::vector<std::string>{"XUFAKrxLKna5cZ2REBfFkg=="}));
    EXPECT_EQ(elements(list, "Cache-Control"), (std::vector<std::string>{"no-cache"}));
    EXPECT_EQ(elements(list, "Job"), (std::vector<std::string>{"j&lt;1"}));
    EXPECT_TRUE(elements(list, "Etag").at(0).starts_with("0x"));
    EXPECT_EQ(elements(content("/data?restype=container&comp=list&include=uncommittedblobs"),
                       "Content-Length"),
              (std::vector<std::string>{"5", "0"}));
}
