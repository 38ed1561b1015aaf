// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// The system's own keychain, in each of the moods in which it can be found.
#include "core/auth/keychaincredentialstore.h"
#include "core/run/accounts.h"
#include "tests/support/keyring.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

const QString lab = QStringLiteral("lab");

//! Accounts over the keychain that this process finds.
class RealKeychain : public testing::Test
{
protected:
    RealKeychain() { useBusOfKeyring(); }

    std::unique_ptr<Accounts> start() const
    {
        const Accounts::Places places{QString(), folder.filePath(QStringLiteral("none")),
                                      folder.filePath(QStringLiteral("accounts.json"))};
        return std::make_unique<Accounts>(places, std::make_shared<KeychainCredentialStore>());
    }
    static AccountAccess account()
    {
        return {lab,
                QUrl(QStringLiteral("https://lab.region.batch.azure.com")),
                lab,
                Secret(QByteArray("Q2FuYXJ5MQ==")),
                QUrl(QStringLiteral("https://labstore.blob.core.windows.net")),
                QStringLiteral("labstore"),
                Secret(QByteArray("Q2FuYXJ5Mg=="))};
    }
    //! What every keychain that does not take a key has to come to.
    void isRefusedAndTakenForThisSession()
    {
        const auto accounts = start();
        const auto refused = waitFor(accounts->save(account(), Accounts::Keep::InKeychain));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, Error::Kind::Keychain)
            << qPrintable(refused.error().message);
        EXPECT_FALSE(refused.error().advice.isEmpty());
        EXPECT_FALSE(refused.error().caption().contains(QStringLiteral("Q2FuYXJ5")));
        EXPECT_TRUE(accounts->profiles()->isEmpty());
        ASSERT_TRUE(waitFor(accounts->save(account(), Accounts::Keep::ThisSession)));
        EXPECT_TRUE(accounts->isForThisSession(lab));
        const auto opened = waitFor(accounts->open(lab));
        ASSERT_TRUE(opened);
        EXPECT_EQ(opened->batchKey.reveal(), account().batchKey.reveal());
        QFile list(folder.filePath(QStringLiteral("accounts.json")));
        ASSERT_TRUE(list.open(QIODevice::ReadOnly));
        EXPECT_FALSE(list.readAll().contains("Q2FuYXJ5"));
    }

    QTemporaryDir folder;
};

//! What a program prints; it has to succeed.
QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    EXPECT_EQ(process.exitCode(), 0) << process.readAllStandardError().constData();
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString askBus(const QString &destination, const QString &path, const QStringList &call)
{
    return outputOf(QStringLiteral("dbus-send"),
                    QStringList{QStringLiteral("--session"), QStringLiteral("--print-reply"),
                                QStringLiteral("--dest=") + destination, path}
                        + call);
}

void lockKeyring()
{
    askBus(QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
           {QStringLiteral("org.freedesktop.Secret.Service.Lock"),
            QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login")});
}

void killKeyring()
{
    const QString reply =
        askBus(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
               {QStringLiteral("org.freedesktop.DBus.GetConnectionUnixProcessID"),
                QStringLiteral("string:org.freedesktop.secrets")});
    const QString process = reply.section(QStringLiteral("uint32 "), 1).trimmed();
    ASSERT_GT(process.toInt(), 1) << qPrintable(reply);
    outputOf(QStringLiteral("kill"), {QStringLiteral("-KILL"), process});
}

void expectSuccess(const KeyringRun &run)
{
    EXPECT_EQ(run.exitCode, 0) << run.output.constData();
}

} // namespace

// Each of these runs only in a process that runWithKeyring() started.

TEST_F(RealKeychain, DISABLED_DoesNotTakeKeys)
{
    isRefusedAndTakenForThisSession();
}

TEST_F(RealKeychain, DISABLED_KeepsGivesAndForgetsKeys)
{
    ASSERT_TRUE(waitFor(start()->save(account(), Accounts::Keep::InKeychain)));
    const auto later = start();
    const auto opened = waitFor(later->open(lab));
    ASSERT_TRUE(opened) << qPrintable(opened.error().caption());
    EXPECT_EQ(opened->batchKey.reveal(), account().batchKey.reveal());
    EXPECT_EQ(opened->storageKey.reveal(), account().storageKey.reveal());
    EXPECT_FALSE(later->isForThisSession(lab));
    ASSERT_TRUE(waitFor(later->remove(lab)));
    KeychainCredentialStore store;
    EXPECT_EQ(waitFor(store.read(batchKeyName(lab))).error().kind, Error::Kind::NotFound);
    EXPECT_EQ(waitFor(store.read(storageKeyName(lab))).error().kind, Error::Kind::NotFound);
}

TEST_F(RealKeychain, DISABLED_SaysThatAKeyIsGone)
{
    const auto accounts = start();
    ASSERT_TRUE(waitFor(accounts->save(account(), Accounts::Keep::InKeychain)));
    KeychainCredentialStore store;
    ASSERT_TRUE(waitFor(store.remove(storageKeyName(lab))));
    const auto opened = waitFor(accounts->open(lab));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, Error::Kind::NotFound);
    EXPECT_TRUE(opened.error().message.contains(QStringLiteral("storage")));
}

