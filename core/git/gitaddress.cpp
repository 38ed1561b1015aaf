// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/git/gitaddress.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace Batchdesk::Git {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(GitAddress)
};

constexpr int sshPort = 22;

//! What is refused is named in general words: it may hold a password or a token.
Error refused(const QString &message, const QString &advice = {})
{
    return Error::invalidInput(
        message, {},
        advice.isEmpty()
            ? Texts::tr("Write git@host:owner/repository.git, ssh://git@host/owner/repository.git "
                        "or https://host/owner/repository.git.")
            : advice);
}

bool isLegalHost(const QString &host)
{
    static const QRegularExpression legal(QStringLiteral(
        "^([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)$"));
    return host.size() <= 253 && legal.match(host).hasMatch();
}

bool isLegalUser(const QString &user)
{
    static const QRegularExpression legal(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9._+@-]*$"));
    return user.size() <= 256 && legal.match(user).hasMatch();
}

Outcome<Address> checked(const Address &address)
{
    if (!isLegalHost(address.host))
        return refused(Texts::tr("The address names no host that Git could reach"));
    if (address.isSsh() && address.user.isEmpty())
        return refused(Texts::tr("The address does not say as whom to sign in"),
                       Texts::tr("Write the user before the host; for most hosts it is \"git\": "
                                 "git@host:owner/repository.git."));
    if (address.isSsh() && !isLegalUser(address.user))
        return refused(Texts::tr("The address holds a user name that SSH would not take"));
    QString path = address.path;
    path.remove(QLatin1Char('/'));
    if (path.isEmpty())
        return refused(Texts::tr("The address names a host, but no repository on it"));
    if (address.path.startsWith(QLatin1Char('-')))
        return refused(Texts::tr("The path of a repository cannot begin with a dash"));
    return address;
}

Outcome<Address> fromUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return refused(Texts::tr("The address of the repository is not a valid URL"));
    if (!url.password().isEmpty()
        || text.section(QLatin1String("://"), 1)
               .section(QLatin1Char('/'), 0, 0)
               .contains(QRegularExpression(QStringLiteral(":.*@"))))
        return refused(Texts::tr("The address holds a password or token, which would end up in "
                                 "files and logs"),
                       Texts::tr("Take it out of the address, and keep it under Accounts, SSH keys "
                                 "and tokens."));
    if (url.hasQuery() || url.hasFragment())
        return refused(Texts::tr("The address of a repository has no '?' and no '#'"));
    Address address;
    address.scheme =
        url.scheme() == QLatin1String("https") ? Address::Scheme::Https : Address::Scheme::Ssh;
    address.user = url.userName();
    address.host = url.host().toLower();
    address.port = qMax(0, url.port());
    address.path = url.path();
    address.url = text;
    if (!address.isSsh() && !address.user.isEmpty())
        return refused(Texts::tr("The address holds a user name or token before its host"),
                       Texts::tr("Leave out everything before the @: the user name is kept with "
                                 "the token, under Accounts."));
    return checked(address);
}

Outcome<Address> fromScpForm(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:([^@/:\\s]+)@)?(\\[[^\\]/\\s]+\\]|[^/:@\\[\\]\\s]+):(.+)$"));
    const auto match = form.match(text);
    QString host = match.captured(2);
    if (!match.hasMatch() || host.size() == 1)
        return refused(Texts::tr("This is not the address of a repository on a Git host"));
    if (host.startsWith(QLatin1Char('[')))
        host = host.mid(1, host.size() - 2);
    Address address;
    address.user = match.captured(1);
    address.host = host.toLower();
    address.path = match.captured(3);
    address.url = text;
    return checked(address);
}

} // namespace

QString Address::knownHostsName() const
{
    if (port == 0 || port == sshPort)
        return host;
    return QStringLiteral("[%1]:%2").arg(host).arg(port);
}

QString Address::hostAndPort() const
{
    const QString name = host.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(host) : host;
    return port == 0 ? name : QStringLiteral("%1:%2").arg(name).arg(port);
}

QString Address::repositoryName() const
{
    QString name = path;
    while (name.endsWith(QLatin1Char('/')))
        name.chop(1);
    name = name.section(QLatin1Char('/'), -1);
    if (name.endsWith(QLatin1String(".git")))
        name.chop(4);
    return name;
}

Outcome<Address> Address::parse(const QString &given)
{
    const QString text = given.trimmed();
    if (text.isEmpty())
        return refused(Texts::tr("The address of the repository is missing"));
    const bool hasControl =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20; });
    if (hasControl || text.size() > 2000 || text.startsWith(QLatin1Char('-')))
        return refused(Texts::tr("This cannot be the address of a repository"));
    const QString scheme = text.section(QLatin1String("://"), 0, 0).toLower();
    if (!text.contains(QLatin1String("://"))) {
        if (text.contains(QLatin1String("::")) && !text.contains(QLatin1Char('[')))
            return refused(Texts::tr("Git's remote helpers (\"name::…\") are not used"));
        return fromScpForm(text);
    }
    if (scheme == QLatin1String("ssh") || scheme == QLatin1String("https"))
        return fromUrl(text);
    if (scheme == QLatin1String("http") || scheme == QLatin1String("git"))
        return refused(Texts::tr("\"%1\" is not encrypted: anybody on the way could change the "
                                 "program")
                           .arg(scheme),
                       Texts::tr("Use the https:// or the SSH address of the repository."));
    return refused(Texts::tr("Nodes can clone over SSH and HTTPS only"));
}

QString Reference::toText() const
{
    switch (kind) {
    case Kind::Branch:
        return QStringLiteral("branch:") + name;
    case Kind::Tag:
        return QStringLiteral("tag:") + name;
    case Kind::Commit:
        return QStringLiteral("commit:") + name.toLower(); // as git itself writes a hash
    case Kind::Default:
        break;
    }
    return {};
}

bool isLegalReferenceName(const QString &name)
{
    // git-check-ref-format(1)
    static const QRegularExpression forbidden(QStringLiteral(
        "[\\x00-\\x20\\x7f~^:?*\\[\\\\]|\\.\\.|@\\{|//|/\\.|\\.lock(/|$)|^[-/.]|[/.]$|^@$"));
    return !name.isEmpty() && name.toUtf8().size() <= 250 && !forbidden.match(name).hasMatch();
}

bool isWholeCommit(const QString &name)
{
    static const QRegularExpression hash(QStringLiteral("^([0-9a-fA-F]{40}|[0-9a-fA-F]{64})$"));
    return hash.match(name).hasMatch();
}

} // namespace Batchdesk::Git
