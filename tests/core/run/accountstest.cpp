// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/accounts.h"

#include "tests/e2e/project.h"
#include "tests/support/credentialstores.h"
#include "tests/support/wait.h"

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

const QString lab = QStringLiteral("lab");

class AccountsTest : public testing::Test
{
protected:
    AccountAccess account(const QByteArray &batchKey, const QByteArray &storageKey) const
    {
        return {lab,
                QUrl(QStringLiteral("https://labbatch.westeurope.batch.azure.com")),
                QStringLiteral("labbatch"),
                Secret(batchKey),
                QUrl(QStringLiteral("https://labstore.blob.core.windows.net")),
                QStringLiteral("labstore"),
                Secret(storageKey)};
    }
    Outcome<void> save(const AccountAccess &what, Accounts::Keep keep = Accounts::Keep::InKeychain)
    {
        return waitFor(accounts.save(what, keep));
    }
    QByteArray keptBatchKey() { return keychain->kept(QStringLiteral("lab/batch")); }
    QByteArray keptStorageKey() { return keychain->kept(QStringLiteral("lab/storage")); }

    Workspace workspace;
    std::shared_ptr<MoodyStore> keychain = std::make_shared<MoodyStore>();
    Accounts::Places places{QStringLiteral(BATCHDESK_CLI_PATH),
                            workspace.path(QStringLiteral("this-computer")),
                            workspace.path(QStringLiteral("config/accounts.json"))};
    Accounts accounts{places, keychain};
};

} // namespace

TEST_F(AccountsTest, AProfileIsKeptAndOpensWithItsKeys)
{
    int changes = 0;
    QObject::connect(&accounts, &Accounts::changed, &accounts, [&changes] { ++changes; });
    ASSERT_TRUE(save(account("b25l", "dHdv")));
    EXPECT_EQ(changes, 1);
    EXPECT_FALSE(accounts.isForThisSession(lab));
    ASSERT_EQ(accounts.profiles()->size(), 1);
    const auto opened = waitFor(accounts.open(lab));
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->batchAccount, QStringLiteral("labbatch"));
    EXPECT_EQ(opened->batchKey.reveal(), QByteArray("b25l"));
    EXPECT_EQ(opened->storageKey.reveal(), QByteArray("dHdv"));
    EXPECT_FALSE(workspace.read(QStringLiteral("config/accounts.json")).contains("b25l"));
}

TEST_F(AccountsTest, AnUnknownNameNamesTheKnownOnes)
{
    ASSERT_TRUE(save(account("b25l", "dHdv")));
    const auto opened = waitFor(accounts.open(QStringLiteral("lob")));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, Error::Kind::InvalidInput);
    EXPECT_TRUE(opened.error().advice.contains(lab));
}

TEST_F(AccountsTest, AKeyThatIsNotEnteredAgainStays)
{
    ASSERT_TRUE(save(account("b25l", "dHdv")));
    ASSERT_TRUE(save(account("bmV3", "")));
    EXPECT_EQ(keptBatchKey(), QByteArray("bmV3"));
    EXPECT_EQ(keptStorageKey(), QByteArray("dHdv"));
}

TEST_F(AccountsTest, ANewProfileNeedsBothKeys)
{
    const auto saved = save(account("b25l", ""));
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().kind, Error::Kind::InvalidInput);
    EXPECT_TRUE(accounts.profiles()->isEmpty());
    EXPECT_EQ(keptBatchKey(), QByteArray("-"));
}

TEST_F(AccountsTest, NamesThatStandForSomethingElseAreRefused)
{
    AccountAccess other = account("b25l", "dHdv");
    for (const QString &name : {QStringLiteral("local"), QStringLiteral("env"), QString()}) {
        other.name = name;
        EXPECT_FALSE(save(other)) << qPrintable(name);
    }
}

TEST_F(AccountsTest, NothingIsChangedWhenTheKeychainRefuses)
{
    ASSERT_TRUE(save(account("b25l", "dHdv")));
    keychain->refusesAll = true;
    AccountAccess other = account("bmV3", "bmV3ZXI=");
    other.batchAccount = QStringLiteral("otherbatch");
    const auto saved = save(other);
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().kind, Error::Kind::Keychain);
    EXPECT_EQ(accounts.profiles()->first().batchAccount, QStringLiteral("labbatch"));
    EXPECT_EQ(keptBatchKey(), QByteArray("b25l"));
}

