// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/roles.h"

#include <QColor>
#include <QFont>

class QApplication;

//! \brief The one place where looks are decided: palette, fonts, distances, colours of states.
namespace Batchdesk {

enum class Appearance { System, Light, Dark };

//! \brief Fusion style, fonts and palette. To be called at start, and whenever the choice changes.
void applyAppearance(Appearance appearance);
//! \brief The user's choice, kept in windowSettings(); System when there is none.
Appearance rememberedAppearance();
void rememberAppearance(Appearance appearance);
//! \brief What was last applied.
Appearance currentAppearance();
//! \brief True when the colours in use are the dark ones.
bool isDark();

//! \brief Text and marks of that tone on the window's own colours; contrast at least 4.5.
QColor toneColor(Tone tone);
//! \brief A tint behind toneColor(), for pills and notices.
QColor toneTint(Tone tone);
//! \brief The one accent, for the primary button, selection and links.
QColor accentColor();
//! \brief Hairlines between areas.
QColor lineColor();
//! \brief Secondary text; contrast at least 4.5.
QColor mutedColor();

//! \brief A page's title. There are two sizes on a page: this and the application's font.
QFont titleFont();
//! \brief Command lines, ids and program output.
QFont codeFont();

//! \brief Distances on a grid of 8 (device-independent pixels).
constexpr int gridStep = 8;
constexpr int pageMargin = 24;

} // namespace Batchdesk
