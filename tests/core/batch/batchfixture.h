// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/isotime.h"
#include "core/batch/batchclient.h"
#include "core/batch/errorcodec.h"
#include "tests/support/replay.h"

namespace Batchdesk::Batch {

class BatchClientTest : public Test::ReplayTest
{
protected:
    BatchClient client{QUrl(QStringLiteral("https://myacct.westeurope.batch.azure.com/")),
                       restClient(decodeError)};
};

} // namespace Batchdesk::Batch
