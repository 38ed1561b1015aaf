// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/commandtemplate.h"

#include "core/plan/nearestname.h"
#include "core/plan/shellquoting.h"
#include "core/plan/shellscan.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CommandTemplate)
};

QString nameOf(const QString &path)
{
    return path.section(QLatin1Char('/'), -1);
}

//! Where the ending begins; a leading dot begins none.
qsizetype dotOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    return dot > 0 ? dot : name.size();
}

//! Characters that PowerShell keeps in one word with what stands beside them.
bool continuesPowerShellWord(QChar c)
{
    return !c.isSpace() && !QStringView(u";|&(){}<>,'\"`$@#").contains(c);
}

} // namespace

CommandTemplate::Kind CommandTemplate::kindOf(const QString &name)
{
    static const QHash<QString, Kind> kinds{
        {QStringLiteral("input"), Kind::Input},   {QStringLiteral("name"), Kind::Name},
        {QStringLiteral("stem"), Kind::Stem},     {QStringLiteral("ext"), Kind::Ext},
        {QStringLiteral("index"), Kind::Index},   {QStringLiteral("app"), Kind::App},
        {QStringLiteral("output"), Kind::Output},
    };
    return kinds.value(name, Kind::Literal);
}

QStringList CommandTemplate::placeholders()
{
    return {QStringLiteral("input"), QStringLiteral("name"),  QStringLiteral("stem"),
            QStringLiteral("ext"),   QStringLiteral("index"), QStringLiteral("app"),
            QStringLiteral("output")};
}

QStringList CommandTemplate::knownNames() const
{
    return m_isPreparation ? QStringList{QStringLiteral("app")} : placeholders();
}

CommandTemplate CommandTemplate::parse(const QString &text, ImageChoice::Os os)
{
    CommandTemplate result(os, false);
    result.read(text);
    return result;
}

CommandTemplate CommandTemplate::parsePreparation(const QString &text, ImageChoice::Os os)
{
    CommandTemplate result(os, true);
    result.read(text);
    return result;
}

void CommandTemplate::addError(const QString &message, const QString &advice)
{
    m_errors << Error::invalidInput(message, {}, advice);
}

void CommandTemplate::addLiteral(const QString &text)
{
    if (m_pieces.isEmpty() || m_pieces.last().kind != Kind::Literal)
        m_pieces.append(Piece());
    m_pieces.last().text += text;
}

void CommandTemplate::read(const QString &text)
{
    if (text.trimmed().isEmpty())
        return addError(Texts::tr("The command is missing"),
                        Texts::tr("Expected a command such as \"python3 {app}/main.py {input}\"."));
    ShellScan scan(m_os);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool doubled = i + 1 < text.size() && text.at(i + 1) == c;
        if (c.category() == QChar::Other_Control && c != QLatin1Char('\t')) {
            addError(
                Texts::tr(
                    "The command holds a line break or another control character at character %1")
                    .arg(i + 1),
                Texts::tr(
                    "Join commands with \";\" or put them into a script of the application."));
            return;
        }
        if ((c == QLatin1Char('{') || c == QLatin1Char('}')) && doubled) {
            addLiteral(QString(c));
            scan.feed(c);
            ++i;
        } else if (c == QLatin1Char('{')) {
            const qsizetype end = text.indexOf(QLatin1Char('}'), i);
            if (end < 0) {
                addError(Texts::tr("The \"{\" at character %1 is never closed").arg(i + 1),
                         Texts::tr("Write {{ for a brace that is meant for the shell."));
                return;
            }
            addPlaceholder(text.mid(i + 1, end - i - 1), i + 1, scan);
            scan.skipWord();
            i = end;
        } else if (c == QLatin1Char('}')) {
            addError(Texts::tr("The \"}\" at character %1 has no \"{\"").arg(i + 1),
                     Texts::tr("Write }} for a brace that is meant for the shell."));
        } else {
            addLiteral(QString(c));
            scan.feed(c);
        }
    }
    if (scan.isQuoted())
        addError(
            Texts::tr("A quotation mark of the command is never closed"),
            Texts::tr("Close it, or write a backslash before it where it is meant literally."));
    for (const Piece &piece : m_pieces)
        m_words.append({piece.kind != Kind::Literal, false, {piece}});
    if (m_os == ImageChoice::Os::Windows)
        joinPowerShellWords();
}

