// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/gitsettings.h"

#include "core/base/isotime.h"
#include "core/plan/jsonpositions.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace Batchdesk {

namespace {

using Kind = Git::Reference::Kind;

const QString gitPath = QStringLiteral("$.application.git");
constexpr int mostCommits = 1'000'000;
constexpr std::chrono::seconds shortestTimeout{10};
constexpr std::chrono::seconds longestTimeout = std::chrono::hours(24);

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(GitSettings)
};

struct ReferenceKey
{
    const char *key;
    Kind kind;
};
constexpr std::array<ReferenceKey, 3> referenceKeys{
    {{"branch", Kind::Branch}, {"tag", Kind::Tag}, {"commit", Kind::Commit}}};

const char *keyOf(Kind kind)
{
    for (const ReferenceKey &known : referenceKeys) {
        if (known.kind == kind)
            return known.key;
    }
    return "branch";
}

//! "token" for HTTPS, "key" for SSH and for what cannot be read.
const char *credentialKey(const GitSource &git)
{
    const auto address = Git::Address::parse(git.url);
    return address && !address->isSsh() ? "token" : "key";
}

QString at(const char *key)
{
    return jsonChildPath(gitPath, QLatin1String(key));
}

void readReference(SettingsSection &section, Git::Reference &reference)
{
    QStringList given;
    for (const ReferenceKey &known : referenceKeys) {
        if (!section.contains(known.key))
            continue;
        given << QLatin1String(known.key);
        reference.kind = known.kind;
        section.read(known.key, reference.name);
    }
    if (given.size() > 1)
        section.report().error(
            jsonChildPath(gitPath, given.last()),
            Texts::tr("Only one of %1 can be checked out").arg(given.join(QStringLiteral(", "))),
            Texts::tr("Keep one of them."));
}

void readCredential(SettingsSection &section, GitSource &git)
{
    for (const char *key : {"key", "token"}) {
        if (!section.contains(key))
            continue;
        section.read(key, git.credential);
        if (!Git::Address::parse(git.url)
            || QLatin1String(key) == QLatin1String(credentialKey(git)))
            continue;
        section.report().error(
            section.pathOf(key),
            QLatin1String(key) == QLatin1String("key")
                ? Texts::tr("An https:// address is opened by a token, not by an SSH key")
                : Texts::tr("An SSH address is opened by a key, not by a token"),
            Texts::tr("Write \"%1\", or use the other address of the repository.")
                .arg(QLatin1String(credentialKey(git))));
    }
}

bool isInside(const QString &folder)
{
    const QStringList names = folder.split(QLatin1Char('/'));
    const bool hasControl =
        std::any_of(folder.begin(), folder.end(), [](QChar c) { return c.unicode() < 0x20; });
    return !folder.trimmed().isEmpty() && !hasControl && !folder.startsWith(QLatin1Char('/'))
        && !folder.contains(QLatin1Char('\\')) && !folder.contains(QLatin1Char(':'))
        && !names.contains(QStringLiteral("..")) && !names.contains(QStringLiteral(".git"));
}

void checkReference(const Git::Reference &reference, QList<SettingsProblem> &problems)
{
    const QString path = at(keyOf(reference.kind));
    if (reference.kind == Kind::Commit && !Git::isWholeCommit(reference.name))
        problems.append({path, Texts::tr("\"%1\" is not the hash of a commit").arg(reference.name),
                         Texts::tr("Give all 40 (or 64) digits; \"git rev-parse\" prints them.")});
    const bool isNamed = reference.kind == Kind::Branch || reference.kind == Kind::Tag;
    if (isNamed && !Git::isLegalReferenceName(reference.name))
        problems.append(
            {path, Texts::tr("\"%1\" cannot be the name of a branch or tag").arg(reference.name),
             Texts::tr("Write it as \"git branch\" or \"git tag\" lists it.")});
}

void checkCredential(const GitSource &git, QList<SettingsProblem> &problems)
{
    static const QRegularExpression legal(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"));
    const auto address = Git::Address::parse(git.url);
    if (!git.credential.isEmpty() && !legal.match(git.credential).hasMatch()) {
        // Not repeated: somebody may have put the key itself here.
        problems.append({at(credentialKey(git)),
                         Texts::tr("This cannot be the name of a key or token"),
                         Texts::tr("Give the name under which it is kept, never the key itself.")});
    } else if (address && address->isSsh() && git.credential.isEmpty()) {
        problems.append({at("key"), Texts::tr("An SSH address needs a key"),
                         Texts::tr("Give the name of an SSH key; \"batchdesk-cli key list\" lists "
                                   "them.")});
    }
}

} // namespace

void readGitSource(SettingsSection &application, std::optional<GitSource> &target)
{
    auto section = application.section("git");
    if (!section)
        return;
    for (const char *key : {"folder", "ignore"}) {
        if (application.contains(key))
            application.report().error(
                application.pathOf(key),
                Texts::tr("The application is either a folder or a Git repository"),
                Texts::tr("Remove \"%1\" or \"git\". A folder within the repository is "
                          "$.application.git.folder.")
                    .arg(QLatin1String(key)));
    }
    GitSource git;
    section->read("url", git.url);
    readReference(*section, git.reference);
    section->read("folder", git.folder);
    section->read("depth", git.depth);
    section->read("submodules", git.submodules);
    section->read("lfs", git.lfs);
    readCredential(*section, git);
    std::optional<std::chrono::seconds> timeout = git.timeout;
    section->read("timeout", timeout);
    git.timeout = timeout.value_or(longestTimeout);
    target = git;
}

OrderedJson gitSection(const GitSource &git)
{
    const GitSource usual;
    OrderedJson section;
    section.add(QStringLiteral("url"), git.url);
    if (git.reference.kind != Kind::Default)
        section.add(QLatin1String(keyOf(git.reference.kind)), git.reference.name);
    if (git.folder != usual.folder)
        section.add(QStringLiteral("folder"), git.folder);
    if (git.depth != usual.depth)
        section.add(QStringLiteral("depth"), git.depth);
    if (git.submodules)
        section.add(QStringLiteral("submodules"), true);
    if (git.lfs)
        section.add(QStringLiteral("lfs"), true);
    if (!git.credential.isEmpty())
        section.add(QLatin1String(credentialKey(git)), git.credential);
    if (git.timeout != usual.timeout)
        section.add(QStringLiteral("timeout"), toIsoDuration(git.timeout));
    return section;
}

QList<SettingsProblem> checkGitSource(const GitSource &git)
{
    QList<SettingsProblem> problems;
    if (const auto address = Git::Address::parse(git.url); !address)
        problems.append({at("url"), address.error().message, address.error().advice});
    checkReference(git.reference, problems);
    if (!isInside(git.folder))
        problems.append({at("folder"), Texts::tr("This is not a folder within the repository"),
                         Texts::tr("Write it relative to the repository, such as \"src/model\"; "
                                   "\".\" is all of it.")});
    if (git.depth < 0 || git.depth > mostCommits)
        problems.append({at("depth"), Texts::tr("%1 is out of range").arg(git.depth),
                         Texts::tr("Expected the number of commits to fetch; 0 fetches all.")});
    checkCredential(git, problems);
    if (git.timeout < shortestTimeout || git.timeout > longestTimeout)
        problems.append({at("timeout"), Texts::tr("This time limit is out of range"),
                         Texts::tr("Expected 10 seconds (\"PT10S\") to one day (\"P1D\").")});
    return problems;
}

} // namespace Batchdesk
