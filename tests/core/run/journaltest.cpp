// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/journal.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Batchdesk;
using Phase = JournalEntry::Phase;

namespace {

class JournalTest : public ::testing::Test
{
protected:
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("journal.jsonl"));

    std::shared_ptr<Journal> open() const
    {
        auto journal = Journal::open(m_path);
        EXPECT_TRUE(journal.ok());
        return *journal;
    }
    void append(const QByteArray &bytes) const
    {
        QFile file(m_path);
        ASSERT_TRUE(file.open(QIODevice::Append));
        file.write(bytes);
    }
};

} // namespace

TEST_F(JournalTest, RemembersWhatWasBegunAndDone)
{
    {
        auto journal = open();
        ASSERT_TRUE(journal->write(QStringLiteral("pool"), QStringLiteral("p"), Phase::Begin).ok());
        EXPECT_TRUE(journal->begun(QStringLiteral("pool"), QStringLiteral("p")));
        EXPECT_FALSE(journal->done(QStringLiteral("pool"), QStringLiteral("p")));
        ASSERT_TRUE(journal->write(QStringLiteral("pool"), QStringLiteral("p"), Phase::Done).ok());
    }
    auto again = open();
    EXPECT_TRUE(again->done(QStringLiteral("pool"), QStringLiteral("p")));
    EXPECT_FALSE(again->begun(QStringLiteral("job"), QStringLiteral("p")));
    EXPECT_EQ(again->entries().size(), 2);
}

TEST_F(JournalTest, IsOnDiskWhenWriteReturns)
{
    auto journal = open();
    ASSERT_TRUE(
        journal->write(QStringLiteral("job"), QStringLiteral("j \"1\"\n"), Phase::Begin).ok());
    QFile file(m_path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().count('\n'), 1);
}

TEST_F(JournalTest, ALineCutOffByACrashIsIgnoredAndDoesNotSwallowTheNext)
{
    ASSERT_TRUE(open()->write(QStringLiteral("pool"), QStringLiteral("p"), Phase::Begin).ok());
    append("{\"step\":\"job\",\"subj");
    ASSERT_TRUE(open()->write(QStringLiteral("tasks"), QStringLiteral("j"), Phase::Done).ok());
    auto journal = open();
    EXPECT_EQ(journal->entries().size(), 2);
    EXPECT_FALSE(journal->begun(QStringLiteral("job"), QString()));
    EXPECT_TRUE(journal->done(QStringLiteral("tasks"), QStringLiteral("j")));
}

TEST_F(JournalTest, TheLatestEntryDecides)
{
    auto journal = open();
    for (const Phase phase : {Phase::Begin, Phase::Done, Phase::Begin, Phase::Failed})
        ASSERT_TRUE(journal->write(QStringLiteral("pool"), QStringLiteral("p"), phase).ok());
    EXPECT_FALSE(journal->done(QStringLiteral("pool"), QStringLiteral("p")));
    EXPECT_TRUE(journal->begun(QStringLiteral("pool"), QStringLiteral("p")));
}

TEST_F(JournalTest, AThingMayExistFromItsAnnouncementToItsDeletion)
{
    auto journal = open();
    const QString pool = QStringLiteral("pool");
    const QString deletion = QStringLiteral("delete pool");
    const QString id = QStringLiteral("p");
    const auto mayExistAfter = [&](const QString &step, Phase phase) {
        EXPECT_TRUE(journal->write(step, id, phase).ok());
        return journal->mayExist(pool, id);
    };
    EXPECT_FALSE(journal->mayExist(pool, id));
    EXPECT_TRUE(mayExistAfter(pool, Phase::Begin));
    EXPECT_FALSE(mayExistAfter(pool, Phase::Failed)) << "refused";
    EXPECT_TRUE(mayExistAfter(pool, Phase::Done));
    EXPECT_TRUE(mayExistAfter(deletion, Phase::Begin)) << "asked for, not seen to be gone";
    EXPECT_FALSE(mayExistAfter(deletion, Phase::Done));
    EXPECT_TRUE(mayExistAfter(pool, Phase::Begin)) << "a resumed run makes it again";
    EXPECT_FALSE(journal->mayExist(pool, QStringLiteral("other")));
}

TEST_F(JournalTest, SaysWhereItCannotBeWritten)
{
    const auto journal = Journal::open(m_folder.filePath(QStringLiteral("missing/journal.jsonl")));
    ASSERT_FALSE(journal.ok());
    EXPECT_EQ(journal.error().kind, Error::Kind::Io);
    EXPECT_TRUE(journal.error().place.contains(QStringLiteral("missing")));
}
