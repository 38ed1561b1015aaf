// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/blob/blobfixture.h"

using namespace Batchdesk::LocalService;
using Testkit::Headers;

namespace {

const std::string a = "11111111-1111-4111-8111-111111111111";
const std::string b = "22222222-2222-4222-8222-222222222222";
const std::string c = "33333333-3333-4333-8333-333333333333";

} // namespace

class LeaseTest : public Testkit::BlobServiceTest
{
protected:
    void SetUp() override
    {
        BlobServiceTest::SetUp();
        makeContainer();
        put("/data/b", "x");
    }

    Response lease(const std::string &action, Headers headers = {},
                   const std::string &path = "/data/b?comp=lease")
    {
        headers.emplace_back("x-ms-lease-action", action);
        return send("PUT", path, headers);
    }

    Response acquire(const std::string &id, const std::string &seconds = "15")
    {
        return lease("acquire", {{"x-ms-lease-duration", seconds}, {"x-ms-proposed-lease-id", id}});
    }

    std::string with(const std::string &action, const std::string &id)
    {
        return codeOf(lease(action, {{"x-ms-lease-id", id}}));
    }

    std::string change(const std::string &id, const std::string &proposed)
    {
        return codeOf(
            lease("change", {{"x-ms-lease-id", id}, {"x-ms-proposed-lease-id", proposed}}));
    }

    std::string state() { return send("HEAD", "/data/b").headers.value("x-ms-lease-state"); }

    std::string write(const std::string &id)
    {
        return codeOf(send("PUT", "/data/b?comp=metadata",
                           id.empty() ? Headers{} : Headers{{"x-ms-lease-id", id}}));
    }

    void advance(int seconds) { clock->advance(std::chrono::seconds(seconds)); }
};

TEST_F(LeaseTest, IsAcquiredRenewedChangedAndReleased)
{
    const Response taken = acquire(a);
    EXPECT_EQ(taken.status, 201);
    EXPECT_EQ(taken.headers.value("x-ms-lease-id"), a);
    EXPECT_EQ(taken.headers.value("ETag"), send("HEAD", "/data/b").headers.value("ETag"));
    const Response head = send("HEAD", "/data/b");
    EXPECT_EQ(head.headers.value("x-ms-lease-status"), "locked");
    EXPECT_EQ(head.headers.value("x-ms-lease-state"), "leased");
    EXPECT_EQ(head.headers.value("x-ms-lease-duration"), "fixed");
    EXPECT_EQ(lease("renew", {{"x-ms-lease-id", a}}).status, 200);
    EXPECT_EQ(lease("change", {{"x-ms-lease-id", a}, {"x-ms-proposed-lease-id", b}})
                  .headers.value("x-ms-lease-id"),
              b);
    EXPECT_EQ(change(a, b), "");
    EXPECT_EQ(lease("release", {{"x-ms-lease-id", b}}).status, 200);
    EXPECT_EQ(state(), "available");
    EXPECT_EQ(acquire(c, "-1").status, 201);
    EXPECT_EQ(send("HEAD", "/data/b").headers.value("x-ms-lease-duration"), "infinite");
    const std::string list = content("/data?restype=container&comp=list");
    EXPECT_EQ(elements(list, "LeaseStatus"), (std::vector<std::string>{"locked"}));
    EXPECT_EQ(elements(list, "LeaseDuration"), (std::vector<std::string>{"infinite"}));
}

TEST_F(LeaseTest, AnIdIsMadeUpWhenNoneIsProposed)
{
    EXPECT_EQ(
        lease("acquire", {{"x-ms-lease-duration", "-1"}}).headers.value("x-ms-lease-id").size(),
        36u);
}

