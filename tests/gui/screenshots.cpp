// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// Takes the pictures for README and help of every page, in light and dark and in two sizes, by
// walking through the real window. Started by packaging/screenshots, once for each scale.
#include "core/git/hostkeys.h"
#include "core/git/sshkey.h"
#include "tests/gui/walker.h"
#include "tests/support/gitserver.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/statepill.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

//! In pixels of the screen; at 200 % a window has half as many of its own.
constexpr QSize sizes[] = {{1280, 800}, {1920, 1080}};

void save(QWidget &widget, const QString &page, Appearance appearance)
{
    const QPixmap picture = widget.grab();
    const QString name =
        QStringLiteral("%1/%2-%3-%4-%5x%6.png")
            .arg(qEnvironmentVariable("BATCHDESK_SCREENSHOTS"), page,
                 appearance == Appearance::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
            .arg(qRound(picture.devicePixelRatio() * 100))
            .arg(picture.width())
            .arg(picture.height());
    EXPECT_TRUE(picture.save(name)) << qPrintable(name);
}

void settle()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

//! The page that is shown, in each look and size.
void take(Walker &walker, const QString &page)
{
    for (const QSize &pixels : sizes) {
        const QSize size = pixels / walker.window().devicePixelRatioF();
        if (size.width() < walker.window().minimumWidth())
            continue; // no window is that small
        walker.window().resize(size);
        waitUntil([&] { return walker.window().size() == size; });
        for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
            applyAppearance(appearance);
            settle();
            save(walker.window(), page, appearance);
        }
    }
    applyAppearance(Appearance::Light);
    settle();
}

void takeWizard(Walker &walker)
{
    walker.click("trySampleButton");
    walker.see("archiveTree");
    auto *next = walker.see<QPushButton>("nextButton");
    const auto ready = [next] { return next->isEnabled(); };
    waitUntil(ready);
    take(walker, QStringLiteral("wizard-application"));
    walker.click("nextButton");
    auto *inputs = walker.see<QAbstractItemView>("inputTable");
    waitUntil([&] { return inputs->model()->rowCount() > 0 && ready(); });
    walker.clickRow(inputs, 2);
    take(walker, QStringLiteral("wizard-input"));
    walker.click("nextButton");
    auto *commands = walker.see<QAbstractItemView>("commandTable");
    waitUntil([&] { return commands->model()->rowCount() > 0 && ready(); });
    walker.clickRow(commands, 1);
    take(walker, QStringLiteral("wizard-task"));
    walker.click("nextButton");
    waitUntil(ready);
    take(walker, QStringLiteral("wizard-machines"));
    walker.click("nextButton");
    auto *launch = walker.see<QPushButton>("launchButton");
    waitUntil([launch] { return launch->isEnabled(); });
    take(walker, QStringLiteral("wizard-review"));
}

void takeRun(Walker &walker)
{
    walker.click("launchButton");
    auto *tasks = walker.see<QAbstractItemView>("taskTable");
    waitUntil([tasks] { return tasks->model()->rowCount() > 0; });
    walker.clickRow(tasks, 1);
    auto *output = walker.see<QPlainTextEdit>("stdoutView");
    waitUntil([output] { return !output->toPlainText().isEmpty(); });
    take(walker, QStringLiteral("run"));
    auto *pill = walker.see<StatePill>("runStatePill");
    waitUntil([pill] { return pill->look().tone == Tone::Good; });
    take(walker, QStringLiteral("run-done"));
    auto *tabs = walker.see<QTabWidget>("runTabs");
    const QStringList names{QStringLiteral("tasks"), QStringLiteral("nodes"),
                            QStringLiteral("outputs"), QStringLiteral("log")};
    for (int tab = 1; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        take(walker, QStringLiteral("run-") + names.value(tab));
    }
    walker.click("openResultsButton");
    auto *files = walker.see<QAbstractItemView>("outputsFileTable");
    waitUntil([files] { return files->model()->rowCount() > 0; });
    walker.clickRow(files, 1);
    settle();
    take(walker, QStringLiteral("outputs"));
}

//! As if its key, the one that it publishes, had been compared and trusted, without asking it.
void trustGitHub()
{
    const auto address = Git::Address::parse(QStringLiteral("git@github.com:weather-lab/x.git"));
    const QByteArray line =
        "github.com ssh-ed25519 "
        "AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\n";
    ASSERT_TRUE(Git::KnownHosts().trust(*address, Git::readHostKeys(line, *address)));
}

