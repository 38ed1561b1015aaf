// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/auth/accountaccess.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

const QString key = QStringLiteral("AAECAwQFBgcICQoLDA0ODw==");

QProcessEnvironment fullEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("AZURE_BATCH_ACCOUNT"), QStringLiteral("acct"));
    environment.insert(QStringLiteral("AZURE_BATCH_ACCESS_KEY"), key);
    environment.insert(QStringLiteral("AZURE_BATCH_ENDPOINT"),
                       QStringLiteral("https://acct.region.batch.azure.com/"));
    environment.insert(QStringLiteral("AZURE_STORAGE_CONNECTION_STRING"),
                       QStringLiteral("AccountName=store;AccountKey=") + key);
    return environment;
}

QString writeFile(const QTemporaryDir &folder, const QByteArray &text)
{
    const QString path = folder.filePath(QStringLiteral("connection.env"));
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text);
    return path;
}

} // namespace

TEST(StorageConnectionString, MakesTheEndpointFromItsParts)
{
    const auto access = storageFromConnectionString(
        QStringLiteral("DefaultEndpointsProtocol=https;AccountName=store;AccountKey=%1;"
                       "EndpointSuffix=core.chinacloudapi.cn")
            .arg(key));
    ASSERT_TRUE(access.ok()) << access.error().caption().toStdString();
    EXPECT_EQ(access->blobEndpoint,
              QUrl(QStringLiteral("https://store.blob.core.chinacloudapi.cn")));
    EXPECT_EQ(access->account, QStringLiteral("store"));
    EXPECT_EQ(access->key.reveal(), key.toLatin1());
}

TEST(StorageConnectionString, TakesAPathStyleEndpoint)
{
    const auto access = storageFromConnectionString(
        QStringLiteral("DefaultEndpointsProtocol=http;AccountName=local;AccountKey=%1;BlobEndpoint="
                       "http://127.0.0.1:4711/local/;")
            .arg(key));
    ASSERT_TRUE(access.ok());
    EXPECT_EQ(access->blobEndpoint, QUrl(QStringLiteral("http://127.0.0.1:4711/local")));
}

TEST(StorageConnectionString, NamesAllThatIsMissingAndNeverTheKey)
{
    const auto none = storageFromConnectionString(QStringLiteral("EndpointSuffix=x"));
    ASSERT_FALSE(none.ok());
    EXPECT_TRUE(none.error().message.contains(QStringLiteral("AccountName, AccountKey")));
    const auto bad =
        storageFromConnectionString(QStringLiteral("AccountName=a;AccountKey=no*base64"));
    ASSERT_FALSE(bad.ok());
    EXPECT_FALSE(bad.error().caption().contains(QStringLiteral("no*base64")));
    EXPECT_FALSE(storageFromConnectionString(
                     QStringLiteral("AccountName=a;AccountKey=%1;BlobEndpoint=ftp://x").arg(key))
                     .ok());
}

TEST(AccountFromEnvironment, ReadsTheFourVariables)
{
    const auto access = accountFromEnvironment(fullEnvironment());
    ASSERT_TRUE(access.ok()) << access.error().caption().toStdString();
    EXPECT_EQ(access->name, QStringLiteral("env"));
    EXPECT_EQ(access->batchEndpoint, QUrl(QStringLiteral("https://acct.region.batch.azure.com")));
    EXPECT_EQ(access->batchAccount, QStringLiteral("acct"));
    EXPECT_EQ(access->batchKey.reveal(), key.toLatin1());
    EXPECT_EQ(access->storageAccount, QStringLiteral("store"));
    EXPECT_EQ(access->storageKey.reveal(), key.toLatin1());
}

TEST(AccountFromEnvironment, NamesEveryMissingVariableAtOnce)
{
    QProcessEnvironment environment = fullEnvironment();
    environment.remove(QStringLiteral("AZURE_BATCH_ACCOUNT"));
    environment.remove(QStringLiteral("AZURE_STORAGE_CONNECTION_STRING"));
    const auto access = accountFromEnvironment(environment);
    ASSERT_FALSE(access.ok());
    EXPECT_TRUE(access.error().message.contains(
        QStringLiteral("AZURE_BATCH_ACCOUNT, AZURE_STORAGE_CONNECTION_STRING")));
}

TEST(AccountFromEnvironment, RefusesAnEndpointThatIsNoUrl)
{
    QProcessEnvironment environment = fullEnvironment();
    environment.insert(QStringLiteral("AZURE_BATCH_ENDPOINT"), QStringLiteral("ftp://x"));
    EXPECT_FALSE(accountFromEnvironment(environment).ok());
    environment.insert(QStringLiteral("AZURE_BATCH_ENDPOINT"),
                       QStringLiteral("acct.region.batch.azure.com"));
    EXPECT_EQ(accountFromEnvironment(environment)->batchEndpoint.scheme(), QStringLiteral("https"));
}

TEST(AccountFromConnectionFile, ReadsWhatAShellWouldRead)
{
    const QTemporaryDir folder;
    const QString path = writeFile(folder,
                                   "# a comment\n"
                                   "AZURE_BATCH_ACCOUNT=local\n"
                                   "export AZURE_BATCH_ACCESS_KEY=\"AAECAwQFBgcICQoLDA0ODw==\"\n"
                                   "AZURE_BATCH_ENDPOINT='http://127.0.0.1:81'\n"
                                   "AZURE_STORAGE_CONNECTION_STRING='AccountName=l;AccountKey=AAEC;"
                                   "BlobEndpoint=http://127.0.0.1:82/l'\n"
                                   "OTHER='it'\\''s'\n");
    const auto access = accountFromConnectionFile(path);
    ASSERT_TRUE(access.ok()) << access.error().caption().toStdString();
    EXPECT_EQ(access->name, QStringLiteral("local"));
    EXPECT_EQ(access->batchEndpoint, QUrl(QStringLiteral("http://127.0.0.1:81")));
    EXPECT_EQ(access->batchKey.reveal(), key.toLatin1());
    EXPECT_EQ(access->blobEndpoint, QUrl(QStringLiteral("http://127.0.0.1:82/l")));
}

TEST(AccountFromConnectionFile, SaysFileAndLineOfWhatItCannotRead)
{
    const QTemporaryDir folder;
    const auto open = accountFromConnectionFile(writeFile(folder, "A=1\nB='open\n"));
    ASSERT_FALSE(open.ok());
    EXPECT_TRUE(open.error().place.endsWith(QStringLiteral("connection.env, line 2")));
    const auto words = accountFromConnectionFile(writeFile(folder, "A=one two\n"));
    EXPECT_FALSE(words.ok());
    const auto missing = accountFromConnectionFile(folder.filePath(QStringLiteral("none")));
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().kind, Error::Kind::Io);
}
