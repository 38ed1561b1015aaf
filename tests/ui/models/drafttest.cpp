// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/planneddraft.h"

#include "tests/ui/models/draftmaker.h"
#include "ui/models/workershared.h"

#include <QSemaphore>
#include <QThread>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

TEST(PlannedDraft, MeasuresItsInputs)
{
    Listing listing = draftListing({QStringLiteral("a.csv"), QStringLiteral("b.csv")});
    listing.inputs[1].size = 32;
    const DraftPtr draft = draftOf(draftSettings(), listing);
    EXPECT_EQ(draft->inputBytes, 42);
    EXPECT_EQ(draft->largest, 1);
    EXPECT_EQ(draftOf(QStringList())->largest, -1);
}

TEST(PlannedDraft, ItsRecordGivesTheSamePlan)
{
    const DraftPtr draft = draftOf({QStringLiteral("a.csv")});
    ASSERT_TRUE(draft->ok());
    EXPECT_EQ(draft->record().plan().plan, draft->result.plan);
}

TEST(PlannedDraft, RecognisesRequirementsOfTheRootAlone)
{
    Listing listing = draftListing({QStringLiteral("a.csv")});
    EXPECT_FALSE(draftOf(draftSettings(), listing)->hasRequirements());
    listing.application = {{QStringLiteral("sub/requirements.txt"), 1, false}};
    EXPECT_FALSE(draftOf(draftSettings(), listing)->hasRequirements());
    listing.application = {{QStringLiteral("requirements.txt"), 1, false}};
    EXPECT_TRUE(draftOf(draftSettings(), listing)->hasRequirements());
}

TEST(PlannedDraft, AnImageThatDoesNotFitTheSizeIsStillSeen)
{
    // A record has no image name left to be judged by; the draft is made from the settings.
    Settings settings = draftSettings();
    settings.pool.image.name = QStringLiteral("ubuntu-24.04-arm64");
    settings.pool.vmSize = QStringLiteral("standard_d2s_v5");
    EXPECT_FALSE(draftOf(settings, draftListing({QStringLiteral("a.csv")}))->ok());
}

namespace {

struct TellsItsEnd
{
    QSemaphore *ended = nullptr;
    QThread **thread = nullptr;
    ~TellsItsEnd()
    {
        *thread = QThread::currentThread();
        ended->release();
    }
};

} // namespace

TEST(WorkerShared, IsDeletedInAWorkerWhoeverLetsGo)
{
    QSemaphore ended;
    QThread *thread = nullptr;
    auto shared = sharedForWorkers<TellsItsEnd>(
        std::unique_ptr<const TellsItsEnd>(new TellsItsEnd{&ended, &thread}));
    auto other = shared;
    shared.reset();
    EXPECT_EQ(ended.available(), 0);
    other.reset();
    ended.acquire();
    EXPECT_NE(thread, QThread::currentThread());
}
