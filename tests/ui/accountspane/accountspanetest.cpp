// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/accountspane.h"

#include "core/git/credentials.h"
#include "core/run/accounts.h"
#include "tests/e2e/project.h"
#include "tests/support/credentialstores.h"
#include "tests/support/wait.h"
#include "ui/panes/accounts/profileform.h"
#include "ui/widgets/field.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QStackedWidget>
#include <QTest>

#include <gtest/gtest.h>

#include <stdexcept>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

const QString lab = QStringLiteral("lab");

class AccountsPaneTest : public testing::Test
{
protected:
    AccountsPaneTest() { use(std::make_shared<MoodyStore>()); }

    //! A pane over another keychain, with the accounts file of before.
    void use(std::shared_ptr<CredentialStore> store)
    {
        pane.reset();
        credentials.reset();
        accounts.reset();
        const Accounts::Places places{QStringLiteral(BATCHDESK_CLI_PATH),
                                      workspace.path(QStringLiteral("this-computer")),
                                      workspace.path(QStringLiteral("config/accounts.json"))};
        accounts = std::make_unique<Accounts>(places, store);
        credentials = std::make_unique<Git::Credentials>(
            workspace.path(QStringLiteral("config/git-credentials.json")), store);
        pane = std::make_unique<AccountsPane>(accounts.get(), credentials.get(),
                                              workspace.path(QStringLiteral("runs")));
        pane->resize(1080, 752);
        pane->show();
    }

    //! The one of that name on the page that is shown.
    template <typename T>
    T *find(const char *name)
    {
        for (T *found : pane->findChildren<T *>(QLatin1String(name))) {
            if (found->isVisible())
                return found;
        }
        throw std::runtime_error(std::string(name) + " is not there");
    }
    bool isThere(const char *name)
    {
        const auto all = pane->findChildren<QWidget *>(QLatin1String(name));
        return std::any_of(all.begin(), all.end(), [](QWidget *w) { return w->isVisible(); });
    }
    void type(const char *name, const QString &text)
    {
        auto *edit = find<QLineEdit>(name);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    void click(const char *name)
    {
        // What was just added to the page gets its place from the event loop.
        waitUntil([this, name] { return isThere(name); });
        QCoreApplication::sendPostedEvents();
        QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton);
    }
    QString errorOf(const char *name)
    {
        return qobject_cast<Field *>(find<QLineEdit>(name)->parentWidget())->error();
    }
    QString news()
    {
        for (const Notice *notice : pane->findChildren<Notice *>()) {
            if (notice->isVisible())
                return notice->text();
        }
        return {};
    }
    QString textOf(const char *label) { return find<QLabel>(label)->text(); }
    QStringList rows()
    {
        QStringList texts;
        const auto *list = find<QListWidget>("accountsList");
        // The accounts end where a heading begins.
        for (int row = 0; list->item(row)->flags() & Qt::ItemIsSelectable; ++row)
            texts << list->item(row)->text();
        return texts;
    }
    void choose(int row) { find<QListWidget>("accountsList")->setCurrentRow(row); }

    void fillIn()
    {
        click("addAccountButton");
        type("accountNameEdit", lab);
        type("batchEndpointEdit", QStringLiteral("https://labbatch.westeurope.batch.azure.com"));
        type("batchKeyEdit", QStringLiteral("a2V5b25l"));
        type("storageAccountEdit", QStringLiteral("labstore"));
        type("storageKeyEdit", QStringLiteral("a2V5dHdv"));
    }
    void waitForNews(const char *part)
    {
        waitUntil([this, part] { return news().contains(QLatin1String(part)); });
    }
    AccountAccess kept() { return waitFor(accounts->open(lab)).value(); }

    Workspace workspace;
    std::unique_ptr<Accounts> accounts;
    std::unique_ptr<Git::Credentials> credentials;
    std::unique_ptr<AccountsPane> pane;
};

} // namespace

