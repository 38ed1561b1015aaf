// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace Batchdesk {

//! \brief The one of \a known that \a given was most likely meant to be, by edit distance without
//! regard to case; empty when none is near.
QString nearestName(const QString &given, const QStringList &known);

//! \brief "Did you mean "x"?" when there is a near name; else a sentence that lists \a known.
QString nearestNameAdvice(const QString &given, const QStringList &known);

} // namespace Batchdesk
