// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/awaitoutcome.h"
#include "tests/support/waittask.h"

#include <QPromise>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

TEST(AwaitOutcome, GivesTheResult)
{
    QPromise<Outcome<int>> promise;
    promise.start();
    QTimer::singleShot(0, [&promise] {
        promise.addResult(Outcome<int>(7));
        promise.finish();
    });
    const Outcome<int> outcome = waitForFlow(awaitOutcome(promise.future()));
    ASSERT_TRUE(outcome.ok());
    EXPECT_EQ(*outcome, 7);
}

TEST(AwaitOutcome, ADroppedPromiseIsACancelledOutcome)
{
    auto promise = std::make_unique<QPromise<Outcome<int>>>();
    promise->start();
    const QFuture<Outcome<int>> future = promise->future();
    QTimer::singleShot(0, [&promise] { promise.reset(); });
    EXPECT_TRUE(waitForFlow(awaitOutcome(future)).error().isCancelled());
    EXPECT_TRUE(waitForFlow(awaitOutcome(future)).error().isCancelled())
        << "also when it has ended before";
}

TEST(AwaitOutcome, DoesNotBlockOnOneThatWasCancelledButHasNotEnded)
{
    QPromise<Outcome<int>> promise;
    promise.start();
    promise.future().cancel();
    EXPECT_TRUE(waitForFlow(awaitOutcome(promise.future())).error().isCancelled());
    EXPECT_TRUE(waitForFlow(awaitOutcome(promise.future(), CancelToken())).error().isCancelled());
}

TEST(AwaitOutcome, TheTokenCancelsTheFuture)
{
    auto promise = std::make_unique<QPromise<Outcome<int>>>();
    promise->start();
    const QFuture<Outcome<int>> future = promise->future();
    QFutureWatcher<Outcome<int>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::canceled, [&promise] { promise.reset(); });
    watcher.setFuture(future);
    const CancelToken token;
    QTimer::singleShot(0, [token] { token.cancel(); });
    EXPECT_TRUE(waitForFlow(awaitOutcome(future, token)).error().isCancelled());
    EXPECT_TRUE(future.isCanceled());
}