TEST_F(AccountsPaneTest, BeginsWithThisComputerWhichHasNothingToEnter)
{
    EXPECT_EQ(rows().first(), QStringLiteral("This computer"));
    EXPECT_EQ(pane->shownAccount(), QStringLiteral("local"));
    EXPECT_FALSE(isThere("batchKeyEdit"));
    EXPECT_TRUE(isThere("copyConnectionFileButton"));
}

TEST_F(AccountsPaneTest, ThisComputerAnswersToATest)
{
    click("testConnectionButton");
    waitUntil(
        [this] { return !textOf("batchResult").isEmpty() && !textOf("storageResult").isEmpty(); });
    EXPECT_EQ(textOf("batchResult"), QStringLiteral("The key is right."));
    EXPECT_EQ(textOf("storageResult"), QStringLiteral("The key is right."));
}

TEST_F(AccountsPaneTest, TheEnvironmentIsShownWhenItNamesAnAccount)
{
    EXPECT_FALSE(rows().contains(QStringLiteral("Environment")));
    qputenv("AZURE_BATCH_ACCOUNT", "lab");
    use(std::make_shared<MoodyStore>());
    EXPECT_TRUE(rows().contains(QStringLiteral("Environment")));
    choose(1);
    click("testConnectionButton");
    waitUntil([this] { return !textOf("batchResult").isEmpty(); });
    EXPECT_TRUE(textOf("batchResult").contains(QStringLiteral("AZURE_BATCH_ENDPOINT")));
    qunsetenv("AZURE_BATCH_ACCOUNT");
}

TEST_F(AccountsPaneTest, ANewAccountIsSavedAndItsKeysLeaveTheScreen)
{
    fillIn();
    EXPECT_EQ(find<QLineEdit>("storageEndpointEdit")->text(),
              QStringLiteral("https://labstore.blob.core.windows.net"));
    click("saveAccountButton");
    waitForNews("Saved");
    EXPECT_EQ(rows().last(), lab);
    EXPECT_EQ(pane->shownAccount(), lab);
    EXPECT_EQ(find<QLineEdit>("batchKeyEdit")->text(), QString());
    EXPECT_EQ(find<QLineEdit>("storageKeyEdit")->text(), QString());
    const AccountAccess account = kept();
    EXPECT_EQ(account.batchAccount, QStringLiteral("labbatch"));
    EXPECT_EQ(account.batchKey.reveal(), QByteArray("a2V5b25l"));
    EXPECT_EQ(account.storageKey.reveal(), QByteArray("a2V5dHdv"));
    click("addAccountButton");
    EXPECT_EQ(find<QLineEdit>("accountNameEdit")->text(), QString()) << "the next is a new one";
}

TEST_F(AccountsPaneTest, AConnectionStringGivesAccountEndpointAndKey)
{
    fillIn();
    click("storageByStringButton");
    EXPECT_FALSE(isThere("storageAccountEdit"));
    type("connectionStringEdit", QStringLiteral("AccountName=other"));
    EXPECT_TRUE(errorOf("connectionStringEdit").contains(QStringLiteral("AccountKey")));
    type("connectionStringEdit",
         QStringLiteral("DefaultEndpointsProtocol=https;AccountName=other;AccountKey=b3RoZXI=;"
                        "EndpointSuffix=core.windows.net"));
    EXPECT_EQ(errorOf("connectionStringEdit"), QString());
    click("saveAccountButton");
    waitForNews("Saved");
    EXPECT_EQ(kept().storageAccount, QStringLiteral("other"));
    EXPECT_EQ(kept().storageKey.reveal(), QByteArray("b3RoZXI="));
    EXPECT_EQ(find<QLineEdit>("storageAccountEdit")->text(), QStringLiteral("other"));
}

TEST_F(AccountsPaneTest, EveryFieldSaysWhatIsWrongWithIt)
{
    click("addAccountButton");
    EXPECT_EQ(errorOf("accountNameEdit"), QString()) << "nobody has touched it yet";
    type("batchEndpointEdit", QStringLiteral("labbatch"));
    EXPECT_FALSE(errorOf("batchEndpointEdit").isEmpty());
    EXPECT_EQ(errorOf("batchKeyEdit"), QString());
    click("saveAccountButton");
    for (const char *name : {"accountNameEdit", "batchEndpointEdit", "batchKeyEdit",
                             "storageAccountEdit", "storageKeyEdit"})
        EXPECT_FALSE(errorOf(name).isEmpty()) << name;
    EXPECT_TRUE(accounts->profiles()->isEmpty());
    type("batchEndpointEdit", QStringLiteral("labbatch.westeurope.batch.azure.com"));
    EXPECT_EQ(errorOf("batchEndpointEdit"), QString());
}

