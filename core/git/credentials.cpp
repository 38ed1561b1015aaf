// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/git/credentials.h"

#include "core/net/asfuture.h"
#include "core/net/awaitoutcome.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSet>
#include <QStandardPaths>
#include <QtConcurrent>

#include <algorithm>

namespace Batchdesk::Git {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(GitCredentials)
};

using Kind = Credential::Kind;

QJsonObject toJson(const Credential &credential)
{
    QJsonObject object{{QStringLiteral("name"), credential.name},
                       {QStringLiteral("madeAt"), credential.madeAt.toString(Qt::ISODate)}};
    if (credential.kind == Kind::SshKey) {
        object.insert(QStringLiteral("publicKey"), credential.publicKey.line);
    } else {
        object.insert(QStringLiteral("host"), credential.host);
        object.insert(QStringLiteral("user"), credential.user);
    }
    return object;
}

std::optional<Credential> fromJson(const QJsonObject &object)
{
    Credential credential;
    credential.name = object.value(QLatin1String("name")).toString();
    credential.madeAt =
        QDateTime::fromString(object.value(QLatin1String("madeAt")).toString(), Qt::ISODate);
    credential.host = object.value(QLatin1String("host")).toString();
    credential.user = object.value(QLatin1String("user")).toString();
    if (!credential.host.isEmpty()) {
        credential.kind = Kind::Token;
        return credential;
    }
    const auto key = readPublicKey(object.value(QLatin1String("publicKey")).toString());
    if (!key)
        return {};
    credential.publicKey = *key;
    return credential;
}

Outcome<QList<Credential>> load(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QList<Credential>();
    if (!file.open(QIODevice::ReadOnly))
        return Error::io(
            Texts::tr("The list of SSH keys and tokens cannot be read: %1").arg(file.errorString()),
            path);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject())
        return Error::io(
            Texts::tr("The list of SSH keys and tokens is damaged: %1").arg(problem.errorString()),
            path, Texts::tr("Mend the file, or remove it and enter them again."));
    QList<Credential> list;
    for (const QJsonValue &value :
         document.object().value(QLatin1String("credentials")).toArray()) {
        if (const auto credential = fromJson(value.toObject()))
            list << *credential;
    }
    return list;
}

Outcome<void> save(const QString &path, const QList<Credential> &list)
{
    QJsonArray array;
    for (const Credential &credential : list)
        array.append(toJson(credential));
    const QByteArray content =
        QJsonDocument(QJsonObject{{QStringLiteral("credentials"), array}}).toJson();
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return Error::io(Texts::tr("The list of SSH keys and tokens cannot be written: %1")
                             .arg(file.errorString()),
                         path, Texts::tr("Make the folder writable, and try again."));
    return {};
}

Outcome<void> append(const QString &path, const Credential &credential)
{
    auto list = load(path);
    if (!list)
        return list.error();
    list->append(credential);
    return save(path, *list);
}

Outcome<void> checkName(const QString &name)
{
    static const QRegularExpression legal(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"));
    if (legal.match(name).hasMatch())
        return {};
    return Error::invalidInput(Texts::tr("\"%1\" cannot be the name of a key or token").arg(name),
                               {}, Texts::tr("Use up to 64 of A-Z, a-z, 0-9, '_', '-' and '.'."));
}

Outcome<void> checkToken(const QString &host, const QString &user, const Secret &token)
{
    if (const auto checked = checkTokenHost(host); !checked)
        return checked;
    if (const auto checked = checkTokenUser(user); !checked)
        return checked;
    return checkTokenText(token);
}

} // namespace

Outcome<void> checkTokenHost(const QString &host)
{
    static const QRegularExpression legal(
        QStringLiteral("^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$"));
    if (legal.match(host.trimmed()).hasMatch())
        return {};
    return Error::invalidInput(
        Texts::tr("\"%1\" is not the name of a host").arg(host), {},
        Texts::tr("Write it as in the repository's address, such as github.com."));
}

Outcome<void> checkTokenUser(const QString &user)
{
    static const QRegularExpression legal(QStringLiteral("^[A-Za-z0-9._@+-]{0,128}$"));
    if (legal.match(user.trimmed()).hasMatch())
        return {};
    return Error::invalidInput(
        Texts::tr("The user name that goes with the token cannot be used"), {},
        Texts::tr("Use up to 128 of A-Z, a-z, 0-9, '.', '_', '@', '+' and '-'."));
}

Outcome<void> checkTokenText(const Secret &token)
{
    constexpr qsizetype mostBytes = 4096;
    const QByteArray text = token.reveal().trimmed();
    const bool isPrintable =
        std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (!text.isEmpty() && isPrintable && text.size() <= mostBytes)
        return {};
    return Error::invalidInput(
        Texts::tr("This is no token: it is empty, or holds spaces or line breaks"), {},
        Texts::tr("Copy it again from the host's page."));
}

QString secretName(const QString &credential)
{
    return QStringLiteral("git/") + credential;
}

QString Credentials::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
        + QStringLiteral("/git-credentials.json");
}

