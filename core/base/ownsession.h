// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

class QProcess;

namespace Batchdesk {

//! \brief Makes a process that is about to be started independent of our terminal: Ctrl+C there
//! reaches us alone, who then decide what becomes of it.
void putInOwnSession(QProcess &process);

//! \brief Ends a process that was put in its own session, and all that it started. At once.
void killSession(QProcess &process);

} // namespace Batchdesk
