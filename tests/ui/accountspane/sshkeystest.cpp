// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// The page of SSH keys: real clicks, real keys of ssh-keygen.
#include "tests/ui/accountspane/keyspane.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QProcess>
#include <QRadioButton>
#include <QTabBar>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

const QString deploy = QStringLiteral("deploy");

class SshKeysPageTest : public KeysPaneTest
{
protected:
    SshKeysPageTest() { show(Section::SshKeys); }

    void make(const QString &name)
    {
        click("newKeyButton");
        type("newKeyNameEdit", name);
        click("newKeyDoButton");
        waitForNews("Give its public half");
    }
    //! A key pair as its user would have it.
    QString keyFile(const char *name, const QStringList &options)
    {
        const QString path = workspace.path(QLatin1String(name));
        QProcess keygen;
        keygen.start(QStringLiteral("ssh-keygen"),
                     QStringList{QStringLiteral("-q"), QStringLiteral("-f"), path} + options);
        EXPECT_TRUE(keygen.waitForFinished() && keygen.exitCode() == 0);
        return path;
    }
    QString fingerprintOf(const QString &file)
    {
        QProcess keygen;
        keygen.start(QStringLiteral("ssh-keygen"),
                     {QStringLiteral("-l"), QStringLiteral("-f"), file});
        EXPECT_TRUE(keygen.waitForFinished() && keygen.exitCode() == 0);
        return QString::fromLatin1(keygen.readAllStandardOutput()).section(QLatin1Char(' '), 1, 1);
    }
    void beginImport(const QString &file)
    {
        click("importKeyButton");
        type("importKeyFileEdit", file);
        type("importKeyNameEdit", deploy);
        click("importKeyDoButton");
    }
    static QStringList ofType(const char *type, const char *passphrase)
    {
        return {QStringLiteral("-t"), QLatin1String(type), QStringLiteral("-N"),
                QLatin1String(passphrase)};
    }
};

} // namespace

TEST_F(SshKeysPageTest, BeginsWithoutAKeyAndSaysWhatToDo)
{
    EXPECT_FALSE(isThere("sshKeysTable"));
    EXPECT_FALSE(isThere("copyPublicKeyButton"));
    EXPECT_FALSE(isThere("guideText"));
    EXPECT_FALSE(isThere("newKeyForm"));
}

TEST_F(SshKeysPageTest, ANewKeyIsInTheListAndItsPublicHalfOnTheClipboard)
{
    make(deploy);
    ASSERT_EQ(rows("sshKeysTable").size(), 1);
    EXPECT_FALSE(isThere("newKeyForm"));
    click("copyPublicKeyButton");
    const auto copied = Git::readPublicKey(QGuiApplication::clipboard()->text());
    ASSERT_TRUE(copied);
    EXPECT_EQ(rows("sshKeysTable").first(),
              QStringLiteral("deploy|Ed25519|%1|just now|Keychain").arg(copied->fingerprint));
    EXPECT_TRUE(store->kept(Git::secretName(deploy)).startsWith("-----BEGIN OPENSSH PRIVATE KEY"));
    EXPECT_TRUE(news().contains(QStringLiteral("copied")));
    const QByteArray file = workspace.read(QStringLiteral("config/git-credentials.json"));
    EXPECT_TRUE(file.contains("ssh-ed25519"));
    EXPECT_FALSE(file.contains("PRIVATE"));
}

TEST_F(SshKeysPageTest, EnterMakesTheKeyToo)
{
    click("newKeyButton");
    EXPECT_TRUE(find<QLineEdit>("newKeyNameEdit")->hasFocus());
    QTest::keyClicks(find<QLineEdit>("newKeyNameEdit"), deploy);
    QTest::keyClick(find<QLineEdit>("newKeyNameEdit"), Qt::Key_Return);
    waitForNews("in the keychain");
    EXPECT_EQ(names(), QStringList{deploy});
}

TEST_F(SshKeysPageTest, AnRsaKeyForAzureRepos)
{
    click("newKeyButton");
    EXPECT_TRUE(find<QRadioButton>("newKeyEd25519Button")->isChecked());
    click("newKeyRsaButton");
    type("newKeyNameEdit", deploy);
    click("newKeyDoButton");
    waitForNews("Give its public half");
    EXPECT_TRUE(rows("sshKeysTable").first().startsWith(QStringLiteral("deploy|RSA|SHA256:")));
}

TEST_F(SshKeysPageTest, ANameIsNeededAndMayNotBeTakenOrStrange)
{
    make(deploy);
    click("newKeyButton");
    click("newKeyDoButton");
    EXPECT_TRUE(errorOf("newKeyNameEdit").contains(QStringLiteral("Give it a name")));
    type("newKeyNameEdit", deploy);
    EXPECT_TRUE(errorOf("newKeyNameEdit").contains(QStringLiteral("already")));
    type("newKeyNameEdit", QStringLiteral("../up"));
    EXPECT_TRUE(errorOf("newKeyNameEdit").contains(QStringLiteral("cannot be the name")));
    click("newKeyDoButton");
    EXPECT_EQ(names(), QStringList{deploy});
    type("newKeyNameEdit", QStringLiteral("other"));
    EXPECT_EQ(errorOf("newKeyNameEdit"), QString());
    click("newKeyCancelButton");
    EXPECT_FALSE(isThere("newKeyForm"));
    EXPECT_EQ(names(), QStringList{deploy});
}

