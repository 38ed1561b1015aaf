// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/folderwalk.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace Batchdesk {

namespace {

namespace fs = std::filesystem;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FolderWalk)
};

struct DecodedName
{
    QString name;    //!< With U+FFFD where a byte means nothing.
    QString escaped; //!< For messages, when the name cannot be sent.
    bool isValid = true;
};

QString escapedControls(const QString &name)
{
    QString escaped;
    for (const QChar c : name) {
        if (c.category() == QChar::Other_Control)
            escaped += QStringLiteral("\\x%1").arg(int(c.unicode()), 2, 16, QLatin1Char('0'));
        else
            escaped += c;
    }
    return escaped;
}

//! File names of POSIX systems are bytes; QDir would decode them lossily and lose the file.
DecodedName decoded(const std::string &bytes)
{
    DecodedName result;
    result.name = QString::fromStdString(bytes);
    result.escaped = escapedControls(result.name);
    result.isValid = result.name.toStdString() == bytes;
    if (result.isValid)
        return result;
    result.escaped.clear();
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        result.escaped += byte >= 0x20 && byte < 0x7f
            ? QString(QLatin1Char(c))
            : QStringLiteral("\\x%1").arg(int(byte), 2, 16, QLatin1Char('0'));
    }
    return result;
}

[[maybe_unused]] DecodedName decoded(const std::wstring &units)
{
    DecodedName result;
    result.name = QString::fromStdWString(units);
    result.escaped = escapedControls(result.name);
    result.isValid = result.name.isValidUtf16();
    return result;
}

//! Why a name cannot be carried by a zip archive or a blob; empty when it can.
QString problemOf(const DecodedName &name)
{
    if (!name.isValid)
        return Texts::tr("The file name \"%1\" is not valid UTF-8");
    if (std::any_of(name.name.begin(), name.name.end(),
                    [](QChar c) { return c.category() == QChar::Other_Control; }))
        return Texts::tr("The file name \"%1\" holds a line break or another control character");
    if (name.name.contains(QLatin1Char('\\')))
        return Texts::tr("The file name \"%1\" holds a backslash");
    return {};
}

class Walker
{
public:
    Walker(const QString &root, const QString &noun,
           const std::function<WalkVerdict(const QString &, bool)> &verdict)
        : m_root(root)
        , m_noun(noun)
        , m_verdict(verdict)
    {
    }

    FolderWalk walk();

private:
    struct Folder
    {
        fs::path path;
        QString relative; //!< "" or ending in '/'
        QString escaped;
    };
    void walkOne(const Folder &folder);
    void visit(const fs::directory_entry &entry, const Folder &folder);
    void takeFile(const fs::directory_entry &entry, const QString &path, const QString &shown);
    QString shownPlace(const QString &escaped) const
    {
        return QDir::toNativeSeparators(m_root + QLatin1Char('/') + escaped);
    }

    QString m_root;
    QString m_noun;
    const std::function<WalkVerdict(const QString &, bool)> &m_verdict;
    std::vector<Folder> m_waiting;
    FolderWalk m_result;
};

FolderWalk Walker::walk()
{
    const QFileInfo info(m_root);
    if (!info.exists()) {
        Error error = Error::invalidInput(Texts::tr("%1 does not exist").arg(m_noun), m_root,
                                          Texts::tr("Correct it in the settings, or make it."));
        error.kind = Error::Kind::NotFound;
        m_result.errors << error;
    } else if (!info.isDir()) {
        m_result.errors << Error::invalidInput(Texts::tr("%1 is not a folder").arg(m_noun), m_root);
    } else {
        m_waiting.push_back({info.filesystemAbsoluteFilePath(), {}, {}});
    }
    while (!m_waiting.empty()) {
        const Folder folder = m_waiting.back();
        m_waiting.pop_back();
        walkOne(folder);
    }
    std::sort(m_result.files.begin(), m_result.files.end(),
              [](const auto &a, const auto &b) { return isBeforeByCodePoint(a.path, b.path); });
    const auto byPlace = [](const Error &a, const Error &b) { return a.place < b.place; };
    std::stable_sort(m_result.errors.begin(), m_result.errors.end(), byPlace);
    std::stable_sort(m_result.warnings.begin(), m_result.warnings.end(), byPlace);
    return m_result;
}

