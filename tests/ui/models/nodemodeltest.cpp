// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/nodemodel.h"
#include "tests/ui/models/dump.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace Batchdesk;
using Test::dump;

namespace {

RunNode node(const char *id, const char *state, int running = 0)
{
    RunNode node;
    node.id = QLatin1String(id);
    node.state = QLatin1String(state);
    node.runningTasks = running;
    return node;
}

} // namespace

TEST(NodeModel, MergesEachLookByTheNodesIds)
{
    NodeModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setNodes({node("a", "idle"), node("b", "running", 2), node("c", "idle")});
    const QPersistentModelIndex kept = model.index(2, 0);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setNodes({node("d", "starting"), node("c", "running", 1), node("a", "idle")});
    EXPECT_EQ(dump(model, {NodeModel::Id, NodeModel::State, NodeModel::Running}),
              QStringLiteral("a|Idle|0\nc|Working|1\nd|Starting|0"));
    EXPECT_EQ(kept.row(), 1);
    EXPECT_EQ(reset.size(), 0);
}

TEST(NodeModel, TheSameLookTwiceTellsNothing)
{
    NodeModel model;
    model.setNodes({node("a", "idle")});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setNodes({node("a", "idle")});
    EXPECT_EQ(changed.size() + inserted.size(), 0);
    model.setNodes({});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(NodeModel, SaysWhyANodeCannotRunTasks)
{
    NodeModel model;
    RunNode bad = node("a", "starttaskfailed");
    bad.trouble = QStringLiteral("Its start task ended with exit code 1");
    model.setNodes({bad});
    EXPECT_EQ(dump(model, {NodeModel::State, NodeModel::Trouble}),
              QStringLiteral("Unusable|Its start task ended with exit code 1"));
    EXPECT_EQ(model.index(0, NodeModel::State).data(Qt::ToolTipRole).toString(), bad.trouble);
}
