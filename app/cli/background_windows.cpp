// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/background.h"

#include <windows.h>

#include <array>

namespace Batchdesk::Cli {

Secret goToBackground(bool readInput)
{
    // There is no fork: whoever started the program starts it detached and does not wait.
    QByteArray all;
    std::array<char, 4096> piece{};
    DWORD count = 0;
    const HANDLE input = ::GetStdHandle(STD_INPUT_HANDLE);
    while (readInput && ::ReadFile(input, piece.data(), DWORD(piece.size()), &count, nullptr)
           && count > 0)
        all.append(piece.data(), qsizetype(count));
    ::FreeConsole();
    return Secret(all);
}

} // namespace Batchdesk::Cli
