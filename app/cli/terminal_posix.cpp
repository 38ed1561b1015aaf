// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/terminal.h"

#include <QFile>

#include <termios.h>
#include <unistd.h>

namespace Batchdesk::Cli {

bool standardOutputIsTerminal()
{
    return ::isatty(STDOUT_FILENO) == 1;
}

bool standardInputIsTerminal()
{
    return ::isatty(STDIN_FILENO) == 1;
}

std::optional<QByteArray> askHidden(const QString &prompt)
{
    QFile terminal(QStringLiteral("/dev/tty"));
    if (!terminal.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return {};
    termios before{};
    if (::tcgetattr(terminal.handle(), &before) != 0)
        return {};
    termios hidden = before;
    hidden.c_lflag &= tcflag_t(~ECHO);
    ::tcsetattr(terminal.handle(), TCSAFLUSH, &hidden);
    terminal.write(prompt.toLocal8Bit());
    QByteArray line;
    char c = 0;
    while (terminal.read(&c, 1) == 1 && c != '\n')
        line += c;
    ::tcsetattr(terminal.handle(), TCSAFLUSH, &before);
    terminal.write("\n");
    if (line.isEmpty())
        return {};
    return line;
}

} // namespace Batchdesk::Cli
