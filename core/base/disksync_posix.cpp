// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/base/disksync.h"

#include <QFile>

#include <unistd.h>

namespace Batchdesk {

bool syncToDisk(QFile &file)
{
    return ::fsync(file.handle()) == 0;
}

} // namespace Batchdesk
