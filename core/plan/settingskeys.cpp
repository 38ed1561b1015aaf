// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/settingskeys.h"

#include <QHash>

namespace Batchdesk {

QStringList settingsKeys(const QString &path)
{
    const auto words = [](const char *list) {
        return QString::fromLatin1(list).split(QLatin1Char(' '));
    };
    static const QHash<QString, QStringList> keys{
        {QStringLiteral("$"),
         words("$schema version name account application inputs pool job task outputs cleanUp")},
        {QStringLiteral("$.application"), words("folder ignore git")},
        {QStringLiteral("$.application.git"),
         words("url branch tag commit folder depth submodules lfs key token timeout")},
        {QStringLiteral("$.inputs"), words("folder include exclude recursive")},
        {QStringLiteral("$.pool"),
         words("id image vmSize dedicatedNodes spotNodes slotsPerNode startTask")},
        {QStringLiteral("$.pool.image"), words("publisher offer sku version nodeAgentSKUId os")},
        {QStringLiteral("$.pool.startTask"), words("script command elevated")},
        {QStringLiteral("$.job"), words("id preparation maxWallClockTime retries")},
        {QStringLiteral("$.job.preparation"), words("command")},
        {QStringLiteral("$.task"), words("command environment outputs maxWallClockTime")},
        {QStringLiteral("$.outputs"), words("container folder")},
        {QStringLiteral("$.cleanUp"), words("job pool containers")},
    };
    return keys.value(path);
}

QStringList legacyAccountKeys()
{
    return {QStringLiteral("batchServiceUrl"), QStringLiteral("batchAccountName"),
            QStringLiteral("batchAccountKey"), QStringLiteral("storageAccountName"),
            QStringLiteral("storageAccountKey")};
}

} // namespace Batchdesk
