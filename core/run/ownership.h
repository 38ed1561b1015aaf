// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/common.h"
#include "core/plan/plan.h"

#include <QList>
#include <QMap>
#include <QString>

//! \brief How a run recognises what it made: by the mark of its stamp in the thing's metadata.
namespace Batchdesk {

//! \brief A run's stamp as it stands in metadata.
inline QString stampText(const RunStamp &stamp)
{
    return stamp.time.toUTC().toString(Qt::ISODate) + QLatin1Char('-') + stamp.salt;
}

//! \brief Metadata name of the stamp on pools and jobs.
inline QString stampKey()
{
    return QStringLiteral("batchdesk-stamp");
}
//! \brief Metadata name of the stamp on containers, where '-' is not legal.
inline QString containerStampKey()
{
    return QStringLiteral("batchdeskstamp");
}

//! \brief True when the metadata of a pool or job carries this stamp.
inline bool carriesStamp(const QList<Batch::NameValue> &metadata, const QString &stamp)
{
    return metadata.contains(Batch::NameValue{stampKey(), stamp});
}

//! \brief True when the metadata of a container carries this stamp.
inline bool carriesStamp(const QMap<QString, QString> &metadata, const QString &stamp)
{
    return metadata.value(containerStampKey()) == stamp;
}

} // namespace Batchdesk
