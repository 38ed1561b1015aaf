// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/accountspane.h"

#include "core/git/credentials.h"
#include "core/git/hostkeys.h"
#include "core/run/accounts.h"
#include "ui/panes/accounts/fixedaccountpage.h"
#include "ui/panes/accounts/privacypage.h"
#include "ui/panes/accounts/profileform.h"
#include "ui/panes/accounts/sshkeyspage.h"
#include "ui/panes/accounts/tokenspage.h"
#include "ui/panes/accounts/trustedhostspage.h"
#include "ui/widgets/deliver.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <optional>

namespace Batchdesk {

namespace {

constexpr int listWidth = 30 * gridStep;

const QString localName = QStringLiteral("local");
const QString environmentName = QStringLiteral("env");
const QString newAccount; // which has no name yet

using Section = AccountsPane::Section;

//! Name of a section among those of the accounts, none of which holds a colon.
QString nameOf(Section section)
{
    return QStringLiteral(":%1").arg(int(section));
}

std::optional<Section> sectionOf(const QString &name)
{
    if (!name.startsWith(QLatin1Char(':')))
        return {};
    return Section(QStringView(name).mid(1).toInt());
}

QScrollArea *scrolled(QWidget *page)
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    return scroll;
}

} // namespace

AccountsPane::AccountsPane(Accounts *accounts, Git::Credentials *credentials,
                           const QString &runsFolder, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_credentials(credentials)
    , m_runsFolder(runsFolder)
{
    auto *sides = new QHBoxLayout(this);
    sides->setContentsMargins(pageMargin, pageMargin, pageMargin, pageMargin);
    sides->setSpacing(4 * gridStep);
    sides->addWidget(makeListSide());
    sides->addWidget(makeDetailSide(), 1);
    fillList();
    showPage(localName);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item)
            showPage(item->data(IdRole).toString());
    });
    connect(m_accounts, &Accounts::changed, this, &AccountsPane::fillList);
}

QWidget *AccountsPane::makeListSide()
{
    auto *side = new QWidget(this);
    m_listSide = side;
    auto *title = new QLabel(tr("Accounts"), side);
    title->setFont(titleFont());
    m_list = new QListWidget(side);
    m_list->setObjectName(QStringLiteral("accountsList"));
    m_list->setAccessibleName(tr("Accounts"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setIconSize({2 * gridStep, 2 * gridStep});
    m_addButton = new QPushButton(themedIcon(QStringLiteral("plus")), tr("&Add account"), side);
    m_addButton->setObjectName(QStringLiteral("addAccountButton"));
    connect(m_addButton, &QPushButton::clicked, this, &AccountsPane::addAccount);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep);
    layout->addWidget(title);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_addButton);
    return side;
}

QWidget *AccountsPane::makeDetailSide()
{
    auto *side = new QWidget(this);
    m_notice = new Notice(side);
    m_pages = new QStackedWidget(side);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep);
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    return side;
}

void AccountsPane::fillList()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    addRow(localName, QStringLiteral("computer"));
    if (Accounts::hasEnvironment())
        addRow(environmentName, QStringLiteral("key"));
    const auto profiles = m_accounts->profiles();
    if (profiles) {
        for (const AccountProfile &profile : *profiles)
            addRow(profile.name, QStringLiteral("cloud"));
    } else {
        m_notice->show(profiles.error());
    }
    if (m_pageOf.contains(newAccount))
        addRow(newAccount, QStringLiteral("plus"));
    addSections();
    if (profiles)
        dropPagesOfForgotten(*profiles);
}

void AccountsPane::dropPagesOfForgotten(const QList<AccountProfile> &profiles)
{
    QStringList known{localName, environmentName, newAccount};
    for (const AccountProfile &profile : profiles)
        known << profile.name;
    const QStringList shown = m_pageOf.keys();
    for (const QString &name : shown) {
        if (!known.contains(name) && !sectionOf(name))
            dropPage(name);
    }
}

void AccountsPane::dropPage(const QString &name)
{
    QWidget *page = m_pageOf.take(name);
    if (m_shown == name)
        showPage(localName);
    m_pages->removeWidget(page);
    page->deleteLater(); // its own button may have led here
}

void AccountsPane::addRow(const QString &name, const QString &iconName)
{
    const QString title = name == newAccount ? tr("New account") : Accounts::title(name);
    const bool isShort = m_accounts->isForThisSession(name);
    auto *item = new QListWidgetItem(themedIcon(iconName),
                                     isShort ? tr("%1 (this session)").arg(title) : title, m_list);
    item->setData(IdRole, name);
    item->setToolTip(isShort ? tr("%1\nIts keys are kept until the window is closed.").arg(title)
                             : title);
    item->setSizeHint({0, 4 * gridStep});
    if (name == m_shown)
        m_list->setCurrentItem(item);
}

