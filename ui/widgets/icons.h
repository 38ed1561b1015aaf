// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QString>

namespace Batchdesk {

//! \brief An icon of resources/icons by its name without ending, such as "runs", drawn in the
//! palette's text colour whenever it is painted, so that it follows light and dark by itself.
QIcon themedIcon(const QString &name);
//! \brief The same on the primary button.
QIcon accentIcon(const QString &name);

} // namespace Batchdesk
