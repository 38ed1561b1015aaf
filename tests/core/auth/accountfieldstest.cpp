// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/auth/accountfields.h"
#include "core/auth/accountprofiles.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

QString endpointOf(const char *text)
{
    const auto address = batchAddressFromText(QLatin1String(text));
    return address ? address->endpoint.toString() : QStringLiteral("-");
}

QString accountOf(const char *text)
{
    const auto address = batchAddressFromText(QLatin1String(text));
    return address ? address->account : QStringLiteral("-");
}

} // namespace

TEST(AccountFields, TheBatchUrlNamesItsAccount)
{
    EXPECT_EQ(accountOf("https://lab.westeurope.batch.azure.com"), QStringLiteral("lab"));
    EXPECT_EQ(accountOf(" lab.westeurope.batch.azure.com/ "), QStringLiteral("lab"));
    EXPECT_EQ(endpointOf("lab.westeurope.batch.azure.com/"),
              QStringLiteral("https://lab.westeurope.batch.azure.com"));
    EXPECT_EQ(accountOf("http://127.0.0.1:8080"), QString());
    EXPECT_EQ(endpointOf("http://127.0.0.1:8080"), QStringLiteral("http://127.0.0.1:8080"));
}

TEST(AccountFields, WhatIsNoBatchUrlIsRefused)
{
    for (const char *text : {"", "lab", "ftp://lab.batch.azure.com", "https://", "two words",
                             "https://lab.batch.azure.com?x=1", "https://me@lab.batch.azure.com"})
        EXPECT_EQ(endpointOf(text), QStringLiteral("-")) << text;
}

TEST(AccountFields, KeysAreBase64AndNeverRepeated)
{
    const auto key = accountKeyFromText(QStringLiteral(" aGVsbG8= \n"));
    ASSERT_TRUE(key);
    EXPECT_EQ(key->reveal(), QByteArray("aGVsbG8="));
    EXPECT_FALSE(accountKeyFromText(QString()));
    const auto wrong = accountKeyFromText(QStringLiteral("not*a*key"));
    ASSERT_FALSE(wrong);
    EXPECT_FALSE(wrong.error().caption().contains(QStringLiteral("not*a*key")));
}

TEST(AccountFields, ProfileNames)
{
    EXPECT_TRUE(checkProfileName(QStringLiteral("Lab, 2nd floor")));
    for (const char *name : {"", "  ", " lab", "local", "env", "a/b", "a\nb"})
        EXPECT_FALSE(checkProfileName(QLatin1String(name))) << name;
    EXPECT_FALSE(checkProfileName(QString(65, QLatin1Char('x'))));
}

TEST(AccountFields, StorageAccountNames)
{
    EXPECT_TRUE(checkStorageAccountName(QStringLiteral("lab2store")));
    for (const char *name : {"", "ab", "Lab", "lab-store", "abcdefghijklmnopqrstuvwxy"})
        EXPECT_FALSE(checkStorageAccountName(QLatin1String(name))) << name;
}

TEST(AccountFields, StorageAnswersInTheCloudOfItsBatchAccount)
{
    const auto endpoint = [](const char *batch) {
        return usualBlobEndpoint(QStringLiteral("store"), QUrl(QLatin1String(batch))).host();
    };
    EXPECT_EQ(endpoint("https://lab.westeurope.batch.azure.com"),
              QStringLiteral("store.blob.core.windows.net"));
    EXPECT_EQ(endpoint("https://lab.chinaeast.batch.chinacloudapi.cn"),
              QStringLiteral("store.blob.core.chinacloudapi.cn"));
    EXPECT_EQ(endpoint("https://lab.usgovvirginia.batch.usgovcloudapi.net"),
              QStringLiteral("store.blob.core.usgovcloudapi.net"));
}

TEST(AccountProfiles, AreReplacedByNameAndRemoved)
{
    const QTemporaryDir folder;
    const AccountProfiles profiles(folder.filePath(QStringLiteral("deep/accounts.json")));
    AccountProfile lab{QStringLiteral("lab"), QUrl(QStringLiteral("https://a.b")),
                       QStringLiteral("a"), QUrl(QStringLiteral("https://s.b")),
                       QStringLiteral("s")};
    AccountProfile home = lab;
    home.name = QStringLiteral("home");
    ASSERT_TRUE(profiles.save(lab));
    ASSERT_TRUE(profiles.save(home));
    lab.batchAccount = QStringLiteral("other");
    ASSERT_TRUE(profiles.save(lab));
    EXPECT_EQ(*profiles.list(), QList<AccountProfile>({home, lab}));
    ASSERT_TRUE(profiles.remove(home.name));
    ASSERT_TRUE(profiles.remove(home.name));
    EXPECT_EQ(*profiles.list(), QList<AccountProfile>({lab}));
}