void AccountsPane::addSections()
{
    addHeadingRow(tr("Private repositories"));
    addSectionRow(Section::SshKeys, tr("SSH keys"), QStringLiteral("key"));
    addSectionRow(Section::Tokens, tr("Access tokens"), QStringLiteral("key"));
    addSectionRow(Section::TrustedHosts, tr("Trusted hosts"), QStringLiteral("check"));
    addHeadingRow(tr("Your data"));
    addSectionRow(Section::Privacy, tr("Privacy"), QStringLiteral("info"));
}

void AccountsPane::addHeadingRow(const QString &text)
{
    auto *item = new QListWidgetItem(text, m_list);
    item->setFlags(Qt::NoItemFlags); // arrow keys pass over it
    item->setForeground(mutedColor());
    item->setTextAlignment(Qt::AlignLeading | Qt::AlignBottom);
    item->setSizeHint({0, 5 * gridStep});
}

void AccountsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_listSide->setFixedWidth(qMin(listWidth, width() * 3 / 10));
}

void AccountsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_list)
        fillList(); // its headings have a colour of their own
}

void AccountsPane::addSectionRow(Section section, const QString &title, const QString &iconName)
{
    auto *item = new QListWidgetItem(themedIcon(iconName), title, m_list);
    item->setData(IdRole, nameOf(section));
    item->setSizeHint({0, 4 * gridStep});
    if (nameOf(section) == m_shown)
        m_list->setCurrentItem(item);
}

QWidget *AccountsPane::makeSection(Section section)
{
    switch (section) {
    case Section::SshKeys:
        return new SshKeysPage(m_credentials);
    case Section::Tokens:
        return new TokensPage(m_credentials);
    case Section::TrustedHosts:
        return new TrustedHostsPage(Git::KnownHosts());
    case Section::Privacy:
        break;
    }
    return new PrivacyPage(m_accounts, m_credentials, Git::KnownHosts(), m_runsFolder);
}

QWidget *AccountsPane::pageOf(const QString &name)
{
    if (QWidget *known = m_pageOf.value(name))
        return known;
    QWidget *page = nullptr;
    if (const auto section = sectionOf(name)) {
        page = scrolled(makeSection(*section));
    } else if (name == localName || name == environmentName) {
        page = scrolled(new FixedAccountPage(m_accounts, name));
    } else if (name == newAccount) {
        page = addForm(new ProfileForm(m_accounts));
    } else {
        const auto profiles = m_accounts->profiles();
        if (!profiles)
            return nullptr;
        for (const AccountProfile &profile : *profiles) {
            if (profile.name == name)
                page = addForm(new ProfileForm(m_accounts, profile));
        }
    }
    if (page) {
        m_pages->addWidget(page);
        m_pageOf.insert(name, page);
    }
    return page;
}

ProfileForm *AccountsPane::addForm(ProfileForm *form)
{
    connect(form, &ProfileForm::saved, this, [this, form] { onSaved(form); });
    connect(form, &ProfileForm::forgetRequested, this, &AccountsPane::forget);
    connect(form, &ProfileForm::discardRequested, this, [this] {
        dropPage(newAccount);
        fillList();
    });
    return form;
}

void AccountsPane::showPage(const QString &name)
{
    QWidget *page = pageOf(name);
    if (!page)
        return;
    m_shown = name;
    m_pages->setCurrentWidget(page);
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(IdRole).toString() == name)
            m_list->setCurrentRow(row);
    }
}

void AccountsPane::showAccount(const QString &name)
{
    if (name != newAccount)
        showPage(name);
}

void AccountsPane::showSection(Section section)
{
    showPage(nameOf(section));
}

void AccountsPane::addAccount()
{
    pageOf(newAccount);
    fillList();
    showPage(newAccount);
    m_pages->currentWidget()->setFocus();
}

void AccountsPane::onSaved(ProfileForm *form)
{
    // The form of a new account is that account's from now on.
    m_pageOf.remove(m_pageOf.key(form));
    m_pageOf.insert(form->profileName(), form);
    if (m_pages->currentWidget() == form)
        m_shown = form->profileName();
    fillList();
}

void AccountsPane::forget(const QString &name)
{
    m_notice->clear();
    deliver(m_accounts->remove(name), this, [this](const Outcome<void> &done) {
        if (!done)
            m_notice->show(done.error());
    });
}

} // namespace Batchdesk
