// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/eventmodel.h"
#include "tests/ui/models/dump.h"
#include "ui/models/roles.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

using namespace Batchdesk;
using Test::dump;

namespace {

QList<RunEvent> events(int from, int to)
{
    QList<RunEvent> list;
    for (int i = from; i < to; ++i) {
        list << RunEvent{QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC),
                         i % 2 ? RunEvent::Level::Warning : RunEvent::Level::Info,
                         QString::number(i)};
    }
    return list;
}

class EventModelTest : public ::testing::Test
{
protected:
    EventModel m_model{nullptr, 4};
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace

TEST_F(EventModelTest, KeepsTheLatestLines)
{
    m_model.append(events(0, 3));
    EXPECT_EQ(dump(m_model, {EventModel::Level, EventModel::Text}),
              QStringLiteral("Info|0\nWarning|1\nInfo|2"));
    m_model.append(events(3, 6));
    EXPECT_EQ(dump(m_model, {EventModel::Text}), QStringLiteral("2\n3\n4\n5"));
}

TEST_F(EventModelTest, MoreAtOnceThanItHoldsGivesTheLastOfThem)
{
    m_model.append(events(0, 2));
    m_model.append(events(2, 50));
    EXPECT_EQ(dump(m_model, {EventModel::Text}), QStringLiteral("46\n47\n48\n49"));
}

TEST_F(EventModelTest, ALineKeepsItsNameWhenOthersGo)
{
    m_model.append(events(0, 4));
    const QString id = m_model.index(3, 0).data(IdRole).toString();
    const QPersistentModelIndex kept = m_model.index(3, 0);
    m_model.append(events(4, 6));
    EXPECT_EQ(kept.row(), 1);
    EXPECT_EQ(kept.data(IdRole).toString(), id);
}
