// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/applicationarchive.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

class ApplicationArchiveTest : public ::testing::Test
{
protected:
    QTemporaryDir m_dir;
    QString m_folder = m_dir.filePath(QStringLiteral("app"));
    QString m_zip = m_dir.filePath(QStringLiteral("application.zip"));

    ApplicationFile make(const QString &path, const QByteArray &content,
                         bool executable = false) const
    {
        const QString full = m_folder + QLatin1Char('/') + path;
        QDir().mkpath(QFileInfo(full).path());
        QFile file(full);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return {path, content.size(), executable};
    }
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_F(ApplicationArchiveTest, KeepsContentNamesAndExecutableBits)
{
    const QString odd = QStringLiteral("sub dir/ü '$x.py");
    const QList<ApplicationFile> files{make(QStringLiteral("run.sh"), "echo hi\n", true),
                                       make(odd, QByteArray(300'000, 'z'))};
    ASSERT_TRUE(writeApplicationArchive(m_folder, files, m_zip, {}).ok());

    QuaZip zip(m_zip);
    ASSERT_TRUE(zip.open(QuaZip::mdUnzip));
    EXPECT_EQ(zip.getFileNameList(), QStringList({QStringLiteral("run.sh"), odd}));
    ASSERT_TRUE(zip.setCurrentFile(QStringLiteral("run.sh")));
    QuaZipFileInfo64 info;
    ASSERT_TRUE(zip.getCurrentFileInfo(&info));
    EXPECT_EQ(info.externalAttr >> 16U, 0100755U);
    ASSERT_TRUE(zip.setCurrentFile(odd));
    ASSERT_TRUE(zip.getCurrentFileInfo(&info));
    EXPECT_EQ(info.externalAttr >> 16U, 0100644U);
    QuaZipFile entry(&zip);
    ASSERT_TRUE(entry.open(QIODevice::ReadOnly));
    EXPECT_EQ(entry.readAll(), QByteArray(300'000, 'z'));
}

TEST_F(ApplicationArchiveTest, TheSameFilesGiveTheSameBytes)
{
    const QList<ApplicationFile> files{make(QStringLiteral("a.py"), "print(1)\n")};
    ASSERT_TRUE(writeApplicationArchive(m_folder, files, m_zip, {}).ok());
    const QByteArray first = bytesOf(m_zip);
    ASSERT_TRUE(writeApplicationArchive(m_folder, files, m_zip, {}).ok());
    EXPECT_EQ(bytesOf(m_zip), first);
    EXPECT_FALSE(QFileInfo::exists(m_zip + QStringLiteral(".part")));
}

TEST_F(ApplicationArchiveTest, NamesTheFileThatIsGone)
{
    const QList<ApplicationFile> files{make(QStringLiteral("a.py"), "x"),
                                       {QStringLiteral("gone.py"), 3, false}};
    const auto written = writeApplicationArchive(m_folder, files, m_zip, {});
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.error().kind, Error::Kind::Io);
    EXPECT_TRUE(written.error().place.endsWith(QStringLiteral("gone.py")));
    EXPECT_FALSE(QFileInfo::exists(m_zip));
    EXPECT_FALSE(QFileInfo::exists(m_zip + QStringLiteral(".part")));
}

TEST_F(ApplicationArchiveTest, StopsWhenAsked)
{
    const QList<ApplicationFile> files{make(QStringLiteral("a.py"), "x")};
    CancelToken cancel;
    cancel.cancel();
    const auto written = writeApplicationArchive(m_folder, files, m_zip, cancel);
    ASSERT_FALSE(written.ok());
    EXPECT_TRUE(written.error().isCancelled());
}
