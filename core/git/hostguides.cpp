// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/git/hostguides.h"

#include "core/git/gitaddress.h"

#include <QCoreApplication>

namespace Batchdesk::Git {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(GitHostGuides)
};

//! "owner/repository" of an address on one of these hosts; empty for other hosts.
QString repositoryOn(const QString &url, const QStringList &hosts)
{
    const auto address = Address::parse(url);
    if (!address || !hosts.contains(address->host))
        return {};
    QString path = address->path;
    while (path.startsWith(QLatin1Char('/')))
        path.remove(0, 1);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    if (path.endsWith(QLatin1String(".git")))
        path.chop(4);
    return path;
}

HostGuide gitHub(const QString &url)
{
    const QString repository =
        repositoryOn(url, {QStringLiteral("github.com"), QStringLiteral("ssh.github.com")});
    const QUrl deploy(repository.isEmpty()
                          ? QStringLiteral("https://github.com")
                          : QStringLiteral("https://github.com/%1/settings/keys").arg(repository));
    return {QStringLiteral("GitHub"),
            {{Texts::tr("Deploy key of the repository (better: it opens this repository only)"),
              deploy,
              {Texts::tr("Open the repository, then Settings, Deploy keys, Add deploy key."),
               Texts::tr("Paste the public key, and leave \"Allow write access\" off."),
               Texts::tr("Press Add key.")}},
             {Texts::tr("Key of your account (it opens all that you may read)"),
              QUrl(QStringLiteral("https://github.com/settings/ssh/new")),
              {Texts::tr("Open Settings, SSH and GPG keys, New SSH key."),
               Texts::tr("Give it a title such as \"Batch key\", and paste the public key."),
               Texts::tr("Press Add SSH key.")}}}};
}

HostGuide gitLab(const QString &url)
{
    const QString repository =
        repositoryOn(url, {QStringLiteral("gitlab.com"), QStringLiteral("altssh.gitlab.com")});
    const QUrl deploy(
        repository.isEmpty()
            ? QStringLiteral("https://gitlab.com")
            : QStringLiteral("https://gitlab.com/%1/-/settings/repository").arg(repository));
    return {QStringLiteral("GitLab"),
            {{Texts::tr("Deploy key of the project (better: it opens this project only)"),
              deploy,
              {Texts::tr("Open the project, then Settings, Repository, Deploy keys."),
               Texts::tr("Press Add new key, paste the public key, and leave \"Grant write "
                         "permissions\" off.")}},
             {Texts::tr("Key of your account (it opens all that you may read)"),
              QUrl(QStringLiteral("https://gitlab.com/-/user_settings/ssh_keys")),
              {Texts::tr("Open Edit profile, SSH Keys, Add new key."),
               Texts::tr("Paste the public key, and press Add key.")}}}};
}

HostGuide bitbucket(const QString &url)
{
    const QString repository = repositoryOn(
        url, {QStringLiteral("bitbucket.org"), QStringLiteral("altssh.bitbucket.org")});
    const QUrl access(
        repository.isEmpty()
            ? QStringLiteral("https://bitbucket.org")
            : QStringLiteral("https://bitbucket.org/%1/admin/access-keys/").arg(repository));
    return {QStringLiteral("Bitbucket"),
            {{Texts::tr("Access key of the repository (better: it can only read, and only there)"),
              access,
              {Texts::tr("Open the repository, then Repository settings, Access keys, Add key."),
               Texts::tr("Paste the public key, and press Add SSH key.")}},
             {Texts::tr("Key of your account (it opens all that you may read)"),
              QUrl(QStringLiteral("https://bitbucket.org/account/settings/ssh-keys/")),
              {Texts::tr("Open Personal settings, SSH keys, Add key."),
               Texts::tr("Paste the public key, and press Add key.")}}}};
}

HostGuide azureRepos(const QString &url)
{
    // git@ssh.dev.azure.com:v3/organisation/project/repository
    const QString path = repositoryOn(url, {QStringLiteral("ssh.dev.azure.com")});
    const QString organisation = path.section(QLatin1Char('/'), 1, 1);
    const QUrl keys(
        organisation.isEmpty()
            ? QStringLiteral("https://dev.azure.com")
            : QStringLiteral("https://dev.azure.com/%1/_usersSettings/keys").arg(organisation));
    return {
        QStringLiteral("Azure Repos"),
        {{Texts::tr("Key of an account that may read this repository (there are no deploy keys)"),
          keys,
          {Texts::tr("Azure Repos takes RSA keys only: make one of that type."),
           Texts::tr("Open User settings, SSH public keys, New Key."),
           Texts::tr("Paste the public key, and press Add.")}}}};
}

} // namespace

QList<HostGuide> keyGuides(const QString &url)
{
    return {gitHub(url), gitLab(url), bitbucket(url), azureRepos(url)};
}

} // namespace Batchdesk::Git
