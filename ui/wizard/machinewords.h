// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/imagecatalogue.h"
#include "core/plan/settings.h"

#include <QString>

namespace Batchdesk {

//! \brief "standard_d2s_v5 · 2 vCPUs · 8 GiB"
QString vmSizeWords(const CatalogueVmSize &size);
//! \brief What the catalogue says of a size, or that it does not list it.
QString vmSizeHint(const QString &name);
//! \brief What the catalogue says of an image; empty for one that it does not list.
QString imageNote(const QString &name);
//! \brief How much runs at a time: "4 tasks at a time: 2 nodes with 2 each."
QString capacityWords(const Settings::Pool &pool, bool isLocal);

} // namespace Batchdesk
