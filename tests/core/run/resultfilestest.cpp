// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/resultfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

class ResultFilesTest : public ::testing::Test
{
protected:
    QTemporaryDir m_dir;

    QString path(const char *relative) const { return m_dir.filePath(QLatin1String(relative)); }
    void write(const char *relative, const QByteArray &content) const
    {
        QDir().mkpath(QFileInfo(path(relative)).path());
        QFile file(path(relative));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

} // namespace

TEST_F(ResultFilesTest, ListsWhatCameHomeByPath)
{
    write("home/b-2/result.csv", "1,2");
    write("home/a-1/task-log/stdout.txt", "hello");
    write("home/a-1/.hidden", "x");
    const ResultListing listing = listResults(path("home"));
    EXPECT_TRUE(listing.exists);
    ASSERT_EQ(listing.files.size(), 3);
    EXPECT_EQ(listing.files.at(0).path, QStringLiteral("a-1/.hidden"));
    EXPECT_EQ(listing.files.at(1).path, QStringLiteral("a-1/task-log/stdout.txt"));
    EXPECT_EQ(listing.files.at(1).name(), QStringLiteral("stdout.txt"));
    EXPECT_EQ(listing.files.at(1).folder(), QStringLiteral("a-1/task-log"));
    EXPECT_EQ(listing.files.at(1).size, 5);
    EXPECT_TRUE(listing.files.at(2).modified.isValid());
}

TEST_F(ResultFilesTest, LeavesOutWhatIsStillBeingReceived)
{
    write("home/a/big.bin.part", "half");
    write("home/a/big.bin.part.tag", "tag");
    write("home/a/own.part", "a result of that name");
    const ResultListing listing = listResults(path("home"));
    ASSERT_EQ(listing.files.size(), 1);
    EXPECT_EQ(listing.files.first().path, QStringLiteral("a/own.part"));
}

TEST_F(ResultFilesTest, TellsAMissingFolderFromAnEmptyOne)
{
    QDir().mkpath(path("empty"));
    EXPECT_TRUE(listResults(path("empty")).exists);
    EXPECT_FALSE(listResults(path("missing")).exists);
    EXPECT_FALSE(listResults(QString()).exists);
}

TEST_F(ResultFilesTest, CopiesAndReplaces)
{
    write("a.txt", QByteArray(3'000'000, 'x'));
    write("b.txt", "old");
    ASSERT_TRUE(copyResult(path("a.txt"), path("b.txt")).ok());
    EXPECT_EQ(read(path("b.txt")), QByteArray(3'000'000, 'x'));
}

TEST_F(ResultFilesTest, ACopyOntoItselfKeepsTheFile)
{
    write("a.txt", "content");
    ASSERT_TRUE(copyResult(path("a.txt"), path("a.txt")).ok());
    EXPECT_EQ(read(path("a.txt")), "content");
}

TEST_F(ResultFilesTest, SaysWhyACopyFails)
{
    write("a.txt", "content");
    const auto gone = copyResult(path("missing.txt"), path("b.txt"));
    ASSERT_FALSE(gone.ok());
    EXPECT_EQ(gone.error().kind, Error::Kind::NotFound);
    const auto nowhere = copyResult(path("a.txt"), path("no/such/folder/b.txt"));
    ASSERT_FALSE(nowhere.ok());
    EXPECT_EQ(nowhere.error().kind, Error::Kind::Io);
}
