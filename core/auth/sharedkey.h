// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"
#include "core/net/restclient.h"

#include <QString>

namespace Batchdesk {

//! \brief Shared Key of Azure Batch: ocp-date, and Content-Length signed as it is sent.
class BatchSharedKeySigner final : public RequestSigner
{
public:
    BatchSharedKeySigner(const QString &account, const Secret &key);
    void sign(HttpRequest &request, const QDateTime &now) const override;
    //! \brief The text that is signed, for a request that has its ocp-date.
    static QByteArray stringToSign(const QString &account, const HttpRequest &request);

private:
    QString m_account;
    Secret m_key;
};

//! \brief Shared Key of Azure Storage: x-ms-date, and an empty line for a Content-Length of 0.
class StorageSharedKeySigner final : public RequestSigner
{
public:
    StorageSharedKeySigner(const QString &account, const Secret &key);
    void sign(HttpRequest &request, const QDateTime &now) const override;
    //! \brief The text that is signed, for a request that has its x-ms-date.
    static QByteArray stringToSign(const QString &account, const HttpRequest &request);

private:
    QString m_account;
    Secret m_key;
};

} // namespace Batchdesk
