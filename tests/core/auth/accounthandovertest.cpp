// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/auth/accounthandover.h"

#include <gtest/gtest.h>

using namespace Batchdesk;

TEST(AccountHandover, AnAccountArrivesWithItsKeys)
{
    const AccountAccess account{QStringLiteral("lab"),
                                QUrl(QStringLiteral("https://lab.westeurope.batch.azure.com")),
                                QStringLiteral("lab"),
                                Secret("a2V5LTE="),
                                QUrl(QStringLiteral("https://labdata.blob.core.windows.net")),
                                QStringLiteral("labdata"),
                                Secret("a2V5LTI=")};
    const auto arrived = fromHandover(toHandover(account));
    ASSERT_TRUE(arrived.ok());
    EXPECT_EQ(arrived->name, account.name);
    EXPECT_EQ(arrived->batchEndpoint, account.batchEndpoint);
    EXPECT_EQ(arrived->batchAccount, account.batchAccount);
    EXPECT_EQ(arrived->batchKey.reveal(), account.batchKey.reveal());
    EXPECT_EQ(arrived->blobEndpoint, account.blobEndpoint);
    EXPECT_EQ(arrived->storageAccount, account.storageAccount);
    EXPECT_EQ(arrived->storageKey.reveal(), account.storageKey.reveal());
}

TEST(AccountHandover, AnythingElseIsRefusedWithoutRepeatingIt)
{
    for (const char *bytes : {"", "{}", "not json", R"({"batchKey":"c2VjcmV0"})"}) {
        const auto arrived = fromHandover(Secret(bytes));
        ASSERT_FALSE(arrived.ok()) << bytes;
        EXPECT_EQ(arrived.error().kind, Error::Kind::InvalidInput);
        EXPECT_FALSE(arrived.error().caption().contains(QLatin1String("c2VjcmV0")));
    }
}
