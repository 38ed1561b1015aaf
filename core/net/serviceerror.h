// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/net/transport.h"

#include <QList>
#include <QPair>
#include <QString>

namespace Batchdesk {

//! \brief What an error body said, whichever format it came in; all empty when it said nothing.
struct ServiceErrorBody
{
    QString code;    //!< "PoolExists"
    QString message; //!< As sent, with the RequestId and Time lines.
    QList<QPair<QString, QString>> details;
};

//! \brief The Error for an answer that is no success. Its texts are free of signatures and keys;
//! the time to wait is filled in by RestClient, which knows the service's clock. Pure; any thread.
//! \param operation what was asked, such as "Pool - Get"; becomes the error's place.
//! \param service for texts where the service itself said nothing, such as "Azure Batch".
//! \param requestIdHeader the header that names the request on the service's side.
Error serviceError(const QString &operation, const QString &service, const HttpResponse &response,
                   const ServiceErrorBody &body, QByteArrayView requestIdHeader);

} // namespace Batchdesk
