// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// Test access, on a real SSH server.
#include "tests/support/gitserver.h"
#include "tests/ui/wizard/gitpage.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"
#include "ui/wizard/hostkeylist.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>

#include <memory>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

std::unique_ptr<GitServer> server;

class GitAccessTest : public GitPageTest
{
protected:
    static void SetUpTestSuite() { server = std::make_unique<GitServer>(); }
    static void TearDownTestSuite() { server.reset(); }

    void SetUp() override
    {
        GitPageTest::SetUp();
        importKey(QStringLiteral("mine"), server->privateKey("clientKey"));
        importKey(QStringLiteral("stranger"), server->privateKey("strangerKey"));
        type("gitUrlEdit", server->url());
        choose("gitKeyCombo", QStringLiteral("mine"));
    }
    void pin(const char *line) const
    {
        const auto keys = Git::readHostKeys(server->text(line).toUtf8(), server->address());
        ASSERT_EQ(keys.size(), 1);
        ASSERT_TRUE(Git::KnownHosts().trust(server->address(), keys));
    }
    QString fingerprint(const char *line) const
    {
        return Git::readHostKeys(server->text(line).toUtf8(), server->address())
            .value(0)
            .fingerprint;
    }
    Notice *notice() const { return find<Notice>("gitAccessNotice"); }
    bool isAsking() const { return notice()->text().startsWith(QLatin1String("Asking")); }
    QString test() const
    {
        click("testAccessButton");
        EXPECT_TRUE(isAsking()) << qPrintable(notice()->text());
        waitUntil([this] { return !isAsking(); });
        return notice()->text();
    }
    QStringList fingerprints() const
    {
        QStringList shown;
        for (const QLabel *label :
             page.findChildren<QLabel *>(QStringLiteral("fingerprintLabel"))) {
            if (label->isVisible())
                shown << label->text();
        }
        return shown;
    }
    QString words() const
    {
        QStringList texts;
        for (const QLabel *label : notice()->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(QLatin1Char('\n'));
    }
    bool offersTrust() const
    {
        const auto *button = page.findChild<QPushButton *>(QStringLiteral("trustHostButton"));
        return button && button->isVisible();
    }
};

} // namespace

TEST_F(GitAccessTest, AnUnknownHostIsShownTrustedAndThenOpensTheRepository)
{
    QSignalSpy relist(&page, &WizardPage::relistRequested);
    test();
    EXPECT_TRUE(notice()->text().contains(server->address().knownHostsName()));
    EXPECT_EQ(fingerprints(), QStringList{fingerprint("knownHostsLine")});
    EXPECT_TRUE(words().contains(QLatin1String("ED25519"))) << qPrintable(words());
    EXPECT_TRUE(words().contains(QLatin1String("nothing published"))) << qPrintable(words());
    EXPECT_EQ(Git::KnownHosts().keysOf(server->address()).size(), 0);

    click("trustHostButton");
    const QString commit = server->commit("main").left(12);
    waitUntil([&] { return notice()->text().contains(QLatin1String("works")); });
    EXPECT_TRUE(notice()->text().contains(QLatin1String("branch main"))) << qPrintable(words());
    EXPECT_TRUE(notice()->text().contains(commit)) << qPrintable(words());
    EXPECT_EQ(fingerprints(), QStringList());
    EXPECT_EQ(Git::KnownHosts().keysOf(server->address()).value(0).fingerprint,
              fingerprint("knownHostsLine"));
    EXPECT_EQ(relist.size(), 1); // the plan sends these keys along
}

TEST_F(GitAccessTest, TheFingerprintCanBeSelectedByMouseAndKeyboard)
{
    test();
    const auto *label = find<QLabel>("fingerprintLabel");
    EXPECT_TRUE(label->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
    EXPECT_TRUE(label->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
    EXPECT_EQ(label->font().families(), codeFont().families());
    EXPECT_GE(label->width(), label->sizeHint().width()); // none of it is cut off
}

TEST_F(GitAccessTest, WhatCameOfItIsScrolledTo)
{
    QScrollArea area;
    area.setWidgetResizable(true);
    auto *own = new ApplicationPage(&document, &credentials);
    area.setWidget(own);
    area.resize(640, 420);
    area.show();
    own->refresh();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&area));
    QTest::mouseClick(own->findChild<QPushButton *>(QStringLiteral("testAccessButton")),
                      Qt::LeftButton);
    QPushButton *button = nullptr;
    waitUntil([&] {
        button = own->findChild<QPushButton *>(QStringLiteral("trustHostButton"));
        return button && button->isVisible();
    });
    waitUntil([&] { return button->visibleRegion().boundingRect() == button->rect(); });
}

TEST_F(GitAccessTest, ABranchATagAndACommitAreToldApart)
{
    pin("knownHostsLine");
    choose("gitReferenceCombo", QStringLiteral("Branch"));
    type("gitReferenceEdit", QStringLiteral("dev"));
    QString told = test();
    EXPECT_TRUE(told.contains(QLatin1String("branch dev"))) << qPrintable(told);
    EXPECT_TRUE(told.contains(server->commit("dev").left(12))) << qPrintable(told);
    choose("gitReferenceCombo", QStringLiteral("Tag"));
    type("gitReferenceEdit", QStringLiteral("v1"));
    told = test();
    // An annotated tag: the commit is meant, not the tag's own object.
    EXPECT_TRUE(told.contains(server->commit("v1").left(12))) << qPrintable(told);
    choose("gitReferenceCombo", QStringLiteral("Commit"));
    type("gitReferenceEdit", server->commit("first"));
    told = test();
    EXPECT_TRUE(told.contains(QLatin1String("works"))) << qPrintable(told);
}

