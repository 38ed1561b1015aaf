// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSettings>

namespace Batchdesk {

//! \brief What the window remembers between two starts: geometry, columns, appearance, recent
//! files. One file, window.ini, beside accounts.json; never a secret.
QSettings windowSettings();

} // namespace Batchdesk
