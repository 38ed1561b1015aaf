// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/support/recordedoperations.h"

using namespace Batchdesk::Test;

TEST(BatchClientCoverage, EveryOperationHasARecordThatIsReplayed)
{
    const RecordedOperations recorded(QStringLiteral("core/batch/batchclient.h"),
                                      QStringLiteral("tests/core/batch"));
    EXPECT_GE(recorded.operations().size(), 60) << "operations are no longer found in the header";
    EXPECT_EQ(recorded.unproved().join(QLatin1Char(' ')).toStdString(), "");
    EXPECT_EQ(recorded.stray().join(QLatin1Char(' ')).toStdString(), "");
}