TEST_F(AccountsPaneTest, AnEndpointOfNumbersAsksForTheAccountsName)
{
    fillIn();
    EXPECT_FALSE(isThere("batchAccountEdit"));
    type("batchEndpointEdit", QStringLiteral("http://127.0.0.1:1234"));
    EXPECT_TRUE(isThere("batchAccountEdit"));
    type("batchAccountEdit", QStringLiteral("emulated"));
    click("saveAccountButton");
    waitForNews("Saved");
    EXPECT_EQ(kept().batchAccount, QStringLiteral("emulated"));
}

TEST_F(AccountsPaneTest, TheNameOfAnotherAccountIsTaken)
{
    fillIn();
    click("saveAccountButton");
    waitForNews("Saved");
    fillIn();
    EXPECT_TRUE(errorOf("accountNameEdit").contains(QStringLiteral("already")));
}

TEST_F(AccountsPaneTest, BothServicesSayWhatTheyThinkOfTheKeys)
{
    LocalService service(workspace);
    const auto local = accountFromConnectionFile(service.connectionFile());
    ASSERT_TRUE(local);
    click("addAccountButton");
    type("accountNameEdit", lab);
    type("batchEndpointEdit", local->batchEndpoint.toString());
    type("batchAccountEdit", local->batchAccount);
    type("batchKeyEdit", QString::fromLatin1(local->batchKey.reveal()));
    click("storageByStringButton");
    type("connectionStringEdit",
         QStringLiteral("AccountName=%1;AccountKey=%2;BlobEndpoint=%3")
             .arg(local->storageAccount, QString::fromLatin1(QByteArray(64, 'k').toBase64()),
                  local->blobEndpoint.toString()));
    click("testConnectionButton");
    waitUntil([this] { return !textOf("batchResult").isEmpty(); });
    EXPECT_EQ(textOf("batchResult"), QStringLiteral("The key is right."));
    EXPECT_FALSE(textOf("storageResult").contains(QStringLiteral("right")));
    EXPECT_TRUE(accounts->profiles()->isEmpty()) << "testing saves nothing";
}

TEST_F(AccountsPaneTest, AnAnswerToOtherValuesIsDropped)
{
    fillIn();
    type("batchEndpointEdit", QStringLiteral("http://127.0.0.1:1"));
    type("batchAccountEdit", QStringLiteral("x"));
    type("storageEndpointEdit", QStringLiteral("http://127.0.0.1:1/x"));
    click("testConnectionButton");
    type("batchKeyEdit", QStringLiteral("bmV3"));
    EXPECT_FALSE(isThere("batchResult"));
    EXPECT_EQ(pane->shownAccount(), QString());
}

TEST_F(AccountsPaneTest, ARefusingKeychainLeavesWhatWasTypedAndAWayOut)
{
    const auto store = std::make_shared<MoodyStore>();
    store->refusesAll = true;
    use(store);
    fillIn();
    click("saveAccountButton");
    waitForNews("locked");
    EXPECT_EQ(find<QLineEdit>("batchKeyEdit")->text(), QStringLiteral("a2V5b25l"));
    EXPECT_TRUE(accounts->profiles()->isEmpty());
    click("tryAgainButton");
    waitForNews("locked");
    click("sessionOnlyButton");
    waitForNews("Saved");
    EXPECT_TRUE(accounts->isForThisSession(lab));
    EXPECT_EQ(rows().last(), QStringLiteral("lab (this session)"));
    store->refusesAll = false;
    click("saveAccountButton"); // with the keys of this session
    waitForNews("in the keychain");
    EXPECT_EQ(rows().last(), lab);
    EXPECT_EQ(store->kept(QStringLiteral("lab/batch")), QByteArray("a2V5b25l"));
}

