// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"

#include <QDateTime>
#include <QString>

namespace Batchdesk {

//! \brief A service SAS for one blob or one container, signed with the account key (sv 2021-12-02).
struct ServiceSas
{
    QString account;
    QString container;
    QString blob; //!< Empty: for the container (sr=c).
    QString permissions; //!< In the order of the reference, such as "r", "rl", "racwl".
    QDateTime start; //!< UTC; invalid: none, which spares trouble with skewed clocks.
    QDateTime expiry; //!< UTC
    bool httpsOnly = true; //!< False adds http for a service on this computer.

    //! \brief The token "sv=…&…&sig=…" to be put after '?'. Secret: it opens the storage to whoever has it.
    Secret token(const Secret &accountKey) const;
    //! \brief The 16 lines that are signed (facts: Service SAS, version 2020-12-06 and later).
    QByteArray stringToSign() const;
};

} // namespace Batchdesk