static Error nameIsTaken(const QString &name)
{
    Error error;
    error.kind = Error::Kind::AlreadyExists;
    error.message = Texts::tr("There is already a key or token called \"%1\"").arg(name);
    error.advice = Texts::tr("Choose another name, or remove that one first.");
    return error;
}

//! Shared with the flows, which may outlive the object that started them.
struct CredentialsState
{
    QString path;
    std::shared_ptr<CredentialStore> keychain;
    MemoryCredentialStore session;
    QList<Credential> ofSession; //!< Those that no file names.
    QSet<QString> underWay;      //!< Names of those that are on their way into the keychain.
    QPointer<Credentials> owner;

    bool isOfSession(const QString &name) const
    {
        return std::any_of(ofSession.begin(), ofSession.end(),
                           [&name](const Credential &known) { return known.name == name; });
    }
    void tell() const
    {
        if (owner)
            Q_EMIT owner->changed();
    }
    Outcome<QList<Credential>> list() const
    {
        auto all = load(path);
        if (!all)
            return all;
        all->append(ofSession);
        std::sort(all->begin(), all->end(),
                  [](const Credential &a, const Credential &b) { return a.name < b.name; });
        return all;
    }
    Outcome<Credential> find(const QString &name) const;
    Outcome<void> checkFree(const QString &name) const;
    Outcome<void> begin(const QString &name, Credentials::Keep keep);
};

using StatePtr = std::shared_ptr<CredentialsState>;

Outcome<Credential> CredentialsState::find(const QString &name) const
{
    const auto all = list();
    if (!all)
        return all.error();
    QStringList names;
    for (const Credential &credential : *all) {
        if (credential.name == name)
            return credential;
        names << credential.name;
    }
    Error error;
    error.kind = Error::Kind::NotFound;
    error.message = Texts::tr("There is no SSH key or token called \"%1\"").arg(name);
    error.advice = names.isEmpty()
        ? Texts::tr("Make one under Accounts, SSH keys, or by \"batchdesk-cli key generate\".")
        : Texts::tr("Known are: %1.").arg(names.join(QStringLiteral(", ")));
    return error;
}

Outcome<void> CredentialsState::checkFree(const QString &name) const
{
    if (const auto legal = checkName(name); !legal)
        return legal;
    const auto known = find(name);
    if (!known)
        return known.error().kind == Error::Kind::NotFound ? Outcome<void>()
                                                           : Outcome<void>(known.error());
    return nameIsTaken(name);
}

//! Takes the name until the keychain has answered.
Outcome<void> CredentialsState::begin(const QString &name, Credentials::Keep keep)
{
    const auto free = checkFree(name);
    if (!free || keep == Credentials::Keep::ThisSession)
        return free;
    if (underWay.contains(name))
        return nameIsTaken(name);
    underWay.insert(name);
    return free;
}

//! Keeps the secret half first: what stands in the list can be used.
static QCoro::Task<Outcome<Credential>> add(StatePtr state, Credential credential, Secret secret,
                                            Credentials::Keep keep)
{
    credential.madeAt = QDateTime::currentDateTimeUtc();
    if (keep == Credentials::Keep::ThisSession) {
        (void)state->session.write(secretName(credential.name), secret);
        state->ofSession << credential;
        state->tell();
        co_return credential;
    }
    const auto kept =
        co_await awaitOutcome(state->keychain->write(secretName(credential.name), secret));
    state->underWay.remove(credential.name);
    if (!kept)
        co_return kept.error();
    // Whoever did not want to wait any longer may have kept one of that name for this session.
    auto listed = state->checkFree(credential.name);
    if (listed)
        listed = append(state->path, credential);
    if (!listed) {
        (void)co_await awaitOutcome(state->keychain->remove(secretName(credential.name)));
        co_return listed.error();
    }
    state->tell();
    co_return credential;
}

static QCoro::Task<Outcome<Credential>> addKey(StatePtr state, QString name,
                                               QFuture<Outcome<KeyPair>> making,
                                               Credentials::Keep keep)
{
    const auto pair = co_await awaitOutcome(making);
    // Once more: another one may have got the name while this key was being made.
    const auto free = pair ? state->checkFree(name) : Outcome<void>(pair.error());
    if (!free) {
        state->underWay.remove(name);
        co_return free.error();
    }
    Credential credential;
    credential.name = name;
    credential.publicKey = pair->publicKey;
    co_return co_await add(state, credential, pair->privateKey, keep);
}

static QCoro::Task<Outcome<void>> putToken(StatePtr state, QString name, Secret token,
                                           Credentials::Keep keep)
{
    const auto known = state->find(name);
    if (!known)
        co_return known.error();
    if (known->kind != Kind::Token)
        co_return Error::invalidInput(Texts::tr("\"%1\" is an SSH key, not a token").arg(name));
    const auto checked = checkToken(known->host, known->user, token);
    if (!checked)
        co_return checked.error();
    if (keep == Credentials::Keep::ThisSession || state->isOfSession(name)) {
        (void)state->session.write(secretName(name), token);
        state->tell();
        co_return Outcome<void>();
    }
    const auto kept = co_await awaitOutcome(state->keychain->write(secretName(name), token));
    if (!kept)
        co_return kept;
    (void)state->session.remove(secretName(name)); // which would go before it
    state->tell();
    co_return Outcome<void>();
}

