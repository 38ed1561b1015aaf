// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

//! \brief What the fuzz targets share. A target defines fuzzOne(); fuzz.cpp calls it.
namespace Batchdesk::Fuzz {

//! \brief Feeds one input to the parser and checks what must hold for every input.
void fuzzOne(std::string_view input);

//! \brief Ends the program unless \a holds; libFuzzer then writes the input to a file.
inline void require(bool holds, std::string_view what)
{
    if (holds)
        return;
    std::fprintf(stderr, "This does not hold: %.*s\n", int(what.size()), what.data());
    std::abort();
}

//! \brief Cuts the text up to \a separator off the front of \a rest.
inline std::string_view take(std::string_view &rest, std::string_view separator)
{
    const auto end = rest.find(separator);
    const std::string_view part = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + separator.size());
    return part;
}

} // namespace Batchdesk::Fuzz
