// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/ui/accountspane/keyspane.h"

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

const QString name = QStringLiteral("reports");
const QString canary = QStringLiteral("tokencanary1");

class TokensPageTest : public KeysPaneTest
{
protected:
    TokensPageTest() { show(Section::Tokens); }

    void fillIn()
    {
        click("newTokenButton");
        type("tokenNameEdit", name);
        type("tokenHostEdit", QStringLiteral("GitLab.com"));
        type("tokenEdit", canary);
    }
    void add()
    {
        fillIn();
        click("tokenDoButton");
        waitForNews("is in the keychain");
    }
};

} // namespace

TEST_F(TokensPageTest, ATokenIsKeptAndLeavesTheScreen)
{
    add();
    EXPECT_EQ(rows("tokensTable"),
              QStringList{QStringLiteral("reports|gitlab.com|git|just now|Keychain")});
    EXPECT_EQ(store->kept(Git::secretName(name)), canary.toLatin1());
    EXPECT_FALSE(
        workspace.read(QStringLiteral("config/git-credentials.json")).contains(canary.toLatin1()));
    for (const QLineEdit *edit : pane->findChildren<QLineEdit *>())
        EXPECT_FALSE(edit->text().contains(canary));
    click("newTokenButton");
    EXPECT_EQ(find<QLineEdit>("tokenEdit")->text(), QString());
    EXPECT_EQ(find<QLineEdit>("tokenEdit")->echoMode(), QLineEdit::Password);
}

TEST_F(TokensPageTest, EveryFieldSaysWhatIsWrongWithIt)
{
    click("newTokenButton");
    click("tokenDoButton");
    for (const char *edit : {"tokenNameEdit", "tokenHostEdit", "tokenEdit"})
        EXPECT_FALSE(errorOf(edit).isEmpty()) << edit;
    EXPECT_EQ(errorOf("tokenUserEdit"), QString()) << "it is optional";
    type("tokenHostEdit", QStringLiteral("https://gitlab.com"));
    EXPECT_TRUE(errorOf("tokenHostEdit").contains(QStringLiteral("such as github.com")));
    type("tokenUserEdit", QStringLiteral("a b"));
    EXPECT_FALSE(errorOf("tokenUserEdit").isEmpty());
    type("tokenEdit", QStringLiteral("two words"));
    EXPECT_TRUE(errorOf("tokenEdit").contains(QStringLiteral("spaces")));
    EXPECT_FALSE(errorOf("tokenEdit").contains(QStringLiteral("words")));
    click("tokenDoButton");
    EXPECT_TRUE(names().isEmpty());
}

TEST_F(TokensPageTest, AnotherTokenTakesThePlaceOfTheOneThatIsKept)
{
    add();
    click("changeTokenButton");
    EXPECT_FALSE(isThere("tokenHostEdit")) << "name and host stay";
    EXPECT_TRUE(find<QLineEdit>("tokenEdit")->hasFocus());
    type("tokenEdit", QStringLiteral("tokencanary2"));
    click("tokenDoButton");
    waitUntil([this] { return store->kept(Git::secretName(name)) == "tokencanary2"; });
    waitUntil([this] { return !isThere("tokenForm"); });
    EXPECT_EQ(names(), QStringList{name});
    click("newTokenButton");
    EXPECT_TRUE(isThere("tokenHostEdit")) << "the next is a new one";
    EXPECT_EQ(find<QLineEdit>("tokenNameEdit")->text(), QString());
}

TEST_F(TokensPageTest, ARefusingKeychainLeavesThisSession)
{
    store->refusesAll = true;
    fillIn();
    click("tokenDoButton");
    waitForNews("locked");
    EXPECT_EQ(find<QLineEdit>("tokenEdit")->text(), canary) << "what was typed stays";
    click("sessionOnlyButton");
    waitForNews("until you close the window");
    EXPECT_TRUE(credentials->isForThisSession(name));
    EXPECT_EQ(secretOf("reports")->reveal(), canary.toLatin1());
}

TEST_F(TokensPageTest, ChangedForThisSessionOnlyItIsUsedFirst)
{
    add();
    store->refusesAll = true;
    click("changeTokenButton");
    type("tokenEdit", QStringLiteral("tokencanary2"));
    click("tokenDoButton");
    waitForNews("locked");
    click("sessionOnlyButton");
    waitForNews("until you close the window");
    EXPECT_TRUE(rows("tokensTable").first().endsWith(QStringLiteral("This session")));
    EXPECT_EQ(secretOf("reports")->reveal(), QByteArray("tokencanary2"));
}

TEST_F(TokensPageTest, ForgettingIsAskedForInThePage)
{
    add();
    click("forgetTokenButton");
    EXPECT_TRUE(news().contains(QStringLiteral("Withdraw it at gitlab.com")));
    click("keepTokenButton");
    EXPECT_EQ(names(), QStringList{name});
    click("forgetTokenButton");
    click("confirmForgetTokenButton");
    waitUntil([this] { return !isThere("tokensTable"); });
    EXPECT_TRUE(names().isEmpty());
    EXPECT_EQ(store->kept(Git::secretName(name)), QByteArray("-"));
}

TEST_F(TokensPageTest, AnSshKeyIsNoToken)
{
    ASSERT_TRUE(waitFor(credentials->generate(QStringLiteral("deploy"), Git::KeyType::Ed25519,
                                              Git::Credentials::Keep::InKeychain)));
    EXPECT_FALSE(isThere("tokensTable"));
    show(Section::SshKeys);
    EXPECT_EQ(rows("sshKeysTable").size(), 1);
}
