// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

class QFile;

namespace Batchdesk {

//! \brief Waits until what was written to an open, flushed file is on the disk itself.
//! \return false when the disk says no.
bool syncToDisk(QFile &file);

} // namespace Batchdesk