TEST_F(RealKeychain, DISABLED_IsLockedBetweenTwoCalls)
{
    const auto accounts = start();
    ASSERT_TRUE(waitFor(accounts->save(account(), Accounts::Keep::InKeychain)));
    lockKeyring(); // nobody can be asked for the password: as if the question was dismissed
    const auto opened = waitFor(accounts->open(lab));
    ASSERT_FALSE(opened);
    // The keychain itself does not tell a key that it will not show from one that it does not have.
    EXPECT_TRUE(opened.error().message.contains(QLatin1String("locked")))
        << qPrintable(opened.error().caption());
    EXPECT_TRUE(opened.error().advice.contains(QLatin1String("Unlock")));
    EXPECT_EQ(accounts->profiles()->size(), 1) << "nothing is lost by it";
}

TEST_F(RealKeychain, DISABLED_GoesBetweenTwoCalls)
{
    const auto accounts = start();
    ASSERT_TRUE(waitFor(accounts->save(account(), Accounts::Keep::InKeychain)));
    killKeyring(); // the bus may start another one at once, which is locked
    const auto opened = waitFor(accounts->open(lab));
    ASSERT_FALSE(opened);
    EXPECT_TRUE(opened.error().message.contains(QLatin1String("keychain")))
        << qPrintable(opened.error().caption());
    EXPECT_FALSE(opened.error().advice.isEmpty());
    EXPECT_FALSE(opened.error().caption().contains(QLatin1String("Q2FuYXJ5")));
    ASSERT_TRUE(waitFor(accounts->save(account(), Accounts::Keep::ThisSession)));
    EXPECT_TRUE(waitFor(accounts->open(lab)));
}

TEST(Keychain, OneThatIsLockedBetweenTwoCallsIsSaid)
{
    expectSuccess(runWithKeyring(Keyring::Unlocked, QStringLiteral("*IsLockedBetweenTwoCalls")));
}

TEST(Keychain, OneThatGoesBetweenTwoCallsIsSaid)
{
    expectSuccess(runWithKeyring(Keyring::Unlocked, QStringLiteral("*GoesBetweenTwoCalls")));
}

TEST(Keychain, WithoutABusKeysAreKeptForTheSession)
{
    expectSuccess(runWithKeyring(Keyring::NoBus, QStringLiteral("*DoesNotTakeKeys")));
}

TEST(Keychain, WithoutAServiceKeysAreKeptForTheSession)
{
    expectSuccess(runWithKeyring(Keyring::NoService, QStringLiteral("*DoesNotTakeKeys")));
}

TEST(Keychain, ALockedOneThatCannotAskIsSaid)
{
    expectSuccess(runWithKeyring(Keyring::Locked, QStringLiteral("*DoesNotTakeKeys")));
}

TEST(Keychain, ARealOneKeepsGivesAndForgets)
{
    expectSuccess(runWithKeyring(Keyring::Unlocked, QStringLiteral("*KeepsGivesAndForgetsKeys")));
}

TEST(Keychain, ARealOneFromWhichAKeyWasTakenIsSaid)
{
    expectSuccess(runWithKeyring(Keyring::Unlocked, QStringLiteral("*SaysThatAKeyIsGone")));
}
