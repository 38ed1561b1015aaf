// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/transfer/copy.h"
#include "tests/core/transfer/fakeblobstore.h"
#include "tests/support/waittask.h"

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

//! A store that copies in the background: the copy is pending for a few looks, then ends so.
class CopyTest : public ::testing::Test
{
protected:
    CopyTest()
    {
        store.put(QStringLiteral("source"), "hello");
        store.intercept = [this](const HttpRequest &sent) { return answerTo(sent); };
    }

    Outcome<Blob::BlobItem> copy(CancelToken token = {})
    {
        CopyRequest request{QStringLiteral("c"), QStringLiteral("target"), {}, {}};
        request.copy.sourceContainer = QStringLiteral("c");
        request.copy.sourceBlob = QStringLiteral("source");
        request.lookAgain = std::chrono::milliseconds(1);
        return waitForFlow(copyBlob(store.client, request, token));
    }

    std::optional<HttpResponse> answerTo(const HttpRequest &sent)
    {
        if (sent.headers.value("x-ms-copy-action") == "abort") {
            ++aborts;
            return answer(abortStatus);
        }
        if (sent.headers.contains("x-ms-copy-source"))
            return answer(startStatus, {},
                          {{"x-ms-copy-id", "id1"}, {"x-ms-copy-status", "pending"}});
        if (sent.verb != "HEAD")
            return std::nullopt;
        ++looks;
        if (onLook)
            onLook();
        const QByteArray status = looks <= pendingLooks ? QByteArray("pending") : finalStatus;
        return answer(200, {},
                      {{"Content-Length", "5"},
                       {"x-ms-copy-id", finalId},
                       {"x-ms-copy-status", status},
                       {"x-ms-copy-status-description", reason}});
    }

    FakeBlobStore store;
    int startStatus = 202;
    int abortStatus = 204;
    int pendingLooks = 2;
    QByteArray finalStatus = "success";
    QByteArray finalId = "id1";
    QByteArray reason;
    std::function<void()> onLook;
    int looks = 0;
    int aborts = 0;
};

} // namespace

TEST_F(CopyTest, WaitsUntilTheCopyIsThere)
{
    const auto copied = copy();
    ASSERT_TRUE(copied.ok()) << qPrintable(copied.error().caption());
    EXPECT_EQ(copied->size, 5);
    EXPECT_EQ(looks, 3);
    EXPECT_EQ(aborts, 0);
}

TEST_F(CopyTest, AFailedCopySaysWhy)
{
    finalStatus = "failed";
    reason = "404 BlobNotFound";
    const auto copied = copy();
    ASSERT_FALSE(copied.ok());
    EXPECT_EQ(copied.error().kind, Error::Kind::Conflict);
    EXPECT_TRUE(copied.error().message.contains(QStringLiteral("404 BlobNotFound")));
    EXPECT_TRUE(copied.error().message.contains(QStringLiteral("source")));
}

TEST_F(CopyTest, AnotherCopyInItsPlaceIsNotOurs)
{
    finalId = "id2";
    pendingLooks = 0;
    EXPECT_EQ(copy().error().kind, Error::Kind::Conflict);
    EXPECT_EQ(looks, 1);
}

TEST_F(CopyTest, WhatCannotBeBegunFails)
{
    startStatus = 404;
    EXPECT_EQ(copy().error().kind, Error::Kind::NotFound);
    EXPECT_EQ(looks, 0);
}

TEST_F(CopyTest, CancellingMakesTheServiceGiveItUp)
{
    pendingLooks = 1'000'000;
    CancelToken token;
    onLook = [token] { token.cancel(); };
    EXPECT_TRUE(copy(token).error().isCancelled());
    EXPECT_EQ(aborts, 1);
    abortStatus = 409;
    CancelToken again;
    onLook = [again] { again.cancel(); };
    EXPECT_TRUE(copy(again).error().isCancelled()) << "it had ended meanwhile";
    abortStatus = 403;
    CancelToken third;
    onLook = [third] { third.cancel(); };
    EXPECT_EQ(copy(third).error().kind, Error::Kind::Forbidden) << "it goes on: that is to be told";
}

TEST_F(CopyTest, CancelledBeforeItBeginsItSendsNothing)
{
    CancelToken token;
    token.cancel();
    EXPECT_TRUE(copy(token).error().isCancelled());
    EXPECT_EQ(store.transport->requests().size(), 0);
}
