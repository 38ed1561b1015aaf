// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Batchdesk {

//! \brief Makes the files under :/batchdesk readable: nodes/ (scripts that run on nodes),
//! catalogue/ (images and VM sizes), help/ (pages in Markdown), icons/ and sample/; and the
//! translations under :/i18n.
//!
//! They sit in a static library, which the linker would leave out if nobody asked. Call it before
//! the first use; calling it again does nothing. Any thread.
void initResources();

} // namespace Batchdesk