void CommandTemplate::addPlaceholder(const QString &name, qsizetype position, const ShellScan &scan)
{
    const QString shown = QLatin1Char('{') + name.left(40) + QLatin1Char('}');
    const QStringList known = knownNames();
    if (!known.contains(name)) {
        const QString nearest = nearestName(name, known);
        addError(
            Texts::tr("%1 at character %2 is no placeholder").arg(shown).arg(position),
            nearest.isEmpty()
                ? Texts::tr(
                      "Known are {%1}. Write {{ and }} for braces that are meant for the shell.")
                      .arg(known.join(QStringLiteral("}, {")))
                : Texts::tr("Did you mean {%1}?").arg(nearest));
        return;
    }
    if (scan.isQuoted())
        addError(
            Texts::tr("%1 at character %2 stands inside quotation marks").arg(shown).arg(position),
            Texts::tr("Take them away: Batchdesk quotes the value itself."));
    else if (scan.isEscaped())
        addError(Texts::tr("%1 at character %2 stands behind an escape character")
                     .arg(shown)
                     .arg(position),
                 Texts::tr("Take it away: Batchdesk quotes the value itself."));
    else if (scan.isBehindDollar())
        addError(Texts::tr("%1 at character %2 stands behind a \"$\"").arg(shown).arg(position),
                 Texts::tr("Write %1 for the placeholder, or ${{%2}} for a variable of the shell.")
                     .arg(shown, name));
    m_pieces.append({kindOf(name), {}});
}

void CommandTemplate::joinPowerShellWords()
{
    // In PowerShell 'a'/b would be two arguments, so what touches a placeholder is quoted with it.
    QList<Word> joined;
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        const Piece piece = m_words.at(i).pieces.first();
        const bool behindWord = !joined.isEmpty() && joined.last().isQuoted;
        if (piece.kind != Kind::Literal) {
            if (behindWord)
                joined.last().pieces.append(piece);
            else
                joined.append({true, false, {piece}});
            continue;
        }
        QString text = piece.text;
        qsizetype head = 0;
        while (behindWord && head < text.size() && continuesPowerShellWord(text.at(head)))
            ++head;
        if (head > 0)
            joined.last().pieces.append({Kind::Literal, text.left(head)});
        text.remove(0, head);
        qsizetype tail = text.size();
        while (i + 1 < m_words.size() && tail > 0 && continuesPowerShellWord(text.at(tail - 1)))
            --tail;
        if (tail > 0)
            joined.append({false, false, {{Kind::Literal, text.left(tail)}}});
        if (tail < text.size())
            joined.append({true, false, {{Kind::Literal, text.mid(tail)}}});
    }
    QString before;
    for (Word &word : joined) {
        const QString trimmed = before.trimmed();
        word.isCalled = word.isQuoted
            && (trimmed.isEmpty() || trimmed.endsWith(QLatin1Char(';'))
                || trimmed.endsWith(QLatin1Char('|')));
        before += word.isQuoted ? QStringLiteral("x") : word.pieces.first().text;
    }
    m_words = joined;
}

QString CommandTemplate::valueOf(const Piece &piece, const QString &path, qsizetype index) const
{
    const QString name = nameOf(path);
    switch (piece.kind) {
    case Kind::Literal:
        return piece.text;
    case Kind::Input:
        return QStringLiteral("input/") + path;
    case Kind::Name:
        return name;
    case Kind::Stem:
        return name.left(dotOf(name));
    case Kind::Ext:
        return name.mid(dotOf(name) + 1);
    case Kind::Index:
        return QString::number(index);
    case Kind::App:
        return QStringLiteral("/app");
    case Kind::Output:
        return QStringLiteral("output");
    }
    return {};
}

QString CommandTemplate::applicationVariable() const
{
    // The preparation task itself is the one that does not get AZ_BATCH_JOB_PREP_WORKING_DIR.
    return m_isPreparation ? QStringLiteral("AZ_BATCH_TASK_WORKING_DIR")
                           : QStringLiteral("AZ_BATCH_JOB_PREP_WORKING_DIR");
}

QString CommandTemplate::bashWord(const Word &word, const QString &path, qsizetype index) const
{
    const Piece &piece = word.pieces.first();
    if (piece.kind == Kind::App)
        return QStringLiteral("\"$%1/app\"").arg(applicationVariable());
    return quotedForBash(valueOf(piece, path, index));
}

