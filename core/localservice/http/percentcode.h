// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace Batchdesk::LocalService::Http {

//! \brief Decodes %XX; nothing when a percent sign is not followed by two hexadecimal digits.
//! \param plusIsSpace as in queries written by HTML forms and by the Python SDKs.
std::optional<std::string> percentDecode(std::string_view text, bool plusIsSpace = false);

//! \brief Encodes every byte but letters, digits, "-._~" and those in \a keep.
std::string percentEncode(std::string_view text, std::string_view keep = {});

//! \brief ASCII letters to lower case, all else as it is.
std::string lowerCased(std::string_view text);

//! \brief True when both are the same but for the case of ASCII letters.
bool equalsIgnoringCase(std::string_view a, std::string_view b);

} // namespace Batchdesk::LocalService::Http
