// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/accounts.h"

#include "core/auth/accountfields.h"
#include "core/batch/connectbatch.h"
#include "core/blob/connectblob.h"
#include "core/net/asfuture.h"
#include "core/net/awaitoutcome.h"
#include "core/net/networktransport.h"
#include "core/run/thiscomputer.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSet>

#include <algorithm>
#include <optional>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Accounts)
};

const QString localName = QStringLiteral("local");
const QString environmentName = QStringLiteral("env");

//! Somebody looks at a button and waits.
constexpr RetryPolicy shortPatience{2};

//! Keys of this session go before those of the keychain.
class SessionFirst final : public CredentialStore
{
public:
    explicit SessionFirst(std::shared_ptr<CredentialStore> keychain)
        : m_keychain(std::move(keychain))
    {
    }

    MemoryCredentialStore &session() { return m_session; }

    QFuture<Outcome<Secret>> read(const QString &name) override
    {
        auto kept = m_session.read(name);
        return kept.result() ? kept : m_keychain->read(name);
    }
    QFuture<Outcome<Secret>> readKeychain(const QString &name) { return m_keychain->read(name); }
    QFuture<Outcome<void>> write(const QString &name, const Secret &secret) override
    {
        return m_keychain->write(name, secret);
    }
    QFuture<Outcome<void>> remove(const QString &name) override { return m_keychain->remove(name); }

private:
    MemoryCredentialStore m_session;
    std::shared_ptr<CredentialStore> m_keychain;
};

QString connectionFileIn(const QString &localState)
{
    return localState + QStringLiteral("/connection.env");
}

//! A key as it was before something was written over it.
struct EarlierKey
{
    QString name;
    std::optional<Secret> key; //!< Nothing: there was none.
};

//! The keys of an account by the names under which they are kept, the empty ones left out.
QList<QPair<QString, Secret>> keysOf(const AccountAccess &account)
{
    QList<QPair<QString, Secret>> keys;
    if (!account.batchKey.isEmpty())
        keys.append({batchKeyName(account.name), account.batchKey});
    if (!account.storageKey.isEmpty())
        keys.append({storageKeyName(account.name), account.storageKey});
    return keys;
}

//! What the flows share, which may outlive the object that started them.
struct AccountsState
{
    AccountsState(const Accounts::Places &where, std::shared_ptr<CredentialStore> keychain)
        : places(where)
        , profiles(where.profilesFile)
        , keys(std::make_shared<SessionFirst>(std::move(keychain)))
    {
    }

    std::shared_ptr<Transport> network()
    {
        if (!m_transport)
            m_transport = std::make_shared<NetworkTransport>();
        return m_transport;
    }
    Outcome<void> check(const AccountAccess &account) const;
    void keepForSession(const AccountAccess &account);
    //! Empty keys of \a account become those of this session, which then go to the keychain.
    void addSessionKeys(AccountAccess *account) const;
    void forgetSession(const QString &name);

    Accounts::Places places;
    AccountProfiles profiles;
    std::shared_ptr<SessionFirst> keys;
    QSet<QString> forThisSession; //!< Profiles with a key that goes with this session.
    std::unique_ptr<ThisComputer> computer;
    QFuture<Outcome<AccountAccess>> openingLocal;
    bool ended = false; //!< Nothing is to be started any more.

private:
    std::shared_ptr<Transport> m_transport; // made late: its thread costs something
};

using AccountsStatePtr = std::shared_ptr<AccountsState>;

Outcome<void> AccountsState::check(const AccountAccess &account) const
{
    if (const auto named = checkProfileName(account.name); !named)
        return named;
    if (!account.batchKey.isEmpty() && !account.storageKey.isEmpty())
        return {};
    const auto list = profiles.list();
    if (!list)
        return list.error();
    const bool known = std::any_of(list->begin(), list->end(), [&](const AccountProfile &profile) {
        return profile.name == account.name;
    });
    return known ? Outcome<void>()
                 : Error::invalidInput(Texts::tr("A new account needs both of its keys"));
}

void AccountsState::keepForSession(const AccountAccess &account)
{
    for (const auto &[name, key] : keysOf(account)) {
        (void)keys->session().write(name, key);
        forThisSession.insert(account.name);
    }
}

void AccountsState::addSessionKeys(AccountAccess *account) const
{
    const auto add = [this](Secret *key, const QString &name) {
        const auto kept = keys->session().read(name).result();
        if (key->isEmpty() && kept)
            *key = *kept;
    };
    add(&account->batchKey, batchKeyName(account->name));
    add(&account->storageKey, storageKeyName(account->name));
}

