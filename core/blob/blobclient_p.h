// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/blob/blobclient.h"
#include "core/blob/bloburl.h"
#include "core/net/restclient.h"
#include "core/net/typedsend.h"

namespace Batchdesk::Blob {

//! \brief What one operation asks for, before it is a request.
struct BlobCall
{
    QString operation;
    QByteArray verb;
    QString container = {};
    QString blob = {};
    QueryItems query = {};
    QList<int> expected = {};
};

//! \brief For answers of which the status says all.
Outcome<void> done(const RestResponse &answer);
Outcome<QString> eTagOf(const RestResponse &answer);
//! \brief Sets If-Match unless \a eTag is empty.
void putIfMatch(HttpHeaders &headers, const QString &eTag);

//! \brief What the parts of BlobClient, one file per subject, have in common: a call becomes a
//! request with the common headers.
class BlobClient::Private
{
public:
    RestRequest request(const BlobCall &call) const;
    //! \brief The same, and InvalidInput for a container's name that cannot be sent.
    Outcome<RestRequest> containerRequest(const BlobCall &call) const;
    //! \brief The same, and InvalidInput for a container's or blob's name that cannot be sent.
    Outcome<RestRequest> blobRequest(const BlobCall &call) const;

    QUrl endpoint;
    std::shared_ptr<RestClient> rest;
};

} // namespace Batchdesk::Blob
