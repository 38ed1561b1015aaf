// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// The accounts page over the system's own keychain.
#include "core/auth/keychaincredentialstore.h"
#include "core/git/credentials.h"
#include "core/run/accounts.h"
#include "tests/support/keyring.h"
#include "tests/support/wait.h"
#include "ui/panes/accounts/accountspane.h"
#include "ui/widgets/notice.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

const QString lab = QStringLiteral("lab");

class PaneOverRealKeychain : public testing::Test
{
protected:
    PaneOverRealKeychain()
    {
        useBusOfKeyring();
        pane.resize(1080, 752);
        pane.show();
        click("addAccountButton");
        type("accountNameEdit", "lab");
        type("batchEndpointEdit", "https://labbatch.westeurope.batch.azure.com");
        type("batchKeyEdit", "a2V5b25l");
        type("storageAccountEdit", "labstore");
        type("storageKeyEdit", "a2V5dHdv");
        click("saveAccountButton");
    }

    template <typename T>
    T *find(const char *name)
    {
        T *found = nullptr;
        waitUntil([&] {
            for (T *candidate : pane.findChildren<T *>(QLatin1String(name))) {
                if (candidate->isVisible())
                    found = candidate;
            }
            return found != nullptr;
        });
        return found;
    }
    void type(const char *name, const char *text)
    {
        QTest::keyClicks(find<QLineEdit>(name), QLatin1String(text));
    }
    void click(const char *name)
    {
        auto *button = find<QAbstractButton>(name);
        QCoreApplication::sendPostedEvents(); // what was just shown gets its place
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void waitForNews(const char *part)
    {
        waitUntil([this, part] {
            const auto notices = pane.findChildren<Notice *>();
            return std::any_of(notices.begin(), notices.end(), [part](const Notice *notice) {
                return notice->text().contains(QLatin1String(part));
            });
        });
    }

    QTemporaryDir folder;
    Accounts accounts{{QString(), folder.filePath(QStringLiteral("none")),
                       folder.filePath(QStringLiteral("accounts.json"))},
                      std::make_shared<KeychainCredentialStore>()};
    Git::Credentials credentials{folder.filePath(QStringLiteral("git-credentials.json")),
                                 std::make_shared<KeychainCredentialStore>()};
    AccountsPane pane{&accounts, &credentials, folder.filePath(QStringLiteral("runs"))};
};

//! The page of SSH keys over the system's own keychain.
class KeysOverRealKeychain : public testing::Test
{
protected:
    KeysOverRealKeychain()
    {
        useBusOfKeyring();
        pane.resize(1080, 752);
        pane.show();
        pane.showSection(AccountsPane::Section::SshKeys);
        click("newKeyButton");
        QTest::keyClicks(find<QLineEdit>("newKeyNameEdit"), deploy);
        click("newKeyDoButton");
    }

