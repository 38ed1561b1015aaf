// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/blob/blobfixture.h"

using namespace Batchdesk;
using namespace Batchdesk::Blob;
using namespace Batchdesk::Test;

namespace {

const QString in = QStringLiteral("run-in");

Error recordedError(const char *name)
{
    return decodeError(QStringLiteral("Get Blob"), RecordedExchange(name).response());
}

} // namespace

TEST_F(BlobClientTest, SaysThatAContainerExists)
{
    const auto outcome =
        answeredBy("error_container_exists", [this] { return client.createContainer(in); });
    ASSERT_FALSE(outcome.ok());
    EXPECT_TRUE(outcome.error().isExists());
    EXPECT_EQ(outcome.error().code, QStringLiteral("ContainerAlreadyExists"));
    EXPECT_EQ(outcome.error().message, QStringLiteral("The specified container already exists."));
    EXPECT_EQ(outcome.error().requestId, QStringLiteral("00000000-aaaa-bbbb-cccc-000000000001"));
    EXPECT_EQ(outcome.error().place, QStringLiteral("Create Container"));
}

TEST_F(BlobClientTest, AContainerThatExistsAfterARepeatedRequestWasMadeByIt)
{
    transport->script(failure(HttpResponse::Failure::Network));
    EXPECT_TRUE(
        answeredBy("error_container_exists", [this] { return client.createContainer(in); }).ok());
    transport->script(failure(HttpResponse::Failure::Network));
    const auto outcome =
        answeredBy("error_container_being_deleted", [this] { return client.createContainer(in); });
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().kind, Error::Kind::Conflict);
}

TEST_F(BlobClientTest, ARangeBehindTheEndIsAnError)
{
    const auto outcome = answeredBy("error_range", [this] {
        return client.getBlob(in, QStringLiteral("a"), {12, -1, {}});
    });
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().code, QStringLiteral("InvalidRange"));
    EXPECT_EQ(outcome.error().httpStatus, 416);
}

TEST_F(BlobClientTest, ABlobThatChangedIsAConflict)
{
    const auto outcome = answeredBy("error_changed", [this] {
        return client.getBlob(in, QStringLiteral("a"), {0, 8, QStringLiteral("\"0x1\"")});
    });
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().kind, Error::Kind::Conflict);
    EXPECT_EQ(outcome.error().httpStatus, 412);
}

TEST_F(BlobClientTest, WaitsWhenTheServiceIsBusy)
{
    for (int i = 0; i < 3; ++i)
        transport->script(RecordedExchange("error_busy").response());
    const auto outcome = waitFor(client.deleteBlob(in, QStringLiteral("a")));
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().kind, Error::Kind::Throttled);
    EXPECT_EQ(outcome.error().retryAfter, std::chrono::seconds(3));
    EXPECT_EQ(transport->requests().size(), 3);
}

TEST(BlobErrors, WrongKeyShowsNoSignature)
{
    const Error error = recordedError("error_authentication_failed");
    EXPECT_EQ(error.kind, Error::Kind::Unauthenticated);
    ASSERT_EQ(error.details.size(), 1);
    EXPECT_EQ(error.details[0].first, QStringLiteral("AuthenticationErrorDetail"));
    EXPECT_FALSE(error.details[0].second.contains(QStringLiteral("1PjX6p8t")));
    EXPECT_TRUE(error.details[0].second.contains(QStringLiteral("/acct/run-in")));
}

TEST(BlobErrors, OtherElementsBecomeDetails)
{
    const Error error = recordedError("error_header");
    const QList<QPair<QString, QString>> expected{
        {QStringLiteral("HeaderName"), QStringLiteral("x-ms-version")},
        {QStringLiteral("HeaderValue"), QStringLiteral("2099-01-01")}};
    EXPECT_EQ(error.details, expected);
    EXPECT_EQ(error.kind, Error::Kind::Service);
}

TEST(BlobErrors, WithoutABodyTheHeaderSaysTheCode)
{
    const Error error = recordedError("error_not_found_head");
    EXPECT_EQ(error.kind, Error::Kind::NotFound);
    EXPECT_EQ(error.code, QStringLiteral("BlobNotFound"));
    EXPECT_FALSE(error.message.isEmpty());
}

TEST(BlobErrors, BodiesOfOthersStillGiveASentence)
{
    const Error gateway = recordedError("error_bad_gateway");
    EXPECT_EQ(gateway.kind, Error::Kind::Service);
    EXPECT_TRUE(gateway.message.contains(QStringLiteral("502")));
    EXPECT_FALSE(gateway.message.contains(QLatin1Char('<')));
    const Error bare = recordedError("error_bare");
    EXPECT_EQ(bare.httpStatus, 400);
    EXPECT_FALSE(bare.message.isEmpty());
}
