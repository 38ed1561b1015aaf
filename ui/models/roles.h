// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <Qt>

//! \brief What all item models of the window have in common.
namespace Batchdesk {

//! \brief Data of a cell beside what Qt's own roles give.
enum ItemRole {
    SortRole = Qt::UserRole + 1, //!< The raw value, for sorting.
    ToneRole,                    //!< A Tone, for cells that show a state.
    IdRole,                      //!< The row's key as a QString, the same in every column.
    FirstOwnRole,                //!< A model's own roles begin here.
};

//! \brief How good the news is; a view gives it a colour and a shape.
enum class Tone {
    Neutral, //!< Waiting, unknown.
    Busy,    //!< Going on.
    Good,
    Warning,
    Bad,
    Quiet, //!< Over, without meaning: stopped, skipped.
};

} // namespace Batchdesk
