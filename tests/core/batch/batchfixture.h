// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/isotime.h"
#include "core/batch/batchclient.h"
#include "core/batch/errorcodec.h"
#include "tests/support/replay.h"

namespace Batchdesk::Batch {

//! \brief The ETag of the recorded answers.
inline const QString recordedETag = QStringLiteral("0x8D89006D982EEEF");

//! \brief The image of the recorded pools.
inline const ImageReference recordedImage{
    QStringLiteral("canonical"), QStringLiteral("ubuntu-24_04-lts"), QStringLiteral("server")};

class BatchClientTest : public Test::ReplayTest
{
protected:
    BatchClient client{QUrl(QStringLiteral("https://myacct.westeurope.batch.azure.com/")),
                       restClient(decodeError)};
};

} // namespace Batchdesk::Batch