TEST_F(AccountsTest, AKeyThatWasTakenGoesBackWhenTheOtherIsRefused)
{
    ASSERT_TRUE(save(account("b25l", "dHdv")));
    keychain->refusesToWrite = QStringLiteral("lab/storage");
    EXPECT_FALSE(save(account("bmV3", "bmV3ZXI=")));
    EXPECT_EQ(keptBatchKey(), QByteArray("b25l"));
    EXPECT_EQ(keptStorageKey(), QByteArray("dHdv"));
}

TEST_F(AccountsTest, KeysGoWhenTheProfileCannotBeWritten)
{
    workspace.write(QStringLiteral("config"), "a file where a folder should be");
    const auto saved = save(account("b25l", "dHdv"));
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().kind, Error::Kind::Io);
    EXPECT_EQ(keptBatchKey(), QByteArray("-"));
    EXPECT_EQ(keptStorageKey(), QByteArray("-"));
}

TEST_F(AccountsTest, ThisSessionIsTheWayOutOfARefusal)
{
    keychain->refusesAll = true;
    ASSERT_TRUE(save(account("b25l", "dHdv"), Accounts::Keep::ThisSession));
    EXPECT_TRUE(accounts.isForThisSession(lab));
    EXPECT_EQ(keptBatchKey(), QByteArray("-"));
    const auto opened = waitFor(accounts.open(lab));
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->storageKey.reveal(), QByteArray("dHdv"));

    Accounts later(places, keychain); // the next start
    const auto again = waitFor(later.open(lab));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, Error::Kind::Keychain);
    EXPECT_FALSE(later.isForThisSession(lab));
}

TEST_F(AccountsTest, KeysOfThisSessionMoveToTheKeychainOnceItTakesThem)
{
    ASSERT_TRUE(save(account("b25l", "dHdv"), Accounts::Keep::ThisSession));
    ASSERT_TRUE(save(account("", "")));
    EXPECT_FALSE(accounts.isForThisSession(lab));
    EXPECT_EQ(keptBatchKey(), QByteArray("b25l"));
    EXPECT_EQ(keptStorageKey(), QByteArray("dHdv"));
}

TEST_F(AccountsTest, ForgettingTakesProfileAndKeys)
{
    ASSERT_TRUE(save(account("b25l", "dHdv")));
    ASSERT_TRUE(waitFor(accounts.remove(lab)));
    EXPECT_TRUE(accounts.profiles()->isEmpty());
    EXPECT_EQ(keptBatchKey(), QByteArray("-"));
    EXPECT_EQ(keptStorageKey(), QByteArray("-"));
}

TEST_F(AccountsTest, AProfileCanBeForgottenThoughTheKeychainDoesNotAnswer)
{
    ASSERT_TRUE(save(account("b25l", "dHdv")));
    keychain->refusesAll = true;
    const auto removed = waitFor(accounts.remove(lab));
    ASSERT_FALSE(removed);
    EXPECT_TRUE(removed.error().advice.contains(QStringLiteral("may still be in the keychain")));
    EXPECT_TRUE(accounts.profiles()->isEmpty());

    ASSERT_TRUE(save(account("b25l", "dHdv"), Accounts::Keep::ThisSession));
    EXPECT_TRUE(waitFor(accounts.remove(lab))) << "there was none in the keychain";
}

TEST_F(AccountsTest, TestingReportsBothServices)
{
    AccountAccess nobody = account("b25l", "dHdv");
    nobody.batchEndpoint = QUrl(QStringLiteral("http://127.0.0.1:1"));
    nobody.blobEndpoint = QUrl(QStringLiteral("http://127.0.0.1:1/labstore"));
    const auto connection = waitFor(accounts.test(nobody));
    ASSERT_FALSE(connection.batch);
    ASSERT_FALSE(connection.storage);
    EXPECT_EQ(connection.batch.error().kind, Error::Kind::Network);
    EXPECT_EQ(connection.storage.error().kind, Error::Kind::Network);
}

