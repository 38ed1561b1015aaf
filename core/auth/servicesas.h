// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"

#include <QDateTime>
#include <QString>

namespace Batchdesk {

//! \brief Headers that a read through a SAS is answered with, instead of what is stored.
struct SasOverrides
{
    QString cacheControl;
    QString contentDisposition;
    QString contentEncoding;
    QString contentLanguage;
    QString contentType;

    bool operator==(const SasOverrides &) const = default;
};

//! \brief A service SAS for one blob or one container, signed with the account key (sv 2021-12-02).
struct ServiceSas
{
    QString account;
    QString container;
    QString blob;          //!< Empty: for the container (sr=c).
    QString permissions;   //!< In the order of the reference, such as "r", "rl", "racwl".
    QDateTime start;       //!< UTC; invalid: none, which spares trouble with skewed clocks.
    QDateTime expiry;      //!< UTC
    bool httpsOnly = true; //!< False adds http for a service on this computer.

    bool anyProtocol = false; //!< Says nothing of it (no spr): both go, or a stored policy decides.
    QString
        storedPolicy; //!< Name of the container's access policy; what it sets has to be empty here.
    QString addresses; //!< An IPv4 address, or a range "a-b"; empty: from anywhere.
    QString snapshot;  //!< The blob's snapshot, as the service wrote its time; sr=bs.
    QString encryptionScope;
    SasOverrides overrides;
    QString version = QStringLiteral("2021-12-02"); //!< sv; 2020-12-06 or later.

    //! \brief The token "sv=…&…&sig=…" to be put after '?'. Secret: it opens the storage to whoever
    //! has it.
    Secret token(const Secret &accountKey) const;
    //! \brief The 16 lines that are signed of a service SAS of version 2020-12-06 and later.
    QByteArray stringToSign() const;

private:
    QString protocol() const;
    QString resourceKind() const;
};

} // namespace Batchdesk
