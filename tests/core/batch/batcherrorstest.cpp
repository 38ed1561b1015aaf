// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/batch/batchfixture.h"

using namespace Batchdesk;
using namespace Batchdesk::Batch;
using namespace Batchdesk::Test;

namespace {

const QString requestId = QStringLiteral("00000000-aaaa-bbbb-cccc-000000000001");

Error recordedError(const char *name)
{
    return decodeError(QStringLiteral("Pool - Get"), RecordedExchange(name).response());
}

PoolSpec pool()
{
    PoolSpec spec;
    spec.id = QStringLiteral("p1");
    return spec;
}

} // namespace

TEST_F(BatchClientTest, SaysThatAPoolExists)
{
    const auto outcome = answeredBy("error_pool_exists", [this] { return client.addPool(pool()); });
    ASSERT_FALSE(outcome.ok());
    EXPECT_TRUE(outcome.error().isExists());
    EXPECT_EQ(outcome.error().code, QStringLiteral("PoolExists"));
    EXPECT_EQ(outcome.error().message, QStringLiteral("The specified pool already exists."));
    EXPECT_EQ(outcome.error().requestId, requestId);
    EXPECT_EQ(outcome.error().httpStatus, 409);
    EXPECT_EQ(outcome.error().place, QStringLiteral("Pool - Add"));
}

TEST_F(BatchClientTest, ACreateThatWasRepeatedAndExistsHasSucceeded)
{
    transport->script(failure(HttpResponse::Failure::Network));
    EXPECT_TRUE(answeredBy("error_pool_exists", [this] { return client.addPool(pool()); }).ok());
    transport->script(answer(500));
    EXPECT_TRUE(answeredBy("error_job_exists", [this] { return client.addJob(JobSpec()); }).ok());
}

TEST_F(BatchClientTest, RepeatingExcusesNoOtherConflict)
{
    transport->script(failure(HttpResponse::Failure::Network));
    const auto outcome =
        answeredBy("error_job_completed", [this] { return client.addJob(JobSpec()); });
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().kind, Error::Kind::Conflict);
    EXPECT_EQ(outcome.error().code, QStringLiteral("JobCompleted"));
}

TEST_F(BatchClientTest, WaitsWhenTheServiceIsBusy)
{
    for (int i = 0; i < 3; ++i)
        transport->script(RecordedExchange("error_busy").response());
    // Retry-After is 7 s, which the policy of this test cuts to nothing.
    const auto outcome = waitFor(client.pool(QStringLiteral("p1")));
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().kind, Error::Kind::Throttled);
    EXPECT_EQ(outcome.error().retryAfter, std::chrono::seconds(7));
    EXPECT_EQ(transport->requests().size(), 3);
}

TEST_F(BatchClientTest, AnAnswerThatIsNoJsonIsAnError)
{
    for (const char *body :
         {"", "<html></html>", "[]", "{", "null", "\"x\"", "{\"value\":", "\xFF\xFE"}) {
        transport->script(answer(200, body));
        const auto outcome = waitFor(client.pools());
        ASSERT_FALSE(outcome.ok()) << body;
        EXPECT_EQ(outcome.error().kind, Error::Kind::Service);
        EXPECT_EQ(outcome.error().place, QStringLiteral("Pool - List"));
    }
}

TEST(BatchErrors, WrongKeyShowsNoSignature)
{
    const Error error = recordedError("error_authentication_failed");
    EXPECT_EQ(error.kind, Error::Kind::Unauthenticated);
    EXPECT_EQ(error.message,
              QStringLiteral("Server failed to authenticate the request. Make sure the value of "
                             "Authorization header is formed correctly including the signature."));
    EXPECT_FALSE(error.advice.isEmpty());
    ASSERT_EQ(error.details.size(), 1);
    EXPECT_EQ(error.details[0].first, QStringLiteral("AuthenticationErrorDetail"));
    EXPECT_FALSE(error.details[0].second.contains(QStringLiteral("1PjX6p8t")));
    EXPECT_TRUE(error.details[0].second.contains(QStringLiteral("/myacct/pools")));
}

TEST(BatchErrors, ValuesBecomeDetails)
{
    const Error error = recordedError("error_values");
    EXPECT_EQ(error.kind, Error::Kind::Service);
    const QList<QPair<QString, QString>> expected{
        {QStringLiteral("PropertyName"), QStringLiteral("resizeTimeout")},
        {QStringLiteral("PropertyValue"), QStringLiteral("PT1M")},
        {QStringLiteral("Reason"), QStringLiteral("Too short")}};
    EXPECT_EQ(error.details, expected);
}

TEST(BatchErrors, BodiesOfOthersStillGiveASentence)
{
    const Error gateway = recordedError("error_bad_gateway");
    EXPECT_EQ(gateway.kind, Error::Kind::Service);
    EXPECT_EQ(gateway.httpStatus, 502);
    EXPECT_TRUE(gateway.message.contains(QStringLiteral("502")));
    EXPECT_FALSE(gateway.message.contains(QLatin1Char('<')));
    EXPECT_TRUE(gateway.code.isEmpty());

    const Error head = recordedError("error_not_found_head");
    EXPECT_EQ(head.kind, Error::Kind::NotFound);
    EXPECT_FALSE(head.message.isEmpty());
    EXPECT_EQ(head.requestId, requestId);
}

TEST(BatchErrors, KindFollowsStatusAndCode)
{
    const auto kind = [](int status, const char *code) {
        const QByteArray body = QByteArray("{\"code\":\"") + code + "\",\"message\":\"m\"}";
        return decodeError({}, answer(status, body)).kind;
    };
    EXPECT_EQ(kind(400, "InvalidAuthenticationInfo"), Error::Kind::Unauthenticated);
    EXPECT_EQ(kind(400, "InvalidRequestBody"), Error::Kind::Service);
    EXPECT_EQ(kind(401, ""), Error::Kind::Unauthenticated);
    EXPECT_EQ(kind(403, "AccountIsDisabled"), Error::Kind::Forbidden);
    EXPECT_EQ(kind(404, "JobNotFound"), Error::Kind::NotFound);
    EXPECT_EQ(kind(408, ""), Error::Kind::Timeout);
    EXPECT_EQ(kind(409, "JobExists"), Error::Kind::AlreadyExists);
    EXPECT_EQ(kind(409, "JobBeingDeleted"), Error::Kind::Conflict);
    EXPECT_EQ(kind(412, "ConditionNotMet"), Error::Kind::Conflict);
    EXPECT_EQ(kind(429, ""), Error::Kind::Throttled);
    EXPECT_EQ(kind(500, "InternalError"), Error::Kind::Service);
    EXPECT_EQ(kind(503, "ServerBusy"), Error::Kind::Throttled);
    EXPECT_EQ(kind(503, ""), Error::Kind::Service);
}
