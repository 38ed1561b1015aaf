// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/transfer/localpath.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace Batchdesk {

namespace {

//! Bytes of UTF-8; ".part" has to fit behind it.
constexpr qsizetype maxSegment = 240;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Transfer)
};

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || c.unicode() == 0x7f;
}

//! Why a part of the name between two '/' cannot be a file's; empty when it can.
QString refusal(const QString &segment, FileSystemRules rules)
{
    if (segment.isEmpty())
        return Texts::tr("it has an empty part between two slashes");
    if (segment == QLatin1String(".") || segment == QLatin1String(".."))
        return Texts::tr("it would leave the folder");
    if (segment.contains(QLatin1Char('\\')))
        return Texts::tr("it has a backslash");
    if (std::any_of(segment.begin(), segment.end(), isControl))
        return Texts::tr("it has a control character");
    if (segment.toUtf8().size() > maxSegment)
        return Texts::tr("a part of it is too long");
    if (rules == FileSystemRules::Posix)
        return {};
    static const QRegularExpression characters(QStringLiteral("[<>:\"|?*]|[. ]$"));
    static const QRegularExpression devices(
        QStringLiteral("^(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\\..*)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const bool isTaken = characters.match(segment).hasMatch() || devices.match(segment).hasMatch();
    return isTaken ? Texts::tr("Windows does not take it") : QString();
}

} // namespace

FileSystemRules localFileSystemRules()
{
#ifdef Q_OS_WIN
    return FileSystemRules::Windows;
#else
    return FileSystemRules::Posix;
#endif
}

Outcome<QString> localPathFor(const QString &folder, const QString &blobName, FileSystemRules rules)
{
    for (const QString &segment : blobName.split(QLatin1Char('/'))) {
        const QString why = refusal(segment, rules);
        if (!why.isEmpty()) {
            return Error::invalidInput(
                Texts::tr("The blob \"%1\" cannot be a file here: %2").arg(blobName, why),
                QDir::toNativeSeparators(folder),
                Texts::tr("Download it on its own, under another name."));
        }
    }
    return QDir(folder).filePath(blobName);
}

QList<QPair<QString, Error>> nameClashes(const QStringList &blobNames, FileSystemRules rules)
{
    const auto key = [rules](const QString &name) {
        return rules == FileSystemRules::Windows ? name.toCaseFolded() : name;
    };
    QHash<QString, QString> files;   //!< Key of a file, and the name that has it.
    QHash<QString, QString> folders; //!< Key of a folder, and a name that needs it.
    QList<QPair<QString, Error>> clashes;
    for (const QString &name : blobNames) {
        QString other = files.value(key(name), folders.value(key(name)));
        QStringList parents;
        for (qsizetype slash = name.indexOf(QLatin1Char('/')); slash > 0;
             slash = name.indexOf(QLatin1Char('/'), slash + 1)) {
            parents << key(name.left(slash));
            if (other.isEmpty())
                other = files.value(parents.last());
        }
        if (!other.isEmpty()) {
            clashes.append({name,
                            Error::invalidInput(
                                Texts::tr("The blobs \"%1\" and \"%2\" cannot both be files here")
                                    .arg(other, name),
                                {}, Texts::tr("Download them into two folders."))});
            continue;
        }
        files.insert(key(name), name);
        for (const QString &parent : std::as_const(parents))
            folders.insert(parent, name);
    }
    return clashes;
}

} // namespace Batchdesk
