// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/rundesk.h"
#include "tests/ui/accountspane/keyspane.h"
#include "ui/widgets/windowsettings.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

using Keep = Git::Credentials::Keep;

const QString lab = QStringLiteral("lab");
const QString deploy = QStringLiteral("deploy");
const QString reports = QStringLiteral("reports");

//! Takes the place of the program that opens folders.
class FolderOpener final : public QObject
{
    Q_OBJECT

public:
    FolderOpener() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~FolderOpener() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }

    QStringList opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened << url.toLocalFile(); }
};

class PrivacyPageTest : public KeysPaneTest
{
protected:
    void addAccount()
    {
        AccountAccess account;
        account.name = lab;
        account.batchAccount = lab;
        account.batchEndpoint = QUrl(QStringLiteral("https://lab.westeurope.batch.azure.com"));
        account.batchKey = Secret("YmF0Y2hjYW5hcnk=");
        account.storageAccount = QStringLiteral("labstore");
        account.blobEndpoint = QUrl(QStringLiteral("https://labstore.blob.core.windows.net"));
        account.storageKey = Secret("c3RvcmVjYW5hcnk=");
        ASSERT_TRUE(waitFor(accounts->save(account, Accounts::Keep::InKeychain)));
    }
    void addCredentials()
    {
        ASSERT_TRUE(
            waitFor(credentials->generate(deploy, Git::KeyType::Ed25519, Keep::InKeychain)));
        ASSERT_TRUE(waitFor(credentials->addToken(reports, QStringLiteral("gitlab.com"), {},
                                                  Secret("tokencanary"), Keep::ThisSession)));
    }
    QStringList secretLines()
    {
        return find<QLabel>("keptSecrets")->text().split(QLatin1Char('\n'));
    }
    QStringList paths()
    {
        (void)find<QLineEdit>("storedPath"); // the page gets its rows when it is shown
        QStringList found;
        for (const QLineEdit *edit :
             pane->findChildren<QLineEdit *>(QStringLiteral("storedPath"))) {
            if (edit->isVisible())
                found << QDir::fromNativeSeparators(edit->text());
        }
        return found;
    }
};

} // namespace

TEST_F(PrivacyPageTest, EverySecretIsNamedAndNoneIsShown)
{
    show(Section::Privacy);
    EXPECT_EQ(secretLines(), QStringList{QStringLiteral("None is kept.")});
    addAccount();
    addCredentials();
    const QStringList expected{
        QStringLiteral("Batch key of the account \"lab\": in the keychain"),
        QStringLiteral("Storage key of the account \"lab\": in the keychain"),
        QStringLiteral("Private half of the SSH key \"deploy\": in the keychain"),
        QStringLiteral("Token \"reports\" for gitlab.com: this session only")};
    EXPECT_EQ(secretLines(), expected);
    const QByteArray privateKey = store->kept(Git::secretName(deploy));
    for (const QLabel *label : pane->findChildren<QLabel *>()) {
        for (const char *canary :
             {"YmF0Y2hjYW5hcnk", "c3RvcmVjYW5hcnk", "tokencanary", privateKey.constData()})
            EXPECT_FALSE(label->text().contains(QLatin1String(canary)));
    }
}

TEST_F(PrivacyPageTest, EveryPathIsThereOnceItWasUsed)
{
    addAccount();
    addCredentials();
    const Git::KnownHosts hosts;
    const auto address = Git::Address::parse(QStringLiteral("git@git.example.org:lab/a.git"));
    const auto key = Git::generateKey(Git::KeyType::Ed25519, {});
    ASSERT_TRUE(
        hosts.trust(*address,
                    {{key->publicKey.type, key->publicKey.line.section(QLatin1Char(' '), 1, 1),
                      key->publicKey.fingerprint}}));
    windowSettings().setValue(QStringLiteral("test"), 1);
    // What the service and a run make of these folders is tested where they are.
    QDir().mkpath(workspace.path(QStringLiteral("this-computer")));
    QDir().mkpath(workspace.path(QStringLiteral("runs")));
    show(Section::Privacy);
    EXPECT_EQ(paths().size(), 7);
    for (const QString &path : paths())
        EXPECT_TRUE(QFileInfo::exists(path)) << qPrintable(path);
    EXPECT_TRUE(paths().contains(credentials->path()));
    EXPECT_TRUE(paths().contains(hosts.path()));
    EXPECT_TRUE(paths().contains(accounts->places().profilesFile));
    EXPECT_TRUE(paths().contains(windowSettings().fileName()));
}

TEST_F(PrivacyPageTest, AFolderIsOpenedAndOneThatIsNotThereCannotBe)
{
    addCredentials();
    show(Section::Privacy);
    EXPECT_EQ(paths().size(), 7);
    FolderOpener opener;
    int enabled = 0;
    for (auto *button : pane->findChildren<QAbstractButton *>(QStringLiteral("openFolderButton"))) {
        if (button->isVisible() && button->isEnabled()) {
            button->click();
            ++enabled;
        }
    }
    EXPECT_EQ(opener.opened.size(), enabled);
    EXPECT_TRUE(opener.opened.contains(workspace.path(QStringLiteral("config"))));
    EXPECT_FALSE(opener.opened.contains(workspace.path(QStringLiteral("this-computer"))));
}

TEST_F(PrivacyPageTest, ForgettingAllIsAskedForOnceAndTakesEveryKey)
{
    addAccount();
    addCredentials();
    show(Section::Privacy);
    click("forgetAllButton");
    EXPECT_TRUE(news().contains(QStringLiteral("Forget every account")));
    click("keepAllButton");
    EXPECT_EQ(names().size(), 2);
    click("forgetAllButton");
    click("confirmForgetAllButton");
    waitForNews("All keys are forgotten");
    EXPECT_TRUE(names().isEmpty());
    EXPECT_TRUE(accounts->profiles()->isEmpty());
    for (const QString &name : {batchKeyName(lab), storageKeyName(lab), Git::secretName(deploy)})
        EXPECT_EQ(store->kept(name), QByteArray("-")) << qPrintable(name);
    EXPECT_EQ(secretLines(), QStringList{QStringLiteral("None is kept.")});
    click("forgetAllButton");
    EXPECT_EQ(news(), QStringLiteral("No key is kept."));
}

TEST_F(PrivacyPageTest, WhatCouldNotBeForgottenIsReportedByName)
{
    addAccount();
    addCredentials();
    show(Section::Privacy);
    store->refusesAll = true;
    click("forgetAllButton");
    click("confirmForgetAllButton");
    waitForNews("SSH key \"deploy\"");
    EXPECT_TRUE(news().contains(QStringLiteral("Account \"lab\"")));
    EXPECT_FALSE(news().contains(QStringLiteral("reports"))) << "that one was of this session";
    EXPECT_EQ(names(), QStringList{deploy}) << "it can be tried again";
}

#include "privacytest.moc"
