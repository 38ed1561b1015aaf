// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/base/outcome.h"
#include "core/base/secret.h"

#include <gtest/gtest.h>

using namespace Batchdesk;

TEST(Outcome, HoldsAValueOrAnError)
{
    const Outcome<int> good = 7;
    ASSERT_TRUE(good.ok());
    EXPECT_EQ(*good, 7);

    const Outcome<int> bad = Error::invalidInput(QStringLiteral("no"));
    ASSERT_FALSE(bad.ok());
    EXPECT_EQ(bad.error().kind, Error::Kind::InvalidInput);

    const Outcome<void> done;
    EXPECT_TRUE(done.ok());
}

TEST(Error, CaptionSaysWhatWhereWhatToDoAndWhoToAsk)
{
    Error error = Error::invalidInput(QStringLiteral("The folder is empty"),
                                      QStringLiteral("/data"), QStringLiteral("Choose another."));
    EXPECT_EQ(error.caption(), QStringLiteral("The folder is empty (/data). Choose another."));
    error.code = QStringLiteral("PoolExists");
    error.requestId = QStringLiteral("r1");
    EXPECT_TRUE(error.caption().endsWith(QStringLiteral("[PoolExists, request r1]")));
}

TEST(Secret, CopiesAreIndependent)
{
    Secret first(QByteArray("key"));
    const Secret second = first;
    first = Secret();
    EXPECT_TRUE(first.isEmpty());
    EXPECT_EQ(second.reveal(), QByteArray("key"));
}
