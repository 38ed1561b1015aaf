// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/transfer/blockplan.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

constexpr qint64 mebi = 1024 * 1024;

BlockPlan planOf(qint64 size, qint64 blockSize, qint64 modified = 5)
{
    return BlockPlan::make({QStringLiteral("/f"), size, modified}, QStringLiteral("c"),
                           QStringLiteral("b"), blockSize);
}

} // namespace

TEST(BlockPlan, CoversTheFileWithoutGapOrOverlap)
{
    for (const qint64 size : {qint64(1), qint64(10), qint64(11), qint64(99), qint64(100)}) {
        const BlockPlan plan = planOf(size, 10);
        qint64 end = 0;
        for (qint64 i = 0; i < plan.count; ++i) {
            EXPECT_EQ(plan.window(i).offset, end);
            EXPECT_GT(plan.window(i).size, 0);
            end += plan.window(i).size;
        }
        EXPECT_EQ(end, size);
    }
}

TEST(BlockPlan, GrowsBlocksToKeepTheLimit)
{
    EXPECT_EQ(planOf(8 * mebi * 50'000, 8 * mebi).blockSize, 8 * mebi);
    const BlockPlan grown = planOf(8 * mebi * 50'000 + 1, 8 * mebi);
    EXPECT_EQ(grown.blockSize, 16 * mebi);
    EXPECT_LE(grown.count, BlockPlan::maxBlocks);
    EXPECT_LE(planOf(190LL * 1024 * 1024 * mebi, 8 * mebi).count, BlockPlan::maxBlocks);
}

TEST(BlockPlan, IdsAreStableAndOfOneLength)
{
    const BlockPlan plan = planOf(8 * mebi * 50'000, 8 * mebi);
    EXPECT_EQ(plan.id(0).size(), 24);
    EXPECT_EQ(plan.id(49'999).size(), 24);
    EXPECT_NE(plan.id(0), plan.id(1));
    EXPECT_EQ(plan.id(7), planOf(8 * mebi * 50'000, 8 * mebi).id(7));
    EXPECT_FALSE(plan.id(0).toBase64().contains('='));
}

TEST(BlockPlan, AnotherFileStateOrBlockSizeHasOtherIds)
{
    const QByteArray id = planOf(100, 10).id(0);
    EXPECT_NE(planOf(101, 10).id(0), id);
    EXPECT_NE(planOf(100, 20).id(0), id);
    EXPECT_NE(planOf(100, 10, 6).id(0), id);
}

TEST(FileState, SeesChangesAndNamesTheFile)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("data.csv"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("abc");
    file.close();
    const auto state = FileState::of(path);
    ASSERT_TRUE(state.ok());
    EXPECT_TRUE(state->checkUnchanged().ok());

    ASSERT_TRUE(file.open(QIODevice::Append));
    file.write("d");
    file.close();
    const auto changed = state->checkUnchanged();
    ASSERT_FALSE(changed.ok());
    EXPECT_EQ(changed.error().kind, Error::Kind::Io);
    EXPECT_TRUE(changed.error().place.endsWith(QStringLiteral("data.csv")));

    ASSERT_TRUE(file.remove());
    EXPECT_EQ(state->checkUnchanged().error().kind, Error::Kind::NotFound);
    EXPECT_EQ(FileState::of(folder.path()).error().kind, Error::Kind::Io);
}
