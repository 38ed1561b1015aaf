// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/freshstamp.h"

#include <QRandomGenerator>

namespace Batchdesk {

RunStamp freshStamp()
{
    constexpr char letters[] = "abcdefghijkmnpqrstuvwxyz23456789"; // none that look alike
    QString salt;
    for (int i = 0; i < 4; ++i)
        salt += QLatin1Char(letters[QRandomGenerator::global()->bounded(int(sizeof letters) - 1)]);
    return {QDateTime::currentDateTimeUtc(), salt};
}

} // namespace Batchdesk
