// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/planneddraft.h"

#include <QAbstractItemModel>
#include <QDateTime>
#include <QTimeZone>

namespace Batchdesk::Test {

inline Settings draftSettings(const QString &command = QStringLiteral("run {input}"))
{
    Settings settings;
    settings.task.command = command;
    return settings;
}

//! \brief A listing of an application of one file and of these inputs, sorted, each of 10 bytes.
inline Listing draftListing(const QStringList &inputs)
{
    Listing listing;
    listing.applicationFolder = QStringLiteral("/project");
    listing.application = {{QStringLiteral("main.py"), 5, false}};
    listing.inputFolder = QStringLiteral("/project/inputs");
    for (const QString &path : inputs)
        listing.inputs.append({path, 10});
    listing.inputsLookedAt = inputs.size();
    return listing;
}

inline DraftPtr draftOf(const Settings &settings, const Listing &listing)
{
    return makeDraft(
        settings, QStringLiteral("/project"), listing,
        {QDateTime({2026, 11, 22}, {16, 30}, QTimeZone::utc()), QStringLiteral("k3f9")});
}

inline DraftPtr draftOf(const QStringList &inputs)
{
    return draftOf(draftSettings(), draftListing(inputs));
}

//! \brief A model as text: a row a line, cells with bars between.
inline QString dumpOf(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        lines << cells.join(QLatin1Char('|'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace Batchdesk::Test