TEST_F(GitAccessTest, AKeyThatIsNotAcceptedIsNamed)
{
    pin("knownHostsLine");
    choose("gitKeyCombo", QStringLiteral("stranger"));
    const QString told = test();
    EXPECT_TRUE(told.contains(QLatin1String("\"stranger\""))) << qPrintable(told);
    EXPECT_TRUE(told.contains(QLatin1String("public half"))) << qPrintable(told); // what to do
    EXPECT_FALSE(offersTrust());
}

TEST_F(GitAccessTest, ABranchThatIsNotThereIsNamed)
{
    pin("knownHostsLine");
    choose("gitReferenceCombo", QStringLiteral("Branch"));
    type("gitReferenceEdit", QStringLiteral("no-such-branch"));
    const QString told = test();
    EXPECT_TRUE(told.contains(QLatin1String("no-such-branch"))) << qPrintable(told);
}

TEST_F(GitAccessTest, ARepositoryThatIsNotThereIsTold)
{
    pin("knownHostsLine");
    type("gitUrlEdit", server->url(QStringLiteral("no-such-repository")));
    const QString told = test();
    EXPECT_TRUE(told.contains(QLatin1String("no-such-repository"))) << qPrintable(told);
}

TEST_F(GitAccessTest, AChangedHostKeyIsLoudAndCannotBeTrustedByAClick)
{
    pin("wrongKnownHostsLine");
    test();
    EXPECT_TRUE(notice()->text().startsWith(QLatin1String("WARNING"))) << qPrintable(words());
    EXPECT_EQ(fingerprints(),
              QStringList({fingerprint("knownHostsLine"), fingerprint("wrongKnownHostsLine")}));
    EXPECT_FALSE(offersTrust());
    EXPECT_EQ(Git::KnownHosts().keysOf(server->address()).value(0).fingerprint,
              fingerprint("wrongKnownHostsLine"));
    QSignalSpy asked(&page, &ApplicationPage::trustedHostsRequested);
    click("trustedHostsButton");
    EXPECT_EQ(asked.size(), 1);

    // Forgotten under Accounts, it is an unknown one again.
    ASSERT_TRUE(Git::KnownHosts().forget(server->address().knownHostsName()));
    test();
    EXPECT_TRUE(offersTrust());
}

TEST_F(GitAccessTest, WhatIsChangedMakesAnAnswerVoid)
{
    pin("knownHostsLine");
    click("testAccessButton");
    EXPECT_TRUE(isAsking());
    choose("gitReferenceCombo", QStringLiteral("Branch"));
    EXPECT_FALSE(notice()->isVisible());
    type("gitReferenceEdit", QStringLiteral("dev"));
    click("testAccessButton");
    QStringList told;
    waitUntil([&] {
        if (told.isEmpty() || told.last() != notice()->text())
            told << notice()->text();
        return !isAsking();
    });
    // The first request was of the default branch, and its answer would have come first.
    ASSERT_EQ(told.size(), 2) << qPrintable(told.join(QLatin1Char('\n')));
    EXPECT_TRUE(told.last().contains(QLatin1String("branch dev"))) << qPrintable(told.last());
}

TEST_F(GitAccessTest, AnAnswerStaysWhileSomethingElseIsChanged)
{
    pin("knownHostsLine");
    const QString told = test();
    type("gitFolderEdit", QStringLiteral("src"));
    page.refresh();
    EXPECT_EQ(notice()->text(), told);
    EXPECT_TRUE(notice()->isVisible());
}

TEST_F(GitAccessTest, MayGoWhileItAsks)
{
    pin("knownHostsLine");
    auto gone = std::make_unique<ApplicationPage>(&document, &credentials);
    gone->show();
    gone->refresh();
    QTest::mouseClick(gone->findChild<QPushButton *>(QStringLiteral("testAccessButton")),
                      Qt::LeftButton);
    gone.reset();
    EXPECT_TRUE(test().contains(QLatin1String("works")));
}

TEST(HostKeyList, SaysWhetherTheHostPublishesAFingerprint)
{
    const Git::PublishedHost github = Git::publishedHost(QStringLiteral("github.com"));
    ASSERT_TRUE(github.isKnown());
    HostKeyList list;
    list.addShown({{QStringLiteral("ssh-ed25519"), {}, github.fingerprints.first()},
                   {QStringLiteral("ssh-rsa"), {}, QStringLiteral("SHA256:another")}},
                  github);
    list.addPage(github);
    QStringList texts;
    for (const QLabel *label : list.findChildren<QLabel *>())
        texts << label->text();
    EXPECT_TRUE(texts.contains(QStringLiteral("ED25519 – GitHub publishes this fingerprint")));
    EXPECT_TRUE(texts.contains(QStringLiteral("RSA – GitHub does not publish this fingerprint")));
    EXPECT_TRUE(texts.last().contains(github.page));
}