TEST_F(AccountsPaneTest, AKeychainThatNeverAnswersIsWaitedForInPlainSight)
{
    const auto store = std::make_shared<SilentStore>();
    use(store);
    fillIn();
    click("saveAccountButton");
    waitForNews("Waiting for the keychain");
    type("storageAccountEdit", QStringLiteral("otherstore")); // the window goes on
    EXPECT_FALSE(news().isEmpty());
    click("sessionOnlyButton");
    waitForNews("Saved");
    store->giveUp();
    QCoreApplication::processEvents();
    EXPECT_TRUE(news().contains(QStringLiteral("Saved"))) << "the late refusal is of an older try";
    EXPECT_TRUE(accounts->isForThisSession(lab));
    EXPECT_EQ(kept().storageAccount, QStringLiteral("otherstore"));
}

TEST_F(AccountsPaneTest, TheWindowMayGoWhileTheKeychainIsAsked)
{
    const auto store = std::make_shared<SilentStore>();
    use(store);
    fillIn();
    click("saveAccountButton");
    pane.reset();
    store->giveUp();
    QCoreApplication::processEvents();
    EXPECT_TRUE(accounts->profiles()->isEmpty());
}

TEST_F(AccountsPaneTest, ForgettingIsAskedForInThePage)
{
    fillIn();
    click("saveAccountButton");
    waitForNews("Saved");
    click("forgetAccountButton");
    EXPECT_TRUE(news().contains(QStringLiteral("Forget \"lab\"?")));
    click("keepAccountButton");
    EXPECT_EQ(accounts->profiles()->size(), 1);
    click("forgetAccountButton");
    click("confirmForgetButton");
    waitUntil([this] { return pane->shownAccount() == QStringLiteral("local"); });
    EXPECT_TRUE(accounts->profiles()->isEmpty());
    EXPECT_EQ(rows(), QStringList{QStringLiteral("This computer")});
}

TEST_F(AccountsPaneTest, WhatWasTypedStaysWhileAnotherAccountIsLookedAt)
{
    fillIn();
    choose(0);
    EXPECT_FALSE(isThere("accountNameEdit"));
    click("addAccountButton");
    EXPECT_EQ(find<QLineEdit>("accountNameEdit")->text(), lab);
    EXPECT_EQ(find<QLineEdit>("storageKeyEdit")->text(), QStringLiteral("a2V5dHdv"));
}

TEST_F(AccountsPaneTest, ANewAccountCanBeDiscarded)
{
    fillIn();
    EXPECT_EQ(rows().last(), QStringLiteral("New account"));
    click("discardAccountButton");
    EXPECT_EQ(pane->shownAccount(), QStringLiteral("local"));
    EXPECT_EQ(rows(), QStringList{QStringLiteral("This computer")});
    click("addAccountButton");
    EXPECT_EQ(find<QLineEdit>("storageKeyEdit")->text(), QString());
}

TEST_F(AccountsPaneTest, ADamagedListOfAccountsIsSaid)
{
    workspace.write(QStringLiteral("config/accounts.json"), "{ not json");
    use(std::make_shared<MoodyStore>());
    EXPECT_TRUE(news().contains(QStringLiteral("damaged")));
}

TEST_F(AccountsPaneTest, EveryControlHasANameForThoseWhoDoNotSee)
{
    fillIn();
    for (const QWidget *widget : pane->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        EXPECT_FALSE(widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
            << widget->metaObject()->className() << ' ' << qPrintable(widget->objectName());
    }
    for (const QLineEdit *edit : pane->findChildren<QLineEdit *>()) {
        EXPECT_FALSE(edit->accessibleDescription().contains(QStringLiteral("a2V5")));
        EXPECT_FALSE(edit->toolTip().contains(QStringLiteral("a2V5")));
    }
    EXPECT_EQ(find<QLineEdit>("batchKeyEdit")->echoMode(), QLineEdit::Password);
    EXPECT_EQ(find<QLineEdit>("storageKeyEdit")->echoMode(), QLineEdit::Password);
}