void AccountsState::forgetSession(const QString &name)
{
    (void)keys->session().remove(batchKeyName(name));
    (void)keys->session().remove(storageKeyName(name));
    forThisSession.remove(name);
}

} // namespace

static QCoro::Task<Outcome<void>> askBatch(AccountsStatePtr state, AccountAccess account,
                                           RetryPolicy patience)
{
    const auto client =
        Batch::connectBatch(account, state->network(), std::make_shared<SystemClock>(), patience);
    Batch::ListQuery query;
    query.maxResults = 1;
    const auto answer = co_await awaitOutcome(client->pools(query));
    co_return answer ? Outcome<void>() : answer.error();
}

static QCoro::Task<Outcome<void>> askStorage(AccountsStatePtr state, AccountAccess account)
{
    const auto client = Blob::connectBlob(account, state->network(),
                                          std::make_shared<SystemClock>(), shortPatience);
    const auto answer = co_await awaitOutcome(client->containers({}, {}, 1));
    co_return answer ? Outcome<void>() : answer.error();
}

static QCoro::Task<Outcome<AccountAccess>> openLocal(AccountsStatePtr state)
{
    // Whoever started the service may be gone, and the service with it: what was true before is
    // asked again each time.
    const auto known = accountFromConnectionFile(connectionFileIn(state->places.localState));
    if (known) {
        const auto answered = co_await askBatch(state, *known, RetryPolicy{1});
        if (answered)
            co_return known;
    }
    if (state->ended)
        co_return Error::cancelled();
    state->computer = std::make_unique<ThisComputer>(
        state->places.cliProgram, state->places.localState, state->places.localIdle);
    co_return co_await awaitOutcome(state->computer->open());
}

//! Keys that were not entered are those that are kept.
static QCoro::Task<Outcome<Secret>> keyOrKept(AccountsStatePtr state, Secret entered, QString name)
{
    if (!entered.isEmpty())
        co_return entered;
    const auto kept = co_await awaitOutcome(state->keys->read(name));
    if (kept || kept.error().kind != Error::Kind::NotFound)
        co_return kept;
    Error error = kept.error();
    error.message = Texts::tr("No key is kept for this account");
    error.advice = Texts::tr("Enter the key.");
    co_return error;
}

static QCoro::Task<Accounts::Connection> testAccount(AccountsStatePtr state, AccountAccess account)
{
    const auto batchKey = co_await keyOrKept(state, account.batchKey, batchKeyName(account.name));
    const auto storageKey =
        co_await keyOrKept(state, account.storageKey, storageKeyName(account.name));
    std::optional<QCoro::Task<Outcome<void>>> batch;
    std::optional<QCoro::Task<Outcome<void>>> storage;
    // Both are under way before either is waited for.
    if (batchKey) {
        account.batchKey = *batchKey;
        batch = askBatch(state, account, shortPatience);
    }
    if (storageKey) {
        account.storageKey = *storageKey;
        storage = askStorage(state, account);
    }
    Accounts::Connection connection;
    if (batch)
        connection.batch = co_await *batch;
    else
        connection.batch = batchKey.error();
    if (storage)
        connection.storage = co_await *storage;
    else
        connection.storage = storageKey.error();
    co_return connection;
}

static QCoro::Task<> putBack(AccountsStatePtr state, QList<EarlierKey> earlier)
{
    for (const EarlierKey &was : earlier) {
        // The first failure is what is reported; this is all that can be done about it.
        if (was.key)
            (void)co_await awaitOutcome(state->keys->write(was.name, *was.key));
        else
            (void)co_await awaitOutcome(state->keys->remove(was.name));
    }
}

//! Keys in the keychain, then the profile; the keys go back to what they were when it fails.
static QCoro::Task<Outcome<void>> saveToKeychain(AccountsStatePtr state, AccountAccess account,
                                                 AccountProfile profile)
{
    QList<EarlierKey> earlier;
    for (const auto &[name, key] : keysOf(account)) {
        const auto before = co_await awaitOutcome(state->keys->readKeychain(name));
        if (!before && before.error().kind != Error::Kind::NotFound) {
            co_await putBack(state, earlier);
            co_return before.error();
        }
        const auto written = co_await awaitOutcome(state->keys->write(name, key));
        if (!written) {
            co_await putBack(state, earlier);
            co_return written;
        }
        earlier << EarlierKey{name, before ? std::optional(*before) : std::nullopt};
    }
    const auto saved = state->profiles.save(profile);
    if (!saved) {
        co_await putBack(state, earlier);
        co_return saved;
    }
    state->forgetSession(account.name);
    co_return saved;
}

