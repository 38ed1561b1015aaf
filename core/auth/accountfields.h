// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/base/secret.h"

#include <QString>
#include <QUrl>

//! \brief What belongs into each field of an account. Pure; each error is InvalidInput in one
//! sentence that can stand beside the field.
namespace Batchdesk {

//! \brief The address of a Batch account.
struct BatchAddress
{
    QUrl endpoint;   //!< https://acct.region.batch.azure.com, without a slash at its end.
    QString account; //!< The first label of the host; empty when the host is an address of numbers.

    bool operator==(const BatchAddress &) const = default;
};

//! \brief An http or https URL, without a slash at its end; https when it names no scheme.
Outcome<QUrl> endpointFromText(const QString &text);
//! \brief What the portal calls "URL" or "Account endpoint" of a Batch account.
Outcome<BatchAddress> batchAddressFromText(const QString &text);
//! \brief An account key; never repeated in the error.
Outcome<Secret> accountKeyFromText(const QString &text);
//! \brief A profile's name: any text that is not empty, not "local" and not "env".
Outcome<void> checkProfileName(const QString &name);
//! \brief 3 to 24 lower-case letters and digits.
Outcome<void> checkStorageAccountName(const QString &name);
//! \brief Where the storage account answers, in the cloud in which the Batch account is.
QUrl usualBlobEndpoint(const QString &storageAccount, const QUrl &batchEndpoint);

} // namespace Batchdesk
