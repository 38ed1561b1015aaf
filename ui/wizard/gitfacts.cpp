// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/gitfacts.h"

#include <QCoreApplication>

namespace Batchdesk {

namespace {

using Kind = Git::Reference::Kind;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(GitFacts)
};

QString folderWords(const QString &folder)
{
    const QString name = folder.trimmed();
    return name.isEmpty() || name == QLatin1String(".") ? Texts::tr("all of the repository")
                                                        : Texts::tr("the folder %1").arg(name);
}

QString historyWords(int depth)
{
    if (depth == 1)
        return Texts::tr("the latest commit alone");
    return depth <= 0 ? Texts::tr("all of it")
                      : Texts::tr("the latest %n commit(s)", nullptr, depth);
}

QString limitWords(std::chrono::seconds limit)
{
    const auto count = int(limit.count());
    if (count % 3600 == 0)
        return Texts::tr("%n hour(s)", nullptr, count / 3600);
    if (count % 60 == 0)
        return Texts::tr("%n minute(s)", nullptr, count / 60);
    return Texts::tr("%n second(s)", nullptr, count);
}

QString keyWords(const GitSource &source, const std::optional<Git::Credential> &credential)
{
    if (!credential)
        return source.credential;
    if (credential->kind == Git::Credential::Kind::SshKey)
        return QStringLiteral("%1 (%2)").arg(source.credential,
                                             keyTypeWords(credential->publicKey.type));
    return source.credential + QLatin1Char('\n')
        + Texts::tr("for %1 and no other host").arg(credential->host);
}

FactSection cloning(const GitSource &source, const Git::Address &address)
{
    FactSection section{
        Texts::tr("What every node does"),
        {{Texts::tr("Clones"), address.url},
         {Texts::tr("Checks out"), referenceWords(source.reference)},
         {Texts::tr("Your program"), folderWords(source.folder)},
         {Texts::tr("History"), historyWords(source.depth)},
         {Texts::tr("Submodules"),
          source.submodules ? Texts::tr("cloned too, as the repository names them")
                            : Texts::tr("left out")},
         {Texts::tr("Large files"),
          source.lfs ? Texts::tr("fetched with Git LFS")
                     : Texts::tr("as they stand in the repository, without Git LFS")},
         {Texts::tr("Packages"),
          Texts::tr("of requirements.txt are installed with pip, where there is one")},
         {Texts::tr("Gives up"),
          Texts::tr("when it takes longer than %1").arg(limitWords(source.timeout))}}};
    if (address.isSsh())
        section.facts.append({Texts::tr("Trusts"),
                              Texts::tr("the host key that you trust here, and no other one of %1")
                                  .arg(address.knownHostsName())});
    return section;
}

FactSection safety(const GitSource &source, const Git::Address &address,
                   const std::optional<Git::Credential> &credential)
{
    const bool isKey = address.isSsh();
    return {
        isKey ? Texts::tr("What becomes of your key") : Texts::tr("What becomes of your token"),
        {{isKey ? Texts::tr("Key") : Texts::tr("Token"), keyWords(source, credential)},
         {Texts::tr("Is sent to"),
          Texts::tr("a private container of this run. A link that ends by itself opens it, for "
                    "the preparation of a node alone.")},
         {Texts::tr("On a node"),
          Texts::tr("it stands in a file for the clone alone, which is removed as soon as the "
                    "clone is done or has failed. Your tasks never see it.")},
         {Texts::tr("Is removed"), Texts::tr("with that container, when all tasks are through.")}}};
}

} // namespace

QString referenceWords(const Git::Reference &reference)
{
    switch (reference.kind) {
    case Kind::Branch:
        return Texts::tr("branch %1").arg(reference.name);
    case Kind::Tag:
        return Texts::tr("tag %1").arg(reference.name);
    case Kind::Commit:
        return Texts::tr("commit %1").arg(reference.name);
    case Kind::Default:
        break;
    }
    return Texts::tr("the repository's default branch");
}

QString keyTypeWords(const QString &type)
{
    if (type == QLatin1String("ssh-ed25519"))
        return QStringLiteral("ED25519");
    if (type == QLatin1String("ssh-rsa"))
        return QStringLiteral("RSA");
    return type.startsWith(QLatin1String("ecdsa-")) ? QStringLiteral("ECDSA") : type;
}

QList<FactSection> gitFacts(const GitSource &source,
                            const std::optional<Git::Credential> &credential)
{
    const auto address = Git::Address::parse(source.url);
    if (!address)
        return {};
    QList<FactSection> sections{cloning(source, *address)};
    if (!source.credential.isEmpty())
        sections << safety(source, *address, credential);
    return sections;
}

} // namespace Batchdesk