    template <typename T>
    T *find(const char *name)
    {
        T *found = nullptr;
        waitUntil([&] {
            for (T *candidate : pane.findChildren<T *>(QLatin1String(name))) {
                if (candidate->isVisible())
                    found = candidate;
            }
            return found != nullptr;
        });
        return found;
    }
    void click(const char *name)
    {
        auto *button = find<QAbstractButton>(name);
        QCoreApplication::sendPostedEvents(); // what was just shown gets its place
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void waitForNews(const char *part)
    {
        waitUntil([this, part] {
            const auto notices = pane.findChildren<Notice *>();
            return std::any_of(notices.begin(), notices.end(), [part](const Notice *notice) {
                return notice->isVisible() && notice->text().contains(QLatin1String(part));
            });
        });
    }
    //! As another window, or the next start, would have it.
    std::unique_ptr<Git::Credentials> another() const
    {
        return std::make_unique<Git::Credentials>(credentials.path(),
                                                  std::make_shared<KeychainCredentialStore>());
    }

    const QString deploy = QStringLiteral("deploy");
    QTemporaryDir folder;
    std::shared_ptr<KeychainCredentialStore> store = std::make_shared<KeychainCredentialStore>();
    Accounts accounts{{QString(), folder.filePath(QStringLiteral("none")),
                       folder.filePath(QStringLiteral("accounts.json"))},
                      store};
    Git::Credentials credentials{folder.filePath(QStringLiteral("git-credentials.json")), store};
    AccountsPane pane{&accounts, &credentials, folder.filePath(QStringLiteral("runs"))};
};

void expectSuccess(const KeyringRun &run)
{
    EXPECT_EQ(run.exitCode, 0) << run.output.constData();
}

} // namespace

// Each of these runs only in a process that runWithKeyring() started.

TEST_F(PaneOverRealKeychain, DISABLED_OffersThisSessionOnly)
{
    waitForNews("keychain is unavailable");
    EXPECT_EQ(find<QLineEdit>("batchKeyEdit")->text(), QStringLiteral("a2V5b25l"));
    EXPECT_EQ(find<QLineEdit>("storageKeyEdit")->text(), QStringLiteral("a2V5dHdv"));
    EXPECT_TRUE(accounts.profiles()->isEmpty());
    click("sessionOnlyButton");
    waitForNews("Saved");
    EXPECT_TRUE(accounts.isForThisSession(lab));
    EXPECT_TRUE(waitFor(accounts.open(lab)));
}

TEST_F(PaneOverRealKeychain, DISABLED_SavesAndForgets)
{
    waitForNews("Saved. The keys are in the keychain");
    EXPECT_FALSE(accounts.isForThisSession(lab));
    EXPECT_TRUE(waitFor(accounts.open(lab)));
    click("forgetAccountButton");
    click("confirmForgetButton");
    waitUntil([this] { return pane.shownAccount() == QStringLiteral("local"); });
    KeychainCredentialStore store;
    waitUntil([&] { return !waitFor(store.read(storageKeyName(lab))); });
    EXPECT_TRUE(accounts.profiles()->isEmpty());
}

TEST_F(KeysOverRealKeychain, DISABLED_KeyIsFoundAgainAndForgotten)
{
    waitForNews("is in the keychain");
    const auto later = another();
    ASSERT_EQ(later->list()->size(), 1);
    const auto secret = waitFor(later->secretOf(deploy));
    ASSERT_TRUE(secret);
    const auto pair = Git::importKey(*secret, {}, {});
    ASSERT_TRUE(pair);
    EXPECT_EQ(pair->publicKey.fingerprint, later->find(deploy)->publicKey.fingerprint);
    click("forgetKeyButton");
    click("confirmForgetKeyButton");
    waitUntil([&] { return later->list()->isEmpty(); });
    EXPECT_FALSE(waitFor(store->read(Git::secretName(deploy))));
}

TEST_F(KeysOverRealKeychain, DISABLED_KeyThatIsGoneIsToldFromOneThatIsThere)
{
    waitForNews("is in the keychain");
    // As another program would, such as the one in which a user looks at the keychain.
    ASSERT_TRUE(waitFor(store->remove(Git::secretName(deploy))));
    const auto secret = waitFor(credentials.secretOf(deploy));
    ASSERT_FALSE(secret);
    EXPECT_EQ(secret.error().kind, Error::Kind::NotFound);
    EXPECT_TRUE(
        secret.error().message.contains(QStringLiteral("\"deploy\" is not in the keychain")));
}

TEST_F(KeysOverRealKeychain, DISABLED_KeyOfferedForThisSession)
{
    waitForNews("keychain is unavailable");
    EXPECT_TRUE(credentials.list()->isEmpty());
    click("sessionOnlyButton");
    waitForNews("until you close the window");
    EXPECT_TRUE(credentials.isForThisSession(deploy));
    EXPECT_TRUE(waitFor(credentials.secretOf(deploy)));
    EXPECT_TRUE(another()->list()->isEmpty()) << "it goes with this session";
}

TEST(AccountsPaneKeychain, ASshKeyIsFoundAgainAndForgotten)
{
    expectSuccess(runWithKeyring(Keyring::Unlocked, QStringLiteral("*DISABLED_KeyIsFoundAgain*")));
}

TEST(AccountsPaneKeychain, ASshKeyThatIsGoneFromTheKeychainIsSaid)
{
    expectSuccess(runWithKeyring(Keyring::Unlocked, QStringLiteral("*DISABLED_KeyThatIsGone*")));
}

TEST(AccountsPaneKeychain, ASshKeyIsKeptForThisSessionWhenTheKeychainIsLockedOrNotThere)
{
    for (const Keyring keyring : {Keyring::Locked, Keyring::NoBus, Keyring::NoService})
        expectSuccess(
            runWithKeyring(keyring, QStringLiteral("*DISABLED_KeyOfferedForThisSession")));
}

TEST(AccountsPaneKeychain, ThisSessionOnlyIsOfferedWithoutAKeychain)
{
    expectSuccess(runWithKeyring(Keyring::NoBus, QStringLiteral("*OffersThisSessionOnly")));
}

TEST(AccountsPaneKeychain, ThisSessionOnlyIsOfferedWhenItIsLocked)
{
    expectSuccess(runWithKeyring(Keyring::Locked, QStringLiteral("*OffersThisSessionOnly")));
}

TEST(AccountsPaneKeychain, ARealOneTakesAndForgetsTheKeys)
{
    expectSuccess(runWithKeyring(Keyring::Unlocked, QStringLiteral("*SavesAndForgets")));
}
