// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

class QLocale;

namespace Batchdesk {

//! \brief Shows the window in the language of \a locale, where there is a translation; else in
//! English. To be called before the first widget is made; calling it again replaces the language.
void installTranslations(const QLocale &locale);

} // namespace Batchdesk
