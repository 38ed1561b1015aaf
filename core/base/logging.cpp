// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/base/logging.h"

namespace Batchdesk {

Q_LOGGING_CATEGORY(logNet, "batchdesk.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logAuth, "batchdesk.auth", QtInfoMsg)
Q_LOGGING_CATEGORY(logBatch, "batchdesk.batch", QtInfoMsg)
Q_LOGGING_CATEGORY(logBlob, "batchdesk.blob", QtInfoMsg)
Q_LOGGING_CATEGORY(logTransfer, "batchdesk.transfer", QtInfoMsg)
Q_LOGGING_CATEGORY(logMonitor, "batchdesk.monitor", QtInfoMsg)
Q_LOGGING_CATEGORY(logPlan, "batchdesk.plan", QtInfoMsg)
Q_LOGGING_CATEGORY(logRun, "batchdesk.run", QtInfoMsg)

} // namespace Batchdesk
