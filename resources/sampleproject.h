// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Batchdesk {

//! \brief Puts the sample project (a program, sixty input files, settings.json) into \a folder,
//! making it; files that are there already stay as they are. Blocks on the disk: for a worker
//! thread.
//! \return the path of its settings.json; empty when the disk did not take it, with the reason in
//! \a problem.
QString installSampleProject(const QString &folder, QString *problem);

} // namespace Batchdesk
