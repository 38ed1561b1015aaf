// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/contract/ourclients/batchserverfixture.h"

#include "core/net/networktransport.h"

namespace Batchdesk::Test {
namespace {

class SharedServer final : public ::testing::Environment
{
public:
    void TearDown() override
    {
        if (server)
            server->stop();
        server.reset();
    }

    std::unique_ptr<EmbeddedServer> server;
};

// The test framework owns it.
SharedServer *const shared = [] {
    auto *made = new SharedServer;
    ::testing::AddGlobalTestEnvironment(made);
    return made;
}();

} // namespace

BatchServerTest::BatchServerTest()
    : transport(std::make_shared<NetworkTransport>())
    , client(connect(server().account()))
{
}

const RealServer &BatchServerTest::server()
{
    if (!shared->server)
        shared->server =
            std::make_unique<EmbeddedServer>(QStringLiteral("ourclient--Batchdesk"), 8);
    return *shared->server;
}

std::shared_ptr<Batch::BatchClient> BatchServerTest::connect(const AccountAccess &account) const
{
    // What fails here is to be seen at once rather than tried again.
    const RetryPolicy once{1, std::chrono::milliseconds(0), std::chrono::milliseconds(0)};
    return Batch::connectBatch(account, transport, std::make_shared<SystemClock>(), once);
}

::testing::AssertionResult BatchServerTest::done(const QFuture<Outcome<void>> &future)
{
    const Outcome<void> outcome = waitFor(future);
    if (outcome.ok())
        return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure() << qPrintable(outcome.error().caption());
}

bool BatchServerTest::eventually(const std::function<bool()> &isSo)
{
    QElapsedTimer time;
    time.start();
    while (!isSo()) {
        if (time.elapsed() > 60'000)
            return false;
        QEventLoop between;
        QTimer::singleShot(20, &between, &QEventLoop::quit);
        between.exec();
    }
    return true;
}

bool BatchServerTest::poolIsSteady(const QString &poolId)
{
    return eventually(
        [&] { return valueOf(client->pool(poolId)).allocationState == QLatin1String("steady"); });
}

QList<Batch::Node> BatchServerTest::nodesIn(const QString &poolId, const QString &state,
                                            qsizetype count)
{
    QList<Batch::Node> found;
    EXPECT_TRUE(eventually([&] {
        found.clear();
        for (const Batch::Node &node : valueOf(client->nodes(poolId)).items) {
            if (node.state == state)
                found << node;
        }
        return found.size() == count;
    })) << qPrintable(state);
    return found;
}

bool BatchServerTest::taskIsCompleted(const QString &jobId, const QString &taskId)
{
    return eventually([&] { return valueOf(client->task(jobId, taskId)).isCompleted(); });
}

Batch::PoolSpec BatchServerTest::poolSpec(const QString &id, int nodes)
{
    const auto images = valueOf(client->supportedImages()).items;
    Batch::PoolSpec spec;
    spec.id = id;
    spec.vmSize = QStringLiteral("standard_d2s_v3");
    if (!images.isEmpty()) {
        spec.image = images.first().image;
        spec.nodeAgentSkuId = images.first().nodeAgentSkuId;
    }
    spec.targetDedicatedNodes = nodes;
    return spec;
}

Batch::TaskSpec BatchServerTest::taskSpec(const QString &id, const QString &script)
{
    Batch::TaskSpec spec;
    spec.id = id;
    spec.commandLine = QStringLiteral("/bin/sh -c '%1'").arg(script);
    return spec;
}

} // namespace Batchdesk::Test
