// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/base/secret.h"

#include <QProcessEnvironment>
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

//! \brief The Storage half of an access.
struct StorageAccess
{
    QUrl blobEndpoint; //!< Without a slash at the end.
    QString account;
    Secret key;
};

//! \brief Reads "DefaultEndpointsProtocol=…;AccountName=…;AccountKey=…;EndpointSuffix=…" or one
//! with a BlobEndpoint. InvalidInput names all that is missing or wrong; never repeats the key.
Outcome<StorageAccess> storageFromConnectionString(const QString &text);

//! \brief The account "env": AZURE_BATCH_ACCOUNT, AZURE_BATCH_ACCESS_KEY, AZURE_BATCH_ENDPOINT and
//! AZURE_STORAGE_CONNECTION_STRING. InvalidInput names every missing variable at once.
Outcome<AccountAccess> accountFromEnvironment(
    const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

//! \brief The same four variables from a file of KEY=value or KEY='value' lines as a shell reads
//! them, such as the connection.env that the embedded service writes; the account is named "local".
//! Io when it cannot be read, InvalidInput with file and line when it makes no sense.
Outcome<AccountAccess> accountFromConnectionFile(const QString &path);

} // namespace Batchdesk
