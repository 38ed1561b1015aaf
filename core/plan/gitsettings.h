// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/orderedjson.h"
#include "core/plan/settings.h"
#include "core/plan/settingschecks.h"
#include "core/plan/settingsreader.h"

//! \brief $.application.git of settings.json: read, written, checked.
namespace Batchdesk {

//! \brief Reads "git" of the section $.application, where there is one.
void readGitSource(SettingsSection &application, std::optional<GitSource> &target);
//! \brief What is written for it; keys that differ from their defaults, and the address.
OrderedJson gitSection(const GitSource &git);
//! \brief Everything wrong with it: address, reference, folder, name of the key, limits.
QList<SettingsProblem> checkGitSource(const GitSource &git);

} // namespace Batchdesk
