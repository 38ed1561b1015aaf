// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/runvalues.h"

#include <QCoreApplication>

namespace Batchdesk {

QString stepTitle(RunStep step)
{
    switch (step) {
    case RunStep::Check:
        return QCoreApplication::translate("RunStep", "Checking names and access");
    case RunStep::Containers:
        return QCoreApplication::translate("RunStep", "Making containers");
    case RunStep::Archive:
        return QCoreApplication::translate("RunStep", "Sending the application");
    case RunStep::Uploads:
        return QCoreApplication::translate("RunStep", "Sending input files");
    case RunStep::Pool:
        return QCoreApplication::translate("RunStep", "Making the pool");
    case RunStep::Job:
        return QCoreApplication::translate("RunStep", "Making the job");
    case RunStep::Tasks:
        return QCoreApplication::translate("RunStep", "Adding tasks");
    case RunStep::Watch:
        return QCoreApplication::translate("RunStep", "Running tasks");
    case RunStep::Collect:
        return QCoreApplication::translate("RunStep", "Bringing results home");
    case RunStep::CleanUp:
        return QCoreApplication::translate("RunStep", "Cleaning up");
    }
    return {};
}

int exitCodeOf(const RunSummary &summary)
{
    switch (summary.ending) {
    case RunSummary::Ending::Succeeded:
        return 0;
    case RunSummary::Ending::TasksFailed:
        return 1;
    case RunSummary::Ending::Refused:
        return 2;
    case RunSummary::Ending::Broken:
        return 3;
    case RunSummary::Ending::Stopped:
        return 130;
    }
    return 3;
}

} // namespace Batchdesk
