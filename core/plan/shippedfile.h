// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace Batchdesk {

//! \brief Content of a file that is compiled into Batchdesk, such as "nodes/prepare.sh": data of
//! the program, so reading it touches no disk. Thread-safe. Aborts on a name that was never
//! shipped.
QByteArray shippedFile(const QString &name);

} // namespace Batchdesk
