// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/batch/batchfixture.h"

using namespace Batchdesk;
using namespace Batchdesk::Batch;
using namespace Batchdesk::Test;

namespace {

const QString poolId = QStringLiteral("p1");

} // namespace

TEST_F(BatchClientTest, ListsSupportedImages)
{
    const auto images = replay("supported_images", [this] { return client.supportedImages(); });
    ASSERT_TRUE(images.ok());
    ASSERT_EQ(images->items.size(), 2);
    const SupportedImage expected{
        recordedImage,
        QStringLiteral("batch.node.ubuntu 24.04"),
        QStringLiteral("linux"),
        QStringLiteral("verified"),
        {QStringLiteral("DockerCompatible"), QStringLiteral("Generation2VMImage")}};
    EXPECT_EQ(images->items[0], expected);
    EXPECT_EQ(images->items[1].osType, QStringLiteral("windows"));
}

TEST_F(BatchClientTest, CountsNodes)
{
    ListQuery query;
    query.filter = QStringLiteral("poolId eq 'p1'");
    const auto counts = replay("node_counts", [&] { return client.nodeCounts(query); });
    ASSERT_TRUE(counts.ok());
    ASSERT_EQ(counts->items.size(), 1);
    const NodeCounts expected{poolId,
                              {{QStringLiteral("creating"), 0},
                               {QStringLiteral("idle"), 2},
                               {QStringLiteral("running"), 1},
                               {QStringLiteral("total"), 3}},
                              {{QStringLiteral("total"), 0}}};
    EXPECT_EQ(counts->items[0], expected);
}

TEST_F(BatchClientTest, ListsWhatPoolsUsed)
{
    const QDateTime from = fromIsoTime(u"2026-01-01T00:00:00Z");
    const auto usage =
        replay("pool_usage", [&] { return client.poolUsage(from, from.addDays(1)); });
    ASSERT_TRUE(usage.ok());
    ASSERT_EQ(usage->items.size(), 1);
    const PoolUsage expected{poolId, from, from.addSecs(1800), QStringLiteral("standard_d2s_v3"),
                             1.5};
    EXPECT_EQ(usage->items[0], expected);
    const auto last = replay("pool_usage_last", [&] { return client.poolUsage({}, {}); });
    EXPECT_TRUE(last.ok() && last->items.isEmpty());
}

TEST_F(BatchClientTest, ListsAndGetsApplications)
{
    const Application blender{QStringLiteral("blender"),
                              QStringLiteral("Blender"),
                              {QStringLiteral("4.1"), QStringLiteral("4.2")}};
    const auto page = replay("application_list", [this] { return client.applications(); });
    ASSERT_TRUE(page.ok());
    ASSERT_EQ(page->items.size(), 2);
    EXPECT_EQ(page->items[0], blender);
    EXPECT_EQ(page->items[1], (Application{QStringLiteral("ffmpeg"), QString(), {}}));
    const auto one = replay("application_get", [&] { return client.application(blender.id); });
    ASSERT_TRUE(one.ok());
    EXPECT_EQ(*one, blender);
}