void Walker::walkOne(const Folder &folder)
{
    std::error_code fault;
    fs::directory_iterator it(folder.path, fault);
    while (!fault && it != fs::directory_iterator()) {
        visit(*it, folder);
        it.increment(fault);
    }
    if (fault)
        m_result.errors << Error::io(Texts::tr("This folder cannot be read: %1")
                                         .arg(QString::fromStdString(fault.message())),
                                     shownPlace(folder.escaped),
                                     Texts::tr("Change its permissions, or have it ignored."));
}

void Walker::visit(const fs::directory_entry &entry, const Folder &folder)
{
    const DecodedName name = decoded(entry.path().filename().native());
    const QString path = folder.relative + name.name;
    const QString shown = folder.escaped + name.escaped;
    std::error_code fault;
    const bool isLink = entry.is_symlink(fault);
    const fs::file_status status = entry.status(fault);
    const bool isFolder = fs::is_directory(status);
    if (!isFolder)
        ++m_result.filesSeen;
    const WalkVerdict verdict = m_verdict(path, isFolder);
    if (verdict != WalkVerdict::Take) {
        m_result.ignoredEntries += verdict == WalkVerdict::Ignore ? 1 : 0;
        return;
    }
    if (const QString problem = problemOf(name); !problem.isEmpty()) {
        m_result.errors << Error::invalidInput(problem.arg(name.escaped), shownPlace(shown),
                                               Texts::tr("Rename it, or exclude it by a pattern."));
    } else if (isFolder && isLink) {
        m_result.warnings << Error::invalidInput(Texts::tr("This link to a folder is not followed"),
                                                 shownPlace(shown));
    } else if (isFolder) {
        m_waiting.push_back({entry.path(), path + QLatin1Char('/'), shown + QLatin1Char('/')});
    } else if (fs::is_regular_file(status)) {
        takeFile(entry, path, shown);
    } else if (isLink) {
        m_result.errors << Error::invalidInput(Texts::tr("This link leads nowhere"),
                                               shownPlace(shown),
                                               Texts::tr("Remove it, or exclude it by a pattern."));
    } else {
        m_result.warnings << Error::invalidInput(
            Texts::tr("This is no regular file and is left out"), shownPlace(shown));
    }
}

void Walker::takeFile(const fs::directory_entry &entry, const QString &path, const QString &shown)
{
    std::error_code fault;
    WalkedFile file;
    file.path = path;
    file.size = qint64(entry.file_size(fault));
    const fs::perms permissions = entry.status(fault).permissions();
    file.executable = (permissions & fs::perms::owner_exec) != fs::perms::none;
    if (fault || !QFileInfo(entry.path()).isReadable())
        m_result.errors << Error::io(
            Texts::tr("This file cannot be read"), shownPlace(shown),
            Texts::tr("Change its permissions, or exclude it by a pattern."));
    else
        m_result.files << file;
}

} // namespace

FolderWalk walkFolder(const QString &root, const QString &noun,
                      const std::function<WalkVerdict(const QString &path, bool isFolder)> &verdict)
{
    return Walker(root, noun, verdict).walk();
}

bool isBeforeByCodePoint(const QString &a, const QString &b)
{
    const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (left == a.end() || right == b.end())
        return left == a.end() && right != b.end();
    // Surrogates stand for code points above all others, but sort below U+E000.
    if (left->isSurrogate() != right->isSurrogate())
        return right->isSurrogate();
    return *left < *right;
}

} // namespace Batchdesk