//! The application as a repository, and a host that is to be trusted before it is asked.
void takeGit(Walker &walker)
{
    const GitServer server;
    const auto key = waitFor(walker.credentials().import(QStringLiteral("forecast-deploy"),
                                                         server.privateKey("clientKey"), Secret(),
                                                         Git::Credentials::Keep::InKeychain));
    ASSERT_TRUE(key) << qPrintable(key.error().message);
    walker.window().goTo(QStringLiteral("welcome"));
    walker.click("trySampleButton");
    auto *document = walker.see<QLabel>("documentLabel");
    waitUntil([document] { return document->text().contains(QLatin1String("settings.json")); });
    walker.click("gitDoor");
    const auto planned = [&walker] {
        auto *status = walker.see<QLabel>("wizardStatus");
        waitUntil([status] { return !status->text().startsWith(QLatin1String("Looking")); });
    };
    planned();
    take(walker, QStringLiteral("wizard-git-empty"));
    walker.type("gitUrlEdit", server.url());
    walker.type("gitFolderEdit", QStringLiteral("projects/sample forecast"));
    walker.see("gitKeyCombo")->setFocus();
    walker.press(Qt::Key_Down);
    walker.click("testAccessButton");
    walker.see("trustHostButton");
    planned();
    take(walker, QStringLiteral("wizard-git-host"));
    walker.click("trustHostButton");
    auto *notice = walker.see<Notice>("gitAccessNotice");
    waitUntil([notice] { return notice->text().contains(QLatin1String("works")); });
    planned();
    take(walker, QStringLiteral("wizard-git-works"));
    for (int i = 0; i < 4; ++i)
        walker.click("nextButton");
    auto *launch = walker.see<QPushButton>("launchButton");
    waitUntil([launch] { return launch->isEnabled(); });
    take(walker, QStringLiteral("wizard-git-review"));
    walker.click("step1");
    trustGitHub();
    walker.type("gitUrlEdit", QStringLiteral("git@github.com:weather-lab/forecast.git"));
    walker.type("gitFolderEdit", QStringLiteral("projects/forecast"));
    planned();
    take(walker, QStringLiteral("wizard-git"));
    walker.click("gitMoreButton");
    take(walker, QStringLiteral("wizard-git-more"));
}

//! The pages of keys, as they look when there is something on them.
void takeKeys(Walker &walker)
{
    walker.goToAccounts(QStringLiteral("SSH keys"));
    walker.see("newKeyButton");
    take(walker, QStringLiteral("accounts-keys-empty"));
    walker.click("newKeyButton");
    walker.type("newKeyNameEdit", QStringLiteral("simulation-deploy"));
    take(walker, QStringLiteral("accounts-keys-new"));
    walker.click("newKeyDoButton");
    walker.see("sshKeysTable");
    walker.click("newKeyButton");
    walker.type("newKeyNameEdit", QStringLiteral("postprocessing"));
    walker.click("newKeyThisSessionButton");
    walker.click("newKeyDoButton");
    auto *keys = walker.see<QAbstractItemView>("sshKeysTable");
    waitUntil([keys] { return keys->model()->rowCount() >= 2; });
    take(walker, QStringLiteral("accounts-keys"));

    walker.goToAccounts(QStringLiteral("Access tokens"));
    walker.click("newTokenButton");
    walker.type("tokenNameEdit", QStringLiteral("reports"));
    walker.type("tokenHostEdit", QStringLiteral("gitlab.com"));
    walker.type("tokenEdit", QStringLiteral("not-a-real-token"));
    take(walker, QStringLiteral("accounts-tokens-new"));
    walker.click("tokenDoButton");
    walker.see("tokensTable");
    take(walker, QStringLiteral("accounts-tokens"));

    const auto address =
        Git::Address::parse(QStringLiteral("git@git.example.org:lab/simulation.git"));
    const auto key = Git::generateKey(Git::KeyType::Ed25519, {});
    ASSERT_TRUE(address && key);
    const QString base64 = key->publicKey.line.section(QLatin1Char(' '), 1, 1);
    ASSERT_TRUE(Git::KnownHosts().trust(
        *address, {{key->publicKey.type, base64, key->publicKey.fingerprint}}));
    walker.goToAccounts(QStringLiteral("Trusted hosts"));
    walker.see("trustedHostsTable");
    take(walker, QStringLiteral("accounts-hosts"));
    walker.goToAccounts(QStringLiteral("Privacy"));
    walker.see("forgetAllButton");
    take(walker, QStringLiteral("accounts-privacy"));
}

} // namespace

TEST(Screenshots, OfTheGitDoor)
{
    Walker walker;
    takeGit(walker);
}

TEST(Screenshots, OfEveryPage)
{
    Walker walker;
    walker.see("trySampleButton");
    take(walker, QStringLiteral("welcome"));
    walker.click("runsPlace");
    take(walker, QStringLiteral("runs-empty"));
    walker.window().goTo(QStringLiteral("welcome"));
    takeWizard(walker);
    takeRun(walker);
    walker.click("runsPlace");
    walker.click("runsPlace"); // from the run to all of them
    walker.see("runsTable");
    take(walker, QStringLiteral("runs"));
    walker.click("accountsPlace");
    take(walker, QStringLiteral("accounts"));
    walker.click("addAccountButton");
    take(walker, QStringLiteral("accounts-new"));
}

TEST(Screenshots, OfKeysAndPrivacy)
{
    Walker walker;
    takeKeys(walker);
}
