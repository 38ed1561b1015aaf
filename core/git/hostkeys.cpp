// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/git/hostkeys.h"

#include "core/git/program.h"
#include "core/git/sshkey.h"
#include "resources/resources.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace Batchdesk::Git {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(HostKeys)
};

QHash<QString, PublishedHost> loadPublished()
{
    initResources();
    QFile file(QStringLiteral(":/batchdesk/git/published-hosts.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("Batchdesk was built without its list of host keys");
    QHash<QString, PublishedHost> byName;
    const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue &value : document.value(QLatin1String("hosts")).toArray()) {
        const QJsonObject object = value.toObject();
        PublishedHost host;
        host.title = object.value(QLatin1String("title")).toString();
        host.page = object.value(QLatin1String("page")).toString();
        for (const QJsonValue &print : object.value(QLatin1String("fingerprints")).toArray())
            host.fingerprints << print.toString();
        for (const QJsonValue &name : object.value(QLatin1String("names")).toArray())
            byName.insert(name.toString(), host);
    }
    return byName;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! The names a line is for; empty for comments, hashed names and marked lines.
QList<QByteArray> namesOf(const QByteArray &line)
{
    const QByteArray first = line.trimmed().split(' ').value(0);
    if (first.isEmpty() || first.startsWith('#') || first.startsWith('@') || first.startsWith('|'))
        return {};
    return first.split(',');
}

QByteArray lineFor(const QString &name, const HostKey &key)
{
    return (name + QLatin1Char(' ') + key.type + QLatin1Char(' ') + key.base64).toUtf8() + '\n';
}

Outcome<void> save(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return Error::io(
            Texts::tr("The list of trusted hosts cannot be written: %1").arg(file.errorString()),
            path, Texts::tr("Make the folder writable, and try again."));
    return {};
}

//! The file without the lines for that name.
QByteArray without(const QByteArray &content, const QString &name)
{
    QByteArray kept;
    for (const QByteArray &line : content.split('\n')) {
        if (!line.isEmpty() && !namesOf(line).contains(name.toUtf8()))
            kept += line + '\n';
    }
    return kept;
}

bool shareOne(const QList<HostKey> &shown, const QList<HostKey> &known)
{
    return std::any_of(shown.begin(), shown.end(),
                       [&known](const HostKey &key) { return known.contains(key); });
}

Outcome<QList<HostKey>> keysFrom(const ProgramResult &result, const Address &address)
{
    if (!result.started) {
        Error error;
        error.kind = Error::Kind::NotFound;
        error.code = QStringLiteral("ToolMissing");
        error.message = Texts::tr("ssh-keyscan is not installed on this computer");
        error.advice = Texts::tr("Install the OpenSSH client, and try again.");
        return error;
    }
    const QList<HostKey> keys = readHostKeys(result.output, address);
    if (!keys.isEmpty())
        return keys;
    Error error;
    error.kind = Error::Kind::Network;
    error.message = Texts::tr("%1 did not show a host key").arg(address.knownHostsName());
    error.advice = Texts::tr("Check the address and the network: a firewall may block SSH.");
    return error;
}

} // namespace

PublishedHost publishedHost(const QString &host)
{
    static const QHash<QString, PublishedHost> published = loadPublished();
    return published.value(host.toLower());
}

QString KnownHosts::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
        + QStringLiteral("/known_hosts");
}

QList<HostKey> KnownHosts::keysOf(const Address &address) const
{
    return readHostKeys(contentOf(m_path), address);
}

QByteArray KnownHosts::linesFor(const Address &address) const
{
    QByteArray lines;
    for (const HostKey &key : keysOf(address))
        lines += lineFor(address.knownHostsName(), key);
    return lines;
}

Outcome<void> KnownHosts::trust(const Address &address, const QList<HostKey> &keys) const
{
    const QString name = address.knownHostsName();
    QByteArray content = without(contentOf(m_path), name);
    for (const HostKey &key : keys)
        content += lineFor(name, key);
    return save(m_path, content);
}

Outcome<void> KnownHosts::forget(const QString &knownHostsName) const
{
    return save(m_path, without(contentOf(m_path), knownHostsName));
}

QStringList KnownHosts::hosts() const
{
    QStringList names;
    for (const QByteArray &line : contentOf(m_path).split('\n')) {
        for (const QByteArray &name : namesOf(line))
            names << QString::fromUtf8(name);
    }
    names.removeDuplicates();
    names.sort();
    return names;
}

HostTrust KnownHosts::judge(const Address &address, const QList<HostKey> &shown) const
{
    const QList<HostKey> pinned = keysOf(address);
    if (!pinned.isEmpty())
        return shareOne(shown, pinned) ? HostTrust::Pinned : HostTrust::Changed;
    const PublishedHost published = publishedHost(address.host);
    if (!published.isKnown())
        return HostTrust::Unknown;
    // Each of them: one true key among false ones would be no proof for the others.
    const bool allPublished = std::all_of(shown.begin(), shown.end(), [&](const HostKey &key) {
        return published.fingerprints.contains(key.fingerprint);
    });
    return allPublished && !shown.isEmpty() ? HostTrust::Published : HostTrust::Changed;
}

QList<HostKey> readHostKeys(const QByteArray &lines, const Address &address)
{
    QList<HostKey> keys;
    const QByteArray name = address.knownHostsName().toUtf8();
    for (const QByteArray &line : lines.split('\n')) {
        const QList<QByteArray> names = namesOf(line);
        if (!names.contains(name))
            continue;
        const QList<QByteArray> words = line.simplified().split(' ');
        const auto key = readPublicKey(QString::fromLatin1(words.value(1) + ' ' + words.value(2)));
        if (!key)
            continue;
        const HostKey found{key->type, QString::fromLatin1(words.value(2)), key->fingerprint};
        if (!keys.contains(found))
            keys << found;
    }
    return keys;
}

QFuture<Outcome<QList<HostKey>>> scanHostKeys(const Address &address, std::chrono::seconds patience)
{
    ProgramRequest request;
    request.program = QStringLiteral("ssh-keyscan");
    request.arguments = {
        QStringLiteral("-T"), QString::number(qMax<qint64>(1, patience.count() - 2)),
        QStringLiteral("-t"), QStringLiteral("ed25519,ecdsa,rsa"),
        QStringLiteral("-p"), QString::number(address.port ? address.port : 22),
        QStringLiteral("--"), address.host};
    request.patience = patience;
    return runProgram(request).then(
        [address](const ProgramResult &result) { return keysFrom(result, address); });
}

} // namespace Batchdesk::Git
