// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace Batchdesk {

//! \brief What "$schema" of settings.json says: the $id of resources/settings.schema.json.
inline constexpr QLatin1String settingsSchemaId("urn:batchdesk:settings:1");

//! \brief Written where a time limit is to be lifted.
inline constexpr QLatin1String unlimitedTime("unlimited");

//! \brief Keys that settings.json may have in the object at \a path ("$", "$.pool",
//! "$.pool.startTask" …); empty when there is no such object.
QStringList settingsKeys(const QString &path);

//! \brief Keys of the older flat form, at top level, that name or open an account.
QStringList legacyAccountKeys();

} // namespace Batchdesk