TEST_F(LeaseTest, EachStateAllowsWhatTheTableSays)
{
    // Available
    EXPECT_EQ(with("renew", a), "LeaseIdMismatchWithLeaseOperation");
    EXPECT_EQ(with("release", a), "LeaseIdMismatchWithLeaseOperation");
    EXPECT_EQ(change(a, b), "LeaseNotPresentWithLeaseOperation");
    EXPECT_EQ(codeOf(lease("break")), "LeaseNotPresentWithLeaseOperation");
    // Held
    acquire(a);
    EXPECT_EQ(codeOf(acquire(b)), "LeaseAlreadyPresent");
    EXPECT_EQ(codeOf(acquire(a)), "");
    EXPECT_EQ(with("renew", b), "LeaseIdMismatchWithLeaseOperation");
    EXPECT_EQ(with("release", b), "LeaseIdMismatchWithLeaseOperation");
    EXPECT_EQ(change(b, c), "LeaseIdMismatchWithLeaseOperation");
    // Expired
    advance(15);
    EXPECT_EQ(state(), "expired");
    EXPECT_EQ(change(a, b), "LeaseNotPresentWithLeaseOperation");
    EXPECT_EQ(with("renew", b), "LeaseIdMismatchWithLeaseOperation");
    EXPECT_EQ(with("renew", a), "");
    EXPECT_EQ(state(), "leased");
    advance(15);
    EXPECT_EQ(codeOf(acquire(b)), "");
    // Breaking
    const Response broken = lease("break", {{"x-ms-lease-break-period", "10"}});
    EXPECT_EQ(broken.status, 202);
    EXPECT_EQ(broken.headers.value("x-ms-lease-time"), "10");
    EXPECT_EQ(state(), "breaking");
    EXPECT_EQ(codeOf(acquire(a)), "LeaseAlreadyPresent");
    EXPECT_EQ(codeOf(acquire(b)), "LeaseIsBreakingAndCannotBeAcquired");
    EXPECT_EQ(change(b, c), "LeaseIsBreakingAndCannotBeChanged");
    EXPECT_EQ(with("renew", b), "LeaseIsBrokenAndCannotBeRenewed");
    EXPECT_EQ(lease("break", {{"x-ms-lease-break-period", "60"}}).headers.value("x-ms-lease-time"),
              "10");
    EXPECT_EQ(lease("break", {{"x-ms-lease-break-period", "5"}}).headers.value("x-ms-lease-time"),
              "5");
    // Broken
    advance(5);
    EXPECT_EQ(state(), "broken");
    EXPECT_EQ(with("renew", b), "LeaseIsBrokenAndCannotBeRenewed");
    EXPECT_EQ(change(b, c), "LeaseNotPresentWithLeaseOperation");
    EXPECT_EQ(lease("break").headers.value("x-ms-lease-time"), "0");
    EXPECT_EQ(with("release", b), "");
    EXPECT_EQ(state(), "available");
}

TEST_F(LeaseTest, BreakingTakesWhatIsLeftOfTheLease)
{
    acquire(a, "60");
    advance(20);
    EXPECT_EQ(lease("break").headers.value("x-ms-lease-time"), "40");
    EXPECT_EQ(with("release", a), "");
    acquire(a, "-1");
    EXPECT_EQ(lease("break").headers.value("x-ms-lease-time"), "0");
    EXPECT_EQ(state(), "broken");
    EXPECT_EQ(codeOf(acquire(b)), "");
}

TEST_F(LeaseTest, ChangesNeedTheId)
{
    EXPECT_EQ(write(a), "LeaseNotPresentWithBlobOperation");
    acquire(a);
    const Headers held = {{"x-ms-lease-id", a}};
    EXPECT_EQ(write(""), "LeaseIdMissing");
    EXPECT_EQ(write(b), "LeaseIdMismatchWithBlobOperation");
    EXPECT_EQ(write(a), "");
    EXPECT_EQ(codeOf(put("/data/b", "y")), "LeaseIdMissing");
    EXPECT_EQ(codeOf(send("PUT", "/data/b?comp=properties")), "LeaseIdMissing");
    EXPECT_EQ(codeOf(send("PUT", "/data/b?comp=block&blockid=YWFh", {}, "y")), "LeaseIdMissing");
    EXPECT_EQ(codeOf(send("PUT", "/data/b?comp=blocklist", {}, "<BlockList/>")), "LeaseIdMissing");
    EXPECT_EQ(codeOf(send("DELETE", "/data/b")), "LeaseIdMissing");
    EXPECT_EQ(content("/data/b"), "x");
    EXPECT_EQ(put("/data/b", "y", held).status, 201);
    EXPECT_EQ(send("PUT", "/data/b?comp=block&blockid=YWFh", held, "y").status, 201);
    EXPECT_EQ(state(), "leased");
    EXPECT_EQ(send("GET", "/data/b").status, 200);
    EXPECT_EQ(send("GET", "/data/b", held).status, 200);
    EXPECT_EQ(codeOf(send("GET", "/data/b", {{"x-ms-lease-id", b}})),
              "LeaseIdMismatchWithBlobOperation");
    EXPECT_EQ(send("DELETE", "/data/b", held).status, 202);
}

