// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Batchdesk {

//! \brief The text without what opens an account: SAS signatures, Shared Key signatures, bearer
//! tokens and account keys, each replaced by an ellipsis.
//!
//! Every log line and every error text that holds foreign words goes through this. Pure; any
//! thread.
QString redact(const QString &text);

} // namespace Batchdesk
