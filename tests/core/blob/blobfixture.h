// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/isotime.h"
#include "core/blob/blobclient.h"
#include "core/blob/bloberror.h"
#include "tests/support/replay.h"

namespace Batchdesk::Blob {

class BlobClientTest : public Test::ReplayTest
{
protected:
    BlobClient client{QUrl(QStringLiteral("https://acct.blob.core.windows.net")),
                      restClient(decodeError)};
};

} // namespace Batchdesk::Blob