QString CommandTemplate::powerShellWord(const Word &word, const QString &path,
                                        qsizetype index) const
{
    QStringList terms;
    QString text;
    const auto endText = [&] {
        if (!text.isEmpty() || terms.isEmpty())
            terms << quotedForPowerShell(text);
        text.clear();
    };
    for (const Piece &piece : word.pieces) {
        if (piece.kind == Kind::App) {
            if (!text.isEmpty())
                endText();
            terms << QStringLiteral("$env:%1").arg(applicationVariable());
        }
        text += valueOf(piece, path, index);
    }
    endText();
    const QString value = terms.size() == 1
        ? terms.first()
        : QLatin1Char('(') + terms.join(QStringLiteral(" + ")) + QLatin1Char(')');
    return word.isCalled ? QStringLiteral("& ") + value : value;
}

QString CommandTemplate::expand(const QString &path, qsizetype index) const
{
    QString command;
    for (const Word &word : m_words) {
        if (!word.isQuoted)
            command += word.pieces.first().text;
        else
            command += m_os == ImageChoice::Os::Windows ? powerShellWord(word, path, index)
                                                        : bashWord(word, path, index);
    }
    return command;
}

QString CommandTemplate::taskCommandLine(const QString &path, qsizetype index) const
{
    if (m_os == ImageChoice::Os::Windows)
        return powerShellCommandLine(
            QStringLiteral("New-Item -ItemType Directory -Force -Path output | Out-Null; "
                           "$env:PATH = $env:AZ_BATCH_JOB_PREP_WORKING_DIR + '\\env\\Scripts;' + "
                           "$env:PATH; ")
            + expand(path, index)
            + QStringLiteral(
                "; if ($?) { exit 0 }; if ($LASTEXITCODE) { exit $LASTEXITCODE }; exit 1"));
    // The user's command comes last and whole, so that its exit code is that of the task whether it
    // is one program, a pipeline or a list.
    return bashCommandLine(
        QStringLiteral("mkdir -p output || exit; "
                       "export PATH=\"$AZ_BATCH_JOB_PREP_WORKING_DIR/env/bin:$PATH\"; ")
        + expand(path, index));
}

//! The scripts that are shipped, one after the other; what follows runs when all went well.
static QString shippedPreparation(ApplicationForm form, ImageChoice::Os os)
{
    const bool isCloned = form == ApplicationForm::Repository;
    if (os == ImageChoice::Os::Windows)
        return isCloned ? QStringLiteral("& .\\clone.ps1; if (-not $?) { exit $LASTEXITCODE }; "
                                         "& .\\prepare.ps1 -InPlace")
                        : QStringLiteral("& .\\prepare.ps1 application.zip");
    return isCloned ? QStringLiteral("/bin/bash clone.sh || exit; /bin/bash prepare.sh --in-place")
                    : QStringLiteral("/bin/bash prepare.sh application.zip");
}

QString preparationCommandLine(const QString &own, ApplicationForm form, ImageChoice::Os os)
{
    const bool isWindows = os == ImageChoice::Os::Windows;
    const QString shipped = shippedPreparation(form, os);
    if (own.isEmpty() && form == ApplicationForm::Archive)
        return isWindows
            ? QStringLiteral("powershell.exe -NoProfile -NonInteractive -ExecutionPolicy "
                             "Bypass -File prepare.ps1 application.zip")
            : shipped;
    if (own.isEmpty())
        return isWindows ? powerShellCommandLine(shipped + QStringLiteral("; exit $LASTEXITCODE"))
                         : bashCommandLine(shipped);
    const QString command = CommandTemplate::parsePreparation(own, os).expand({}, 0);
    if (isWindows)
        return powerShellCommandLine(
            shipped
            + QStringLiteral("; if (-not $?) { exit 1 }; "
                             "$env:PATH = $env:AZ_BATCH_TASK_WORKING_DIR + '\\env\\Scripts;' + "
                             "$env:PATH; ")
            + command
            + QStringLiteral(
                "; if ($?) { exit 0 }; if ($LASTEXITCODE) { exit $LASTEXITCODE }; exit 1"));
    return bashCommandLine(
        shipped
        + QStringLiteral(" || exit; export PATH=\"$AZ_BATCH_TASK_WORKING_DIR/env/bin:$PATH\"; ")
        + command);
}

} // namespace Batchdesk
