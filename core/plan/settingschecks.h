// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/settings.h"

#include <QList>

namespace Batchdesk {

//! \brief A value of the settings that cannot be used.
struct SettingsProblem
{
    QString path;    //!< "$.pool.id"
    QString message; //!< What is wrong, one sentence.
    QString advice;  //!< What was expected, or what to do; may be empty.

    bool operator==(const SettingsProblem &) const = default;
};

//! \brief Everything wrong with the values themselves: ranges, ids, patterns, the command's
//! placeholders. What is on the disk is not looked at. Empty: a plan can be tried.
QList<SettingsProblem> checkSettings(const Settings &settings);

} // namespace Batchdesk
