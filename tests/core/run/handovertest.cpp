// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/handover.h"

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

AccountAccess account()
{
    return {QStringLiteral("lab"),
            QUrl(QStringLiteral("https://lab.westeurope.batch.azure.com")),
            QStringLiteral("lab"),
            Secret("a2V5LTE="),
            QUrl(QStringLiteral("https://labdata.blob.core.windows.net")),
            QStringLiteral("labdata"),
            Secret("a2V5LTI=")};
}

RepositoryAccess repository()
{
    RepositoryAccess access;
    access.credential.kind = Git::Credential::Kind::Token;
    access.credential.name = QStringLiteral("lab-token");
    access.credential.host = QStringLiteral("github.com");
    access.credential.user = QStringLiteral("git");
    access.secret = Secret("t0ken");
    return access;
}

} // namespace

TEST(Handover, AnAccountArrivesWithItsKeys)
{
    Handover sent;
    sent.account = account();
    const auto arrived = handoverFrom(toBytes(sent));
    ASSERT_TRUE(arrived.ok());
    ASSERT_TRUE(arrived->account.has_value());
    EXPECT_FALSE(arrived->repository.has_value());
    EXPECT_EQ(arrived->account->name, sent.account->name);
    EXPECT_EQ(arrived->account->batchEndpoint, sent.account->batchEndpoint);
    EXPECT_EQ(arrived->account->batchAccount, sent.account->batchAccount);
    EXPECT_EQ(arrived->account->batchKey.reveal(), sent.account->batchKey.reveal());
    EXPECT_EQ(arrived->account->blobEndpoint, sent.account->blobEndpoint);
    EXPECT_EQ(arrived->account->storageAccount, sent.account->storageAccount);
    EXPECT_EQ(arrived->account->storageKey.reveal(), sent.account->storageKey.reveal());
}

TEST(Handover, WhatOpensARepositoryArrivesWithAndWithoutAnAccount)
{
    for (const bool withAccount : {false, true}) {
        Handover sent;
        sent.repository = repository();
        if (withAccount)
            sent.account = account();
        const auto arrived = handoverFrom(toBytes(sent));
        ASSERT_TRUE(arrived.ok());
        EXPECT_EQ(arrived->account.has_value(), withAccount);
        ASSERT_TRUE(arrived->repository.has_value());
        EXPECT_EQ(arrived->repository->credential, sent.repository->credential);
        EXPECT_EQ(arrived->repository->secret.reveal(), sent.repository->secret.reveal());
    }
}

TEST(Handover, AKeyOfManyLinesArrivesAsItIs)
{
    Handover sent;
    sent.repository = RepositoryAccess{{}, Secret("-----BEGIN\nabc\n-----END\n")};
    sent.repository->credential.name = QStringLiteral("lab-key");
    const auto arrived = handoverFrom(toBytes(sent));
    ASSERT_TRUE(arrived.ok());
    EXPECT_EQ(arrived->repository->credential.kind, Git::Credential::Kind::SshKey);
    EXPECT_EQ(arrived->repository->secret.reveal(), sent.repository->secret.reveal());
}

TEST(Handover, AnythingElseIsRefusedWithoutRepeatingIt)
{
    for (const char *bytes :
         {"", "{}", "not json", R"({"batchKey":"c2VjcmV0"})",
          R"({"account":{"batchKey":"c2VjcmV0"}})", R"({"repository":{"name":"c2VjcmV0"}})"}) {
        const auto arrived = handoverFrom(Secret(bytes));
        ASSERT_FALSE(arrived.ok()) << bytes;
        EXPECT_EQ(arrived.error().kind, Error::Kind::InvalidInput);
        EXPECT_FALSE(arrived.error().caption().contains(QLatin1String("c2VjcmV0")));
    }
}
