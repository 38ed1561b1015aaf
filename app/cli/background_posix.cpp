// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/background.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>

namespace Batchdesk::Cli {

namespace {

QByteArray readAll(int file)
{
    QByteArray all;
    std::array<char, 4096> piece{};
    while (true) {
        const ssize_t count = ::read(file, piece.data(), piece.size());
        if (count <= 0)
            return all;
        all.append(piece.data(), qsizetype(count));
    }
}

} // namespace

Secret goToBackground(bool readInput)
{
    Secret handed(readInput ? readAll(STDIN_FILENO) : QByteArray());
    const pid_t copy = ::fork();
    if (copy != 0)
        ::_exit(copy > 0 ? 0 : 1);
    ::setsid();
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        ::dup2(nowhere, stream);
    return handed;
}

} // namespace Batchdesk::Cli