static QCoro::Task<Outcome<void>> forget(StatePtr state, QString name)
{
    const auto known = state->find(name);
    if (!known)
        co_return known.error();
    (void)state->session.remove(secretName(name));
    if (state->isOfSession(name)) {
        state->ofSession.removeIf([&name](const Credential &one) { return one.name == name; });
        state->tell();
        co_return Outcome<void>();
    }
    const auto removed = co_await awaitOutcome(state->keychain->remove(secretName(name)));
    if (!removed)
        co_return removed;
    auto list = load(state->path);
    if (!list)
        co_return list.error();
    list->removeIf([&name](const Credential &one) { return one.name == name; });
    const auto saved = save(state->path, *list);
    if (saved)
        state->tell();
    co_return saved;
}

static QCoro::Task<Outcome<Secret>> readSecret(StatePtr state, QString name)
{
    const auto known = state->find(name);
    if (!known)
        co_return known.error();
    const auto ofSession = state->session.read(secretName(name)).result();
    if (ofSession)
        co_return *ofSession;
    const auto kept = co_await awaitOutcome(state->keychain->read(secretName(name)));
    if (kept || kept.error().kind != Error::Kind::NotFound)
        co_return kept;
    Error error = kept.error();
    error.message = known->kind == Kind::SshKey
        ? Texts::tr("The private half of the key \"%1\" is not in the keychain, or the keychain is "
                    "locked")
              .arg(name)
        : Texts::tr("The token \"%1\" is not in the keychain, or the keychain is locked").arg(name);
    error.advice = Texts::tr("Unlock it and try again; if the secret is gone, remove it under "
                             "Accounts, and make or enter it again.");
    co_return error;
}

class Credentials::Private
{
public:
    StatePtr state = std::make_shared<CredentialsState>();
};

Credentials::Credentials(const QString &path, std::shared_ptr<CredentialStore> keychain,
                         QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->state->path = path;
    d->state->keychain = std::move(keychain);
    d->state->owner = this;
}

Credentials::~Credentials() = default;

QString Credentials::path() const
{
    return d->state->path;
}

Outcome<QList<Credential>> Credentials::list() const
{
    return d->state->list();
}

Outcome<Credential> Credentials::find(const QString &name) const
{
    return d->state->find(name);
}

Outcome<void> Credentials::checkFree(const QString &name) const
{
    return d->state->checkFree(name);
}

QFuture<Outcome<Credential>> Credentials::generate(const QString &name, KeyType type, Keep keep)
{
    if (const auto free = d->state->begin(name, keep); !free)
        return QtFuture::makeReadyFuture(Outcome<Credential>(free.error()));
    auto making = QtConcurrent::run([type, comment = QStringLiteral("batchdesk-") + name] {
        return generateKey(type, comment);
    });
    return asFuture(addKey(d->state, name, making, keep));
}

QFuture<Outcome<Credential>> Credentials::import(const QString &name, const Secret &text,
                                                 const Secret &passphrase, Keep keep)
{
    if (const auto free = d->state->begin(name, keep); !free)
        return QtFuture::makeReadyFuture(Outcome<Credential>(free.error()));
    // A passphrase is made slow to try by intent.
    auto making =
        QtConcurrent::run([text, passphrase, comment = QStringLiteral("batchdesk-") + name] {
            return importKey(text, passphrase, comment);
        });
    return asFuture(addKey(d->state, name, making, keep));
}

QFuture<Outcome<Credential>> Credentials::addToken(const QString &name, const QString &host,
                                                   const QString &user, const Secret &token,
                                                   Keep keep)
{
    Credential credential;
    credential.kind = Kind::Token;
    credential.name = name;
    credential.host = host.trimmed().toLower();
    credential.user = user.trimmed().isEmpty() ? QStringLiteral("git") : user.trimmed();
    const Secret trimmed(token.reveal().trimmed());
    auto allowed = checkToken(credential.host, credential.user, trimmed);
    if (allowed)
        allowed = d->state->begin(name, keep);
    if (!allowed)
        return QtFuture::makeReadyFuture(Outcome<Credential>(allowed.error()));
    return asFuture(add(d->state, credential, trimmed, keep));
}

QFuture<Outcome<void>> Credentials::changeToken(const QString &name, const Secret &token, Keep keep)
{
    return asFuture(putToken(d->state, name, Secret(token.reveal().trimmed()), keep));
}

QFuture<Outcome<void>> Credentials::remove(const QString &name)
{
    return asFuture(forget(d->state, name));
}

QFuture<Outcome<Secret>> Credentials::secretOf(const QString &name)
{
    return asFuture(readSecret(d->state, name));
}

bool Credentials::isForThisSession(const QString &name) const
{
    return bool(d->state->session.read(secretName(name)).result());
}

} // namespace Batchdesk::Git
