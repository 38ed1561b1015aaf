// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/shellquoting.h"

#include <algorithm>

namespace Batchdesk {

namespace {

bool isPlainInBash(QChar c)
{
    return (c.unicode() < 128 && c.isLetterOrNumber()) || QStringView(u"_./=:,@%+-").contains(c);
}

bool isSingleQuoteInPowerShell(QChar c)
{
    // PowerShell takes the typographic ones for the plain one.
    return QStringView(u"'\u2018\u2019\u201A\u201B").contains(c);
}

QString singleQuotedForBash(const QString &value)
{
    QString quoted = value;
    quoted.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

} // namespace

QString quotedForBash(const QString &value)
{
    if (!value.isEmpty() && std::all_of(value.begin(), value.end(), isPlainInBash))
        return value;
    return singleQuotedForBash(value);
}

QString quotedForPowerShell(const QString &value)
{
    QString quoted = QStringLiteral("'");
    for (const QChar c : value) {
        if (isSingleQuoteInPowerShell(c))
            quoted += c;
        quoted += c;
    }
    return quoted + QLatin1Char('\'');
}

QString quotedForWindowsProcess(const QString &value)
{
    QString quoted = QStringLiteral("\"");
    qsizetype backslashes = 0;
    for (const QChar c : value) {
        if (c == QLatin1Char('\\')) {
            ++backslashes;
            continue;
        }
        // Backslashes count as escapes only where a quote follows them.
        const bool isQuote = c == QLatin1Char('"');
        quoted += QString(isQuote ? 2 * backslashes + 1 : backslashes, QLatin1Char('\\')) + c;
        backslashes = 0;
    }
    return quoted + QString(2 * backslashes, QLatin1Char('\\')) + QLatin1Char('"');
}

QString bashCommandLine(const QString &script)
{
    return QStringLiteral("/bin/bash -c ") + singleQuotedForBash(script);
}

QString powerShellCommandLine(const QString &script)
{
    return QStringLiteral(
               "powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -Command ")
        + quotedForWindowsProcess(script);
}

static QString bashCall(const QStringList &call)
{
    QString text = QStringLiteral("/bin/bash");
    for (const QString &word : call)
        text += QLatin1Char(' ') + quotedForBash(word);
    return text;
}

static QString powerShellCall(const QStringList &call)
{
    QString text = QStringLiteral("& ") + quotedForPowerShell(QStringLiteral(".\\") + call.first());
    for (const QString &word : call.mid(1))
        text += QLatin1Char(' ') + quotedForPowerShell(word);
    return text;
}

static QString powerShellFile(const QStringList &call)
{
    QString text =
        QStringLiteral("powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File ");
    text += quotedForWindowsProcess(call.first());
    for (const QString &word : call.mid(1))
        text += QLatin1Char(' ') + word;
    return text;
}

QString scriptsCommandLine(const QList<QStringList> &calls, bool isWindows)
{
    if (calls.size() == 1)
        return isWindows ? powerShellFile(calls.first()) : bashCall(calls.first());
    QStringList texts;
    for (const QStringList &call : calls)
        texts << (isWindows ? powerShellCall(call) : bashCall(call));
    if (!isWindows)
        return bashCommandLine(texts.join(QStringLiteral(" || exit; ")));
    return powerShellCommandLine(texts.join(QStringLiteral("; if (-not $?) { exit 1 }; "))
                                 + QStringLiteral("; exit $LASTEXITCODE"));
}

} // namespace Batchdesk
