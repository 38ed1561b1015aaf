// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/connectbatch.h"
#include "tests/core/batch/batchfixture.h"

using namespace Batchdesk;
using namespace Batchdesk::Batch;
using namespace Batchdesk::Test;

namespace {

const QString poolId = QStringLiteral("p1");

} // namespace

TEST_F(BatchClientTest, KeepsTheBasePathOfTheEndpoint)
{
    BatchClient based(QUrl(QStringLiteral("http://127.0.0.1:8080/sub/path/")),
                      restClient(decodeError));
    answeredBy("pool_get", [&] { return based.pool(QStringLiteral("p/1")); }).ok();
    EXPECT_EQ(transport->requests().last().url.toEncoded(),
              "http://127.0.0.1:8080/sub/path/pools/p%2F1?api-version=2025-06-01");
}

TEST_F(BatchClientTest, SendsNothingForIdsThatAUrlWouldLose)
{
    for (const QString &id : {QString(), QStringLiteral("."), QStringLiteral("..")}) {
        const auto outcome = waitFor(client.deletePool(id));
        ASSERT_FALSE(outcome.ok());
        EXPECT_EQ(outcome.error().kind, Error::Kind::InvalidInput);
    }
    EXPECT_TRUE(transport->requests().isEmpty());
}

TEST_F(BatchClientTest, DoesNotFollowALinkToAnotherHost)
{
    ListQuery query;
    for (const char *link :
         {"https://evil.example/pools?x=1", "http://myacct.westeurope.batch.azure.com/pools",
          "https://myacct.westeurope.batch.azure.com:444/pools", "/pools", "%"}) {
        query.nextLink = QLatin1String(link);
        const auto outcome = waitFor(client.pools(query));
        ASSERT_FALSE(outcome.ok()) << link;
        EXPECT_EQ(outcome.error().kind, Error::Kind::Service);
    }
    EXPECT_TRUE(transport->requests().isEmpty());
}

TEST_F(BatchClientTest, CancellingTheFutureAbortsTheRequest)
{
    transport->scriptHang();
    QFuture<Outcome<Pool>> future = client.pool(poolId);
    waitUntil([this] { return transport->hanging() == 1; });
    future.cancel();
    waitForEnd(future);
    waitUntil([this] { return transport->isCancelled(0); });
    EXPECT_EQ(future.resultCount(), 0);
}

TEST(ConnectBatch, SignsWithTheAccountsKey)
{
    auto transport = std::make_shared<FakeTransport>();
    transport->script(answer(202));
    AccountAccess account;
    account.batchEndpoint = QUrl(QStringLiteral("https://myacct.westeurope.batch.azure.com"));
    account.batchAccount = QStringLiteral("myacct");
    account.batchKey = Secret("a2V5");
    const auto client = connectBatch(account, transport, std::make_shared<SystemClock>());
    EXPECT_TRUE(waitFor(client->deletePool(poolId)).ok());
    const HttpHeaders &headers = transport->requests().last().headers;
    EXPECT_TRUE(headers.value("Authorization").startsWith("SharedKey myacct:"));
    EXPECT_TRUE(headers.contains("ocp-date"));
}