TEST_F(AccountsTest, TestingTakesTheKeptKeyWhereNoneIsEntered)
{
    LocalService service(workspace);
    const auto local = accountFromConnectionFile(service.connectionFile());
    ASSERT_TRUE(local);
    AccountAccess profile = *local;
    profile.name = lab;
    ASSERT_TRUE(save(profile));
    profile.batchKey = Secret();
    profile.storageKey = Secret(QByteArray(64, 'k').toBase64());
    const auto connection = waitFor(accounts.test(profile));
    EXPECT_TRUE(connection.batch);
    ASSERT_FALSE(connection.storage);
    EXPECT_EQ(connection.storage.error().kind, Error::Kind::Unauthenticated);
}

TEST_F(AccountsTest, ThisComputerIsStartedOnceAndAnswers)
{
    const auto first = accounts.open(QStringLiteral("local"));
    const auto second = accounts.open(QStringLiteral("local"));
    const auto one = waitFor(first);
    const auto two = waitFor(second);
    ASSERT_TRUE(one) << qPrintable(one.error().caption());
    ASSERT_TRUE(two);
    EXPECT_EQ(one->name, QStringLiteral("local"));
    EXPECT_EQ(one->batchEndpoint, two->batchEndpoint);
    const auto connection = waitFor(accounts.test(*one));
    EXPECT_TRUE(connection.batch);
    EXPECT_TRUE(connection.storage);
    const auto third = waitFor(accounts.open(QStringLiteral("local")));
    ASSERT_TRUE(third);
    EXPECT_EQ(third->batchEndpoint, one->batchEndpoint);
}

TEST_F(AccountsTest, ThisComputerIsStartedAnewWhenItsServiceIsGone)
{
    auto service = std::make_unique<LocalService>(workspace);
    Accounts::Places shared = places;
    shared.localState = workspace.path(QStringLiteral("service"));
    Accounts mine(shared, keychain);
    const auto found = waitFor(mine.open(QStringLiteral("local")));
    ASSERT_TRUE(found);
    service->program().kill();
    const auto again = waitFor(mine.open(QStringLiteral("local")));
    ASSERT_TRUE(again) << qPrintable(again.error().caption());
    EXPECT_TRUE(waitFor(mine.test(*again)).batch);
}

TEST_F(AccountsTest, ThisComputerSaysWhyItCannotBeStarted)
{
    Accounts::Places wrong = places;
    wrong.cliProgram = workspace.path(QStringLiteral("no-such-program"));
    Accounts mine(wrong, keychain);
    const auto opened = waitFor(mine.open(QStringLiteral("local")));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, Error::Kind::Io);
}

TEST_F(AccountsTest, AFutureEndsWhenTheAccountsGo)
{
    auto mine = std::make_unique<Accounts>(places, keychain);
    const auto future = mine->open(QStringLiteral("local"));
    mine.reset();
    waitForEnd(future);
    EXPECT_TRUE(future.isFinished());
}

TEST_F(AccountsTest, AKeychainThatNeverAnswersHoldsUpNobodyElse)
{
    const auto silent = std::make_shared<SilentStore>();
    Accounts mine(places, silent);
    const auto saving = mine.save(account("b25l", "dHdv"), Accounts::Keep::InKeychain);
    EXPECT_TRUE(silent->isAsked());
    EXPECT_FALSE(saving.isFinished());
    ASSERT_TRUE(waitFor(mine.save(account("b25l", "dHdv"), Accounts::Keep::ThisSession)));
    EXPECT_TRUE(waitFor(mine.open(lab)));
    silent->giveUp();
    EXPECT_FALSE(waitFor(saving));
    EXPECT_TRUE(mine.isForThisSession(lab));
}

TEST(AccountTitles, AreForPeople)
{
    EXPECT_EQ(Accounts::title(QStringLiteral("local")), QStringLiteral("This computer"));
    EXPECT_EQ(Accounts::title(QStringLiteral("env")), QStringLiteral("Environment"));
    EXPECT_EQ(Accounts::title(lab), lab);
}
