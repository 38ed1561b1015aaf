// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/accountaccess.h"
#include "core/plan/plan.h"

#include <QDateTime>
#include <QHash>

namespace Batchdesk {

//! \brief Links for the nodes, each signed for one blob or one container until \a expiry, brief
//! ones for the time they ask for.
//!
//! Reading links open one blob each (permission r); writing links one container (racwl, since a
//! retried task overwrites its output). No start time, which spares trouble with skewed clocks.
class SasLinks final : public BlobLinks
{
public:
    //! \param expiry UTC; must outlive queueing, running and uploading.
    SasLinks(const AccountAccess &account, const QDateTime &expiry);

    QString readLink(const BlobPlace &place) const override;
    QString briefLink(const BlobPlace &place, std::chrono::seconds lifetime) const override;
    QString writeLink(const QString &container) const override;

private:
    QString readLink(const BlobPlace &place, const QDateTime &expiry) const;

    AccountAccess m_account;
    QDateTime m_expiry;
};

} // namespace Batchdesk
