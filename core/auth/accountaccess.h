// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"

#include <QString>
#include <QUrl>

namespace Batchdesk {

//! \brief Everything needed to talk to a Batch account and its Storage account.
struct AccountAccess
{
    QString name; //!< The profile's name; "local" for This computer, "env" for the environment.
    QUrl batchEndpoint; //!< https://acct.region.batch.azure.com
    QString batchAccount;
    Secret batchKey;
    QUrl blobEndpoint; //!< https://acct.blob.core.windows.net, or http://127.0.0.1:port/acct
    QString storageAccount;
    Secret storageKey;
};

} // namespace Batchdesk
