// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace Batchdesk::Batch {

//! \brief An application of the account that nodes may have (GET /applications/{id}).
struct Application
{
    QString id;
    QString displayName;
    QStringList versions;

    bool operator==(const Application &) const = default;
};

} // namespace Batchdesk::Batch
