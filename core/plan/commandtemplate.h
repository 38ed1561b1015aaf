// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/plan/settings.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Batchdesk {

//! \brief A command with placeholders, parsed once and expanded for each input.
//!
//! {input} the input file, as a path on the node; {name} its name; {stem} the name without its
//! ending; {ext} the ending without the dot; {index} the number of the task, from 1 on; {app} the
//! unpacked application; {output} the folder whose content comes home. {{ and }} are braces. Each
//! value is quoted for the shell of the node's system, so a placeholder must not stand inside
//! quotes itself.
class CommandTemplate
{
public:
    //! \brief The command of a task. Never fails outright: see errors().
    static CommandTemplate parse(const QString &text, ImageChoice::Os os);
    //! \brief The own command of the preparation: knows {app} only.
    static CommandTemplate parsePreparation(const QString &text, ImageChoice::Os os);
    //! \brief Names of all placeholders of a task's command, without braces.
    static QStringList placeholders();

    //! \brief All that is wrong with the text; each names the character, from 1 on.
    const QList<Error> &errors() const { return m_errors; }

    //! \brief The user's command for the input at \a path, as the shell gets it. Only without
    //! errors.
    QString expand(const QString &path, qsizetype index) const;
    //! \brief The whole command line of a task, as the node's agent gets it: makes the output
    //! folder, puts the application's environment first in PATH, then expand(). Ends with the exit
    //! code of the user's command.
    QString taskCommandLine(const QString &path, qsizetype index) const;

private:
    enum class Kind { Literal, Input, Name, Stem, Ext, Index, App, Output };
    struct Piece
    {
        Kind kind = Kind::Literal;
        QString text; //!< Kind::Literal only.
    };
    //! Pieces that stand together: shell text as it is, or one word that is quoted as a whole.
    struct Word
    {
        bool isQuoted = false;
        bool isCalled = false; //!< PowerShell: runs it, where it would else only be shown.
        QList<Piece> pieces;
    };

    CommandTemplate(ImageChoice::Os os, bool isPreparation)
        : m_os(os)
        , m_isPreparation(isPreparation)
    {
    }
    static Kind kindOf(const QString &name);
    QStringList knownNames() const;
    void read(const QString &text);
    void addLiteral(const QString &text);
    void addPlaceholder(const QString &name, qsizetype position, const class ShellScan &scan);
    void addError(const QString &message, const QString &advice);
    void joinPowerShellWords();
    QString valueOf(const Piece &piece, const QString &path, qsizetype index) const;
    QString bashWord(const Word &word, const QString &path, qsizetype index) const;
    QString powerShellWord(const Word &word, const QString &path, qsizetype index) const;
    QString applicationVariable() const;

    ImageChoice::Os m_os;
    bool m_isPreparation;
    QList<Error> m_errors;
    QList<Piece> m_pieces;
    QList<Word> m_words;
};

//! \brief How the application comes to a node.
enum class ApplicationForm {
    Archive,    //!< application.zip stands in the working folder, and prepare.sh or prepare.ps1.
    Repository, //!< It is cloned; clone.sh or clone.ps1 stands there too.
};

//! \brief The command line of the job preparation: unpacks or clones the application, installs what
//! it needs, then runs \a own when it is not empty.
QString preparationCommandLine(const QString &own, ApplicationForm form, ImageChoice::Os os);

} // namespace Batchdesk
