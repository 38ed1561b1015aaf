// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/base/redact.h"

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

const QString canary = QStringLiteral("S3cr3t/Canary+0123456789abcdefghijklmnopqrs=");

void expectGone(const QString &text, const QString &kept)
{
    const QString result = redact(text);
    EXPECT_FALSE(result.contains(QStringLiteral("Canary"))) << result.toStdString();
    EXPECT_FALSE(result.contains(QStringLiteral("abcdefghij"))) << result.toStdString();
    EXPECT_TRUE(result.contains(kept)) << result.toStdString();
    EXPECT_TRUE(result.contains(QChar(0x2026))) << result.toStdString();
}

} // namespace

TEST(Redact, TakesSasSignaturesOutOfUrlsAndKeepsTheRest)
{
    expectGone(QStringLiteral("https://a.blob/c/b?sv=2021-12-02&sig=") + canary
                   + QStringLiteral("&sr=b"),
               QStringLiteral("&sr=b"));
    expectGone(
        QStringLiteral("\"httpUrl\":\"http://x/?sig=S3cr3t%2FCanary%2Babcdefghij%3D\",\"n\":1"),
        QStringLiteral("\"n\":1"));
    expectGone(QStringLiteral("url=http%3A%2F%2Fx%3Fsig%3DS3cr3t%2FCanary&next=1"),
               QStringLiteral("&next=1"));
    expectGone(QStringLiteral("?SIG=") + canary, QStringLiteral("?SIG="));
}

TEST(Redact, TakesSharedKeysAndTokensOut)
{
    expectGone(QStringLiteral("Authorization: SharedKey acct:") + canary,
               QStringLiteral("SharedKey acct:"));
    expectGone(QStringLiteral("Authorization: Bearer ") + canary, QStringLiteral("Bearer "));
    expectGone(QStringLiteral("AccountName=a;AccountKey=%1;EndpointSuffix=x").arg(canary),
               QStringLiteral(";EndpointSuffix=x"));
    expectGone(QStringLiteral("AZURE_BATCH_ACCESS_KEY='%1'").arg(canary),
               QStringLiteral("ACCESS_KEY"));
    expectGone(QStringLiteral("{\"batchAccountKey\": \"%1\"}").arg(canary), QStringLiteral("\"}"));
    expectGone(QStringLiteral("The MAC signature found in the HTTP request '%1' is not the same")
                   .arg(canary),
               QStringLiteral("is not the same"));
}

TEST(Redact, LeavesOrdinaryTextAlone)
{
    const QString text = QStringLiteral("GET /jobs/j1/tasks 404 (design=3, assign=4) sigma=2");
    EXPECT_EQ(redact(text), text);
}