static QCoro::Task<Outcome<void>> saveAccount(AccountsStatePtr state, AccountAccess account,
                                              Accounts::Keep keep, QPointer<Accounts> owner)
{
    const auto checked = state->check(account);
    if (!checked)
        co_return checked;
    const AccountProfile profile{account.name, account.batchEndpoint, account.batchAccount,
                                 account.blobEndpoint, account.storageAccount};
    Outcome<void> saved;
    if (keep == Accounts::Keep::ThisSession) {
        saved = state->profiles.save(profile);
        if (saved)
            state->keepForSession(account);
    } else {
        state->addSessionKeys(&account);
        saved = co_await saveToKeychain(state, account, profile);
    }
    if (saved && owner)
        Q_EMIT owner->changed();
    co_return saved;
}

static QCoro::Task<Outcome<void>> removeAccount(AccountsStatePtr state, QString name,
                                                QPointer<Accounts> owner)
{
    const auto removed = state->profiles.remove(name);
    if (!removed)
        co_return removed;
    const bool onlyHere = state->forThisSession.contains(name);
    state->forgetSession(name);
    if (owner)
        Q_EMIT owner->changed();
    for (const QString &key : {batchKeyName(name), storageKeyName(name)}) {
        const auto forgotten = co_await awaitOutcome(state->keys->remove(key));
        // Where no keychain took the keys there is none to take them from.
        if (!forgotten && !onlyHere) {
            Error error = forgotten.error();
            error.advice = Texts::tr("The account is forgotten, but its keys may still be in the "
                                     "keychain, under \"batchdesk\".");
            co_return error;
        }
    }
    co_return Outcome<void>();
}

class Accounts::Private
{
public:
    AccountsStatePtr state;
};

Accounts::Accounts(const Places &places, std::shared_ptr<CredentialStore> keychain, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->state = std::make_shared<AccountsState>(places, std::move(keychain));
}

Accounts::~Accounts()
{
    d->state->ended = true;
    d->state->computer.reset();
}

Accounts::Places Accounts::Places::ofThisUser(const QString &cliProgram)
{
    return {cliProgram, ThisComputer::defaultStateDirectory(), AccountProfiles::defaultPath(),
            std::nullopt};
}

const Accounts::Places &Accounts::places() const
{
    return d->state->places;
}

std::shared_ptr<Transport> Accounts::transport() const
{
    return d->state->network();
}

QFuture<Outcome<AccountAccess>> Accounts::open(const QString &name)
{
    if (name == environmentName)
        return QtFuture::makeReadyFuture(accountFromEnvironment());
    if (name == localName) {
        QFuture<Outcome<AccountAccess>> &opening = d->state->openingLocal;
        if (!opening.isRunning())
            opening = asFuture(openLocal(d->state));
        return opening;
    }
    const auto profile = d->state->profiles.find(name);
    if (!profile)
        return QtFuture::makeReadyFuture(Outcome<AccountAccess>(profile.error()));
    return asFuture(unlockProfile(d->state->keys, *profile));
}

Outcome<QList<AccountProfile>> Accounts::profiles() const
{
    return d->state->profiles.list();
}

QFuture<Outcome<void>> Accounts::save(const AccountAccess &account, Keep keep)
{
    return asFuture(saveAccount(d->state, account, keep, this));
}

QFuture<Outcome<void>> Accounts::remove(const QString &name)
{
    return asFuture(removeAccount(d->state, name, this));
}

bool Accounts::isForThisSession(const QString &name) const
{
    return d->state->forThisSession.contains(name);
}

QFuture<Accounts::Connection> Accounts::test(const AccountAccess &account)
{
    return asFuture(testAccount(d->state, account));
}

QString Accounts::connectionFile() const
{
    return connectionFileIn(d->state->places.localState);
}

bool Accounts::hasEnvironment()
{
    return qEnvironmentVariableIsSet("AZURE_BATCH_ACCOUNT")
        || qEnvironmentVariableIsSet("AZURE_BATCH_ENDPOINT");
}

QString Accounts::title(const QString &name)
{
    if (name == localName)
        return tr("This computer");
    return name == environmentName ? tr("Environment") : name;
}

} // namespace Batchdesk
