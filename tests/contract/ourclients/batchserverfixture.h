// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/connectbatch.h"
#include "core/blob/connectblob.h"
#include "tests/contract/ourclients/servers.h"
#include "tests/support/wait.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <gtest/gtest.h>

#include <functional>

namespace Batchdesk::Test {

//! \brief Our Batch client before "This computer", which all tests share.
class BatchServerTest : public ::testing::Test
{
protected:
    BatchServerTest();

    static const RealServer &server();
    std::shared_ptr<Batch::BatchClient> connect(const AccountAccess &account) const;

    //! \brief The value, or a failure of the test that says the error.
    template <typename T>
    static T valueOf(const QFuture<Outcome<T>> &future)
    {
        const Outcome<T> outcome = waitFor(future);
        EXPECT_TRUE(outcome.ok()) << (outcome.ok() ? "" : qPrintable(outcome.error().caption()));
        return outcome.ok() ? *outcome : T();
    }
    //! \brief Whether it succeeded; says the error otherwise.
    static ::testing::AssertionResult done(const QFuture<Outcome<void>> &future);
    //! \brief The service's code of what must fail.
    template <typename T>
    static std::string codeOf(const QFuture<Outcome<T>> &future)
    {
        const Outcome<T> outcome = waitFor(future);
        return outcome.ok() ? "(it succeeded)" : outcome.error().code.toStdString();
    }

    //! \brief Asks again and again until it is so; false after a minute.
    static bool eventually(const std::function<bool()> &isSo);
    bool poolIsSteady(const QString &poolId);
    //! \brief Waits for so many nodes in that state, and gives them.
    QList<Batch::Node> nodesIn(const QString &poolId, const QString &state, qsizetype count);
    bool taskIsCompleted(const QString &jobId, const QString &taskId);

    Batch::PoolSpec poolSpec(const QString &id, int nodes);
    static Batch::TaskSpec taskSpec(const QString &id, const QString &script);

    std::shared_ptr<Transport> transport;
    std::shared_ptr<Batch::BatchClient> client;
};

} // namespace Batchdesk::Test
