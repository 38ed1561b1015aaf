// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/pause.h"

#include <QCoroTask>
#include <QTimer>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace std::chrono_literals;

TEST(Pause, EndsByItself)
{
    QCoro::waitFor(pause(1ms, {}));
    QCoro::waitFor(pause(0ms, {}));
}

TEST(Pause, EndsEarlyWhenCancelled)
{
    CancelToken before;
    before.cancel();
    QCoro::waitFor(pause(24h, before));
    CancelToken meanwhile;
    bool isCancelled = false;
    QTimer::singleShot(0, [&] {
        isCancelled = true;
        meanwhile.cancel();
    });
    QCoro::waitFor(pause(24h, meanwhile));
    EXPECT_TRUE(isCancelled);
}