TEST_F(LeaseTest, ALeaseThatRanOutIsLostWithTheNextChange)
{
    acquire(a);
    advance(15);
    EXPECT_EQ(write(a), "LeaseLost");
    EXPECT_EQ(write(b), "LeaseNotPresentWithBlobOperation");
    EXPECT_EQ(write(""), "");
    EXPECT_EQ(state(), "available");
    EXPECT_EQ(with("renew", a), "LeaseIdMismatchWithLeaseOperation");
}

TEST_F(LeaseTest, RequestsAreChecked)
{
    EXPECT_EQ(codeOf(send("PUT", "/data/b?comp=lease")), "MissingRequiredHeader");
    EXPECT_EQ(codeOf(lease("take")), "InvalidHeaderValue");
    EXPECT_EQ(codeOf(lease("acquire")), "MissingRequiredHeader");
    for (const char *seconds : {"5", "14", "61", "0", "-2", "x", "15s"})
        EXPECT_EQ(codeOf(acquire(a, seconds)), "InvalidHeaderValue") << seconds;
    EXPECT_EQ(codeOf(acquire("not a guid")), "InvalidHeaderValue");
    EXPECT_EQ(codeOf(lease("renew")), "MissingRequiredHeader");
    EXPECT_EQ(with("renew", "x"), "InvalidHeaderValue");
    EXPECT_EQ(codeOf(lease("change", {{"x-ms-lease-id", a}})), "MissingRequiredHeader");
    EXPECT_EQ(codeOf(lease("break", {{"x-ms-lease-break-period", "61"}})), "InvalidHeaderValue");
    EXPECT_EQ(codeOf(lease("acquire", {{"x-ms-lease-duration", "15"}}, "/data/nope?comp=lease")),
              "BlobNotFound");
    EXPECT_EQ(codeOf(lease("acquire", {{"x-ms-lease-duration", "15"}, {"If-Match", "\"0x1\""}})),
              "ConditionNotMet");
}

TEST_F(LeaseTest, OutlivesTheService)
{
    acquire(a, "-1");
    restart();
    EXPECT_EQ(write(""), "LeaseIdMissing");
    EXPECT_EQ(write(a), "");
}

TEST_F(LeaseTest, AContainerUnderLeaseIsNotDeletedWithoutTheId)
{
    const std::string path = "/data?restype=container&comp=lease";
    EXPECT_EQ(codeOf(send("HEAD", "/data?restype=container", {{"x-ms-lease-id", a}})),
              "LeaseNotPresentWithContainerOperation");
    EXPECT_EQ(lease("acquire", {{"x-ms-lease-duration", "-1"}, {"x-ms-proposed-lease-id", a}}, path)
                  .status,
              201);
    EXPECT_EQ(send("HEAD", "/data?restype=container").headers.value("x-ms-lease-state"), "leased");
    EXPECT_EQ(elements(content("/?comp=list"), "LeaseState"), (std::vector<std::string>{"leased"}));
    EXPECT_EQ(codeOf(send("DELETE", "/data?restype=container")), "LeaseIdMissing");
    EXPECT_EQ(codeOf(send("DELETE", "/data?restype=container", {{"x-ms-lease-id", b}})),
              "LeaseIdMismatchWithContainerOperation");
    EXPECT_EQ(send("PUT", "/data?restype=container&comp=metadata").status, 200);
    EXPECT_EQ(put("/data/b", "y").status, 201);
    EXPECT_EQ(codeOf(lease("acquire", {{"x-ms-lease-duration", "15"}, {"If-Match", "*"}}, path)),
              "ConditionHeadersNotSupported");
    EXPECT_EQ(send("DELETE", "/data?restype=container", {{"x-ms-lease-id", a}}).status, 202);
}

TEST_F(LeaseTest, WhoMayDeleteMayBreak)
{
    acquire(a, "-1");
    EXPECT_EQ(sendWithSas("d", "PUT", "/data/b?comp=lease",
                          {{"x-ms-lease-action", "renew"}, {"x-ms-lease-id", a}})
                  .status,
              403);
    EXPECT_EQ(
        sendWithSas("d", "PUT", "/data/b?comp=lease", {{"x-ms-lease-action", "break"}}).status,
        202);
}
