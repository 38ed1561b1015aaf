// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/privacypage.h"

#include "core/git/credentials.h"
#include "core/run/accounts.h"
#include "ui/panes/accounts/forgetall.h"
#include "ui/panes/accounts/pageparts.h"
#include "ui/panes/accounts/privacyfacts.h"
#include "ui/widgets/deliver.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

//! The folder to look into: the path itself, or the one that the file is in.
QString folderOf(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir() ? path : info.absolutePath();
}

} // namespace

PrivacyPage::PrivacyPage(Accounts *accounts, Git::Credentials *credentials,
                         const Git::KnownHosts &knownHosts, const QString &runsFolder,
                         QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_credentials(credentials)
    , m_knownHosts(knownHosts)
    , m_runsFolder(runsFolder)
    , m_forgetAll(new ForgetAll(accounts, credentials, this))
    , m_layout(beginPage(this, tr("Privacy")))
{
    setMaximumWidth(readingWidth() + 2 * gridStep);
    addText(m_layout,
            tr("What Batchdesk keeps, and where. It reports nothing to anybody: no usage, no "
               "statistics, no crash reports, no question for updates. It talks to your own "
               "accounts, and to the hosts of your repositories."));
    addForgetting(m_layout);
    m_layout->addStretch();
    connect(m_accounts, &Accounts::changed, this, &PrivacyPage::refresh);
    connect(m_credentials, &Git::Credentials::changed, this, &PrivacyPage::refresh);
    connect(m_forgetAll, &ForgetAll::finished, this, &PrivacyPage::onForgotten);
    refresh();
}

void PrivacyPage::addForgetting(QVBoxLayout *layout)
{
    auto *button =
        new QPushButton(themedIcon(QStringLiteral("trash")), tr("For&get all keys…"), this);
    button->setObjectName(QStringLiteral("forgetAllButton"));
    layout->addWidget(button, 0, Qt::AlignLeft);
    m_notice = new Notice(this);
    m_notice->setObjectName(QStringLiteral("privacyNotice"));
    layout->addWidget(m_notice);
    connect(button, &QPushButton::clicked, this, &PrivacyPage::askToForgetAll);
}

void PrivacyPage::showEvent(QShowEvent *event)
{
    refresh(); // what was not there may be by now
    QWidget::showEvent(event);
}

void PrivacyPage::refresh()
{
    if (m_facts) {
        m_facts->hide();
        m_facts->deleteLater(); // one of its buttons may have led here
    }
    m_facts = new QWidget(this);
    auto *layout = new QVBoxLayout(m_facts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    addHeading(layout, tr("Keys and tokens"));
    addSecrets(layout);
    layout->addSpacing(2 * gridStep);
    addHeading(layout, tr("On this computer"));
    for (const StoredThing &thing :
         thingsOnThisComputer(*m_accounts, *m_credentials, m_knownHosts, m_runsFolder))
        addThing(layout, thing);
    layout->addSpacing(2 * gridStep);
    addHeading(layout, tr("In Azure"));
    for (const StoredThing &thing : thingsInAzure())
        addThing(layout, thing);
    m_layout->insertWidget(m_layout->count() - 1, m_facts); // before the stretch
}

void PrivacyPage::addSecrets(QVBoxLayout *layout) const
{
    const QList<KeptSecret> secrets = keptSecrets(*m_accounts, *m_credentials);
    QStringList lines;
    for (const KeptSecret &secret : secrets)
        lines << (secret.isForThisSession ? tr("%1: this session only") : tr("%1: in the keychain"))
                     .arg(secret.what);
    QLabel *label =
        addText(layout, lines.isEmpty() ? tr("None is kept.") : lines.join(QLatin1Char('\n')));
    label->setObjectName(QStringLiteral("keptSecrets"));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (!secrets.isEmpty())
        addText(layout,
                tr("The keychain of this system lists them under \"batchdesk\". What is kept for "
                   "this session goes when the window is closed."))
            ->setForegroundRole(QPalette::PlaceholderText);
}

void PrivacyPage::addThing(QVBoxLayout *layout, const StoredThing &thing)
{
    layout->addSpacing(gridStep);
    addText(layout, thing.title);
    addText(layout, thing.text)->setForegroundRole(QPalette::PlaceholderText);
    if (thing.path.isEmpty())
        return;
    const QString shown = QDir::toNativeSeparators(thing.path);
    auto *path = new QLineEdit(shown, m_facts);
    path->setObjectName(QStringLiteral("storedPath"));
    path->setReadOnly(true);
    path->setFont(codeFont());
    path->setAccessibleName(tr("Where: %1").arg(thing.title));
    path->setToolTip(shown);
    path->setCursorPosition(0);
    const QString folder = folderOf(thing.path);
    auto *open = new QToolButton(m_facts);
    open->setObjectName(QStringLiteral("openFolderButton"));
    open->setIcon(themedIcon(QStringLiteral("folder")));
    open->setAutoRaise(true);
    open->setEnabled(QFileInfo(folder).isDir());
    open->setToolTip(open->isEnabled() ? tr("Open folder") : tr("Nothing is there yet"));
    open->setAccessibleName(tr("Open folder: %1").arg(thing.title));
    connect(open, &QToolButton::clicked, this, [this, folder] { openFolder(folder); });
    auto *row = new QHBoxLayout;
    row->setSpacing(gridStep);
    row->addWidget(path, 1);
    row->addWidget(open);
    layout->addLayout(row);
}

void PrivacyPage::openFolder(const QString &folder)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        m_notice->show(Error::io(tr("No program opens folders here"), folder,
                                 tr("Copy the path, and look there yourself.")));
}

void PrivacyPage::askToForgetAll()
{
    if (m_forgetAll->count() == 0) {
        m_notice->show(Tone::Neutral, tr("No key is kept."));
        return;
    }
    m_notice->show(
        Tone::Warning,
        tr("Forget every account, SSH key and token, with all their keys? Settings that name "
           "them can no longer be launched, and runs of these accounts no longer followed. "
           "Nothing changes in Azure or at the repositories' hosts."));
    auto *forget = m_notice->addButton(tr("F&orget all"), QStringLiteral("confirmForgetAllButton"));
    auto *keep = m_notice->addButton(tr("&Keep"), QStringLiteral("keepAllButton"));
    connect(forget, &QPushButton::clicked, this, [this] {
        m_notice->show(Tone::Busy,
                       tr("Waiting for the keychain. It may be asking you for a password in a "
                          "window of its own."));
        m_forgetAll->start();
    });
    connect(keep, &QPushButton::clicked, m_notice, &Notice::clear);
    keep->setFocus();
}

void PrivacyPage::onForgotten(const QList<Error> &failures)
{
    if (failures.isEmpty())
        m_notice->show(Tone::Good, tr("All keys are forgotten."));
    else
        m_notice->show(failures);
}

} // namespace Batchdesk
