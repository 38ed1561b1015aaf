// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/restclient.h"

#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace Batchdesk::Batch {

//! \brief One operation of the Batch service before it is HTTP.
struct BatchCall
{
    QString operation; //!< "Pool - Get"
    QByteArray verb;
    QStringList path; //!< Segments as people write them; each is sent as one, '/' becomes %2F.
    QList<int> expected = {};                     //!< See RestRequest.
    std::optional<QByteArray> body = {};          //!< JSON
    QList<QPair<QByteArray, QString>> query = {}; //!< Beside api-version; values not yet encoded.
    QByteArray range = {};                        //!< For ocp-range.
    QString ifMatch = {};                         //!< An ETag: only when the thing still has it.
};

//! \brief The request to send for it. InvalidInput when a segment is empty, "." or "..": such a URL
//! would be cleaned up on its way and name something else.
Outcome<RestRequest> makeRequest(const QUrl &endpoint, const BatchCall &call);

//! \brief The request for a further page: \a nextLink as it was given, since what it holds is the
//! service's business. An error when it leads away from the endpoint's host.
Outcome<RestRequest> makeNextPageRequest(const QUrl &endpoint, const QString &operation,
                                         const QString &nextLink);

} // namespace Batchdesk::Batch