TEST_F(SshKeysPageTest, ForThisSessionOnly)
{
    click("newKeyButton");
    type("newKeyNameEdit", deploy);
    click("newKeyThisSessionButton");
    click("newKeyDoButton");
    waitForNews("until you close the window");
    EXPECT_TRUE(rows("sshKeysTable").first().endsWith(QStringLiteral("This session")));
    EXPECT_EQ(store->kept(Git::secretName(deploy)), QByteArray("-"));
    EXPECT_TRUE(secretOf("deploy"));
    EXPECT_FALSE(workspace.exists(QStringLiteral("config/git-credentials.json")));
}

TEST_F(SshKeysPageTest, AKeychainThatRefusesLeavesThisSession)
{
    store->refusesAll = true;
    click("newKeyButton");
    type("newKeyNameEdit", deploy);
    click("newKeyDoButton");
    waitForNews("locked");
    EXPECT_TRUE(names().isEmpty());
    click("tryAgainButton");
    waitForNews("locked");
    click("sessionOnlyButton");
    waitForNews("until you close the window");
    EXPECT_TRUE(credentials->isForThisSession(deploy));
    EXPECT_TRUE(secretOf("deploy"));
}

TEST_F(SshKeysPageTest, AKeychainThatNeverAnswersIsNotWaitedForAgainstOnesWill)
{
    const auto silent = std::make_shared<SilentStore>();
    use(silent);
    show(Section::SshKeys);
    click("newKeyButton");
    type("newKeyNameEdit", deploy);
    click("newKeyDoButton");
    waitForNews("handing it to the keychain");
    click("sessionOnlyButton");
    waitForNews("until you close the window");
    silent->giveUp();
    QCoreApplication::processEvents();
    EXPECT_TRUE(news().contains(QStringLiteral("until you close")))
        << "the refusal is of an older try";
    EXPECT_EQ(names(), QStringList{deploy});
}

TEST_F(SshKeysPageTest, WhatIsCancelledWhileTheKeychainIsAskedIsNotKept)
{
    const auto silent = std::make_shared<SilentStore>();
    use(silent);
    show(Section::SshKeys);
    click("newKeyButton");
    type("newKeyNameEdit", deploy);
    click("newKeyDoButton");
    waitUntil([&] { return silent->isAsked(); });
    click("newKeyCancelButton");
    silent->giveUp();
    QCoreApplication::processEvents();
    EXPECT_TRUE(names().isEmpty());
    EXPECT_EQ(news(), QString());
}

TEST_F(SshKeysPageTest, APlainKeyIsImported)
{
    const QString file = keyFile("id_plain", ofType("ed25519", ""));
    beginImport(file);
    waitForNews("in the keychain");
    EXPECT_TRUE(rows("sshKeysTable")
                    .first()
                    .startsWith(QStringLiteral("deploy|Ed25519|%1|").arg(fingerprintOf(file))));
    EXPECT_TRUE(workspace.exists(QStringLiteral("id_plain"))) << "the file stays as it is";
}

TEST_F(SshKeysPageTest, ThePassphraseIsAskedForOnceAndOnlyWhereThereIsOne)
{
    const QString file = keyFile("id_locked", ofType("rsa", "correct horse"));
    click("importKeyButton");
    EXPECT_FALSE(isThere("importKeyPassphraseEdit"));
    beginImport(file);
    auto *passphrase = find<QLineEdit>("importKeyPassphraseEdit");
    EXPECT_EQ(passphrase->echoMode(), QLineEdit::Password);
    EXPECT_TRUE(passphrase->hasFocus());
    type("importKeyPassphraseEdit", QStringLiteral("wrong horse"));
    click("importKeyDoButton");
    waitUntil([this] { return !errorOf("importKeyPassphraseEdit").isEmpty(); });
    EXPECT_TRUE(errorOf("importKeyPassphraseEdit").contains(QStringLiteral("does not open")));
    EXPECT_FALSE(errorOf("importKeyPassphraseEdit").contains(QStringLiteral("horse")));
    EXPECT_TRUE(names().isEmpty());
    type("importKeyPassphraseEdit", QStringLiteral("correct horse"));
    click("importKeyDoButton");
    waitForNews("in the keychain");
    EXPECT_TRUE(rows("sshKeysTable").first().contains(fingerprintOf(file)));
    EXPECT_EQ(passphrase->text(), QString()) << "it leaves the screen";
    EXPECT_TRUE(Git::importKey(Secret(store->kept(Git::secretName(deploy))), {}, {}))
        << "and is not needed again";
}

TEST_F(SshKeysPageTest, WhatIsNoPrivateKeyIsSaid)
{
    const QString file = keyFile("id_plain", ofType("ed25519", ""));
    beginImport(file + QStringLiteral(".pub"));
    waitForNews("public half");
    type("importKeyFileEdit", workspace.path(QStringLiteral("none")));
    EXPECT_EQ(news(), QString());
    click("importKeyDoButton");
    waitForNews("cannot be read");
    workspace.write(QStringLiteral("film"), QByteArray(200'000, 'x'));
    type("importKeyFileEdit", workspace.path(QStringLiteral("film")));
    click("importKeyDoButton");
    waitForNews("too large");
    type("importKeyFileEdit", {});
    EXPECT_TRUE(errorOf("importKeyFileEdit").contains(QStringLiteral("Choose the file")));
    EXPECT_TRUE(names().isEmpty());
}

TEST_F(SshKeysPageTest, AChosenFileSuggestsItsName)
{
    const QString file = keyFile("id lab.pem", ofType("ed25519", ""));
    click("importKeyButton");
    click("importKeyChooseButton");
    auto *dialog = pane->findChild<QFileDialog *>();
    ASSERT_TRUE(dialog);
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    EXPECT_EQ(find<QLineEdit>("importKeyFileEdit")->text(), file);
    EXPECT_EQ(find<QLineEdit>("importKeyNameEdit")->text(), QStringLiteral("id-lab"));
}

TEST_F(SshKeysPageTest, ThePublicHalfIsSaved)
{
    make(deploy);
    click("savePublicKeyButton");
    auto *dialog = pane->findChild<QFileDialog *>();
    ASSERT_TRUE(dialog);
    Q_EMIT dialog->fileSelected(workspace.path(QStringLiteral("deploy.pub")));
    dialog->close();
    waitForNews("saved as");
    EXPECT_EQ(fingerprintOf(workspace.path(QStringLiteral("deploy.pub"))),
              credentials->find(deploy)->publicKey.fingerprint);
    click("savePublicKeyButton");
    for (auto *again : pane->findChildren<QFileDialog *>()) {
        Q_EMIT again->fileSelected(workspace.path(QStringLiteral("no/such/deploy.pub")));
        again->close();
    }
    waitForNews("cannot be saved");
}

TEST_F(SshKeysPageTest, ForgettingIsAskedForInThePage)
{
    make(deploy);
    click("forgetKeyButton");
    EXPECT_TRUE(news().contains(QStringLiteral("can no longer be launched")));
    click("keepKeyButton");
    EXPECT_EQ(names(), QStringList{deploy});
    store->refusesAll = true;
    click("forgetKeyButton");
    click("confirmForgetKeyButton");
    waitForNews("locked");
    EXPECT_EQ(names(), QStringList{deploy}) << "it is still there";
    store->refusesAll = false;
    click("forgetKeyButton");
    click("confirmForgetKeyButton");
    waitUntil([this] { return !isThere("sshKeysTable"); });
    EXPECT_TRUE(names().isEmpty());
    EXPECT_EQ(store->kept(Git::secretName(deploy)), QByteArray("-"));
}

TEST_F(SshKeysPageTest, TheGuideLeadsToThePagesOfTheRepository)
{
    make(deploy);
    auto *hosts = find<QTabBar>("guideHosts");
    ASSERT_EQ(hosts->count(), 4);
    const auto guide = [this] { return find<QLabel>("guideText")->text(); };
    EXPECT_TRUE(guide().contains(QStringLiteral("https://github.com/settings/ssh/new")));
    hosts->setCurrentIndex(3);
    EXPECT_TRUE(guide().contains(QStringLiteral("dev.azure.com")));
    type("guideRepositoryEdit", QStringLiteral("git@gitlab.com:lab/simulation.git"));
    EXPECT_EQ(hosts->currentIndex(), 1);
    EXPECT_TRUE(guide().contains(
        QStringLiteral("href=\"https://gitlab.com/lab/simulation/-/settings/repository\"")));
    click("guideCopyButton");
    EXPECT_EQ(QGuiApplication::clipboard()->text(), credentials->find(deploy)->publicKey.line);
}

TEST_F(SshKeysPageTest, ADamagedListIsSaid)
{
    workspace.write(QStringLiteral("config/git-credentials.json"), "{ not json");
    use(store);
    show(Section::SshKeys);
    EXPECT_TRUE(news().contains(QStringLiteral("damaged")));
    EXPECT_FALSE(isThere("sshKeysTable"));
}

TEST_F(SshKeysPageTest, TheWindowMayGoWhileAKeyIsMade)
{
    click("newKeyButton");
    click("newKeyRsaButton");
    type("newKeyNameEdit", deploy);
    click("newKeyDoButton");
    pane.reset();
    waitUntil([this] { return names() == QStringList{deploy}; });
    EXPECT_TRUE(secretOf("deploy"));
}
