// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/profileform.h"

#include "core/auth/accountfields.h"
#include "ui/panes/accounts/connectionresult.h"
#include "ui/panes/accounts/storagefields.h"
#include "ui/panes/accounts/textfield.h"
#include "ui/widgets/deliver.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace Batchdesk {

namespace {

//! Most keychains answer at once; a word about waiting would only flicker.
constexpr int quietWaitMs = 400;

constexpr int formWidth = 80 * gridStep;

template <typename T>
Outcome<void> problemOf(const Outcome<T> &outcome)
{
    return outcome ? Outcome<void>() : Outcome<void>(outcome.error());
}

} // namespace

ProfileForm::ProfileForm(Accounts *accounts, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_title(new QLabel(tr("New account"), this))
    , m_fields(new QWidget(this))
    , m_layout(new QVBoxLayout(m_fields))
{
    m_title->setFont(titleFont());
    m_title->setTextFormat(Qt::PlainText);
    m_layout->setContentsMargins(0, 0, 2 * gridStep, 0);
    m_layout->setSpacing(2 * gridStep);
    m_name = new TextField(
        tr("Name"), QStringLiteral("accountNameEdit"),
        [this](const QString &text) { return checkName(text); }, m_fields);
    m_name->field()->setHint(
        tr("Your own name for it; settings.json refers to the account by it."));
    m_layout->addWidget(m_name->field());
    addBatchFields();
    addStorageFields();
    addText(tr("Keys are kept in the keychain of this system and nowhere else: neither in "
               "settings.json nor in the list of accounts. They sign requests on this computer and "
               "are not sent themselves."));
    m_layout->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_fields);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(2 * gridStep);
    page->addWidget(m_title);
    page->addWidget(scroll, 1);
    addFooter(page);
    setMaximumWidth(formWidth);
    setFocusProxy(m_name->edit());
    connect(m_name, &TextField::edited, this, &ProfileForm::onEdited);
    connect(m_storage, &StorageFields::edited, this, &ProfileForm::onEdited);
    connect(m_accounts, &Accounts::changed, this, [this] {
        if (!m_profileName.isEmpty())
            showKept();
    });
}

ProfileForm::ProfileForm(Accounts *accounts, const AccountProfile &profile, QWidget *parent)
    : ProfileForm(accounts, parent)
{
    m_profileName = profile.name;
    m_name->setText(profile.name);
    m_batchEndpoint->setText(profile.batchEndpoint.toString());
    m_batchAccount->setText(profile.batchAccount);
    onBatchEndpointEdited();
    m_storage->setAccount(profile.storageAccount, profile.blobEndpoint);
    showKept();
}

void ProfileForm::addHeading(const QString &text)
{
    auto *heading = new QLabel(text, m_fields);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    m_layout->addSpacing(gridStep);
    m_layout->addWidget(heading);
}

void ProfileForm::addText(const QString &text)
{
    auto *label = new QLabel(text, m_fields);
    label->setWordWrap(true);
    m_layout->addSpacing(gridStep);
    m_layout->addWidget(label);
}

void ProfileForm::addBatchFields()
{
    addHeading(tr("Batch account"));
    m_batchEndpoint = new TextField(
        tr("Batch account URL"), QStringLiteral("batchEndpointEdit"),
        [](const QString &text) { return problemOf(batchAddressFromText(text)); }, m_fields);
    m_batchEndpoint->edit()->setPlaceholderText(
        QStringLiteral("https://account.region.batch.azure.com"));
    m_batchAccount = new TextField(
        tr("Batch account name"), QStringLiteral("batchAccountEdit"),
        [](const QString &text) {
            return text.trimmed().isEmpty()
                ? Outcome<void>(Error::invalidInput(tr("The name of the account is needed")))
                : Outcome<void>();
        },
        m_fields);
    m_batchAccount->field()->hide();
    m_batchKey = new TextField(
        tr("Batch key"), QStringLiteral("batchKeyEdit"),
        [this](const QString &text) {
            return text.isEmpty() && !m_profileName.isEmpty() ? Outcome<void>()
                                                              : problemOf(accountKeyFromText(text));
        },
        m_fields);
    m_batchKey->setSecret();
    for (TextField *field : {m_batchEndpoint, m_batchAccount, m_batchKey}) {
        m_layout->addWidget(field->field());
        connect(field, &TextField::edited, this, &ProfileForm::onEdited);
    }
    connect(m_batchEndpoint, &TextField::edited, this, &ProfileForm::onBatchEndpointEdited);
}

void ProfileForm::addStorageFields()
{
    addHeading(tr("Storage account"));
    m_storage = new StorageFields(m_fields);
    m_layout->addWidget(m_storage);
    onBatchEndpointEdited();
}

void ProfileForm::addFooter(QVBoxLayout *page)
{
    m_result = new ConnectionResult(this);
    m_notice = new Notice(this);
    auto *saveButton = new QPushButton(tr("&Save"), this);
    saveButton->setObjectName(QStringLiteral("saveAccountButton"));
    makePrimary(saveButton);
    auto *testButton = new QPushButton(tr("&Test connection"), this);
    testButton->setObjectName(QStringLiteral("testConnectionButton"));
    m_forgetButton = new QPushButton(tr("For&get account…"), this);
    m_forgetButton->setObjectName(QStringLiteral("forgetAccountButton"));
    m_forgetButton->hide();
    m_discardButton = new QPushButton(tr("&Discard"), this);
    m_discardButton->setObjectName(QStringLiteral("discardAccountButton"));
    auto *row = new QHBoxLayout;
    row->setSpacing(gridStep);
    row->addWidget(saveButton);
    row->addWidget(testButton);
    row->addStretch();
    row->addWidget(m_forgetButton);
    row->addWidget(m_discardButton);
    page->addWidget(m_result);
    page->addWidget(m_notice);
    page->addLayout(row);
    connect(saveButton, &QPushButton::clicked, this, [this] { save(Accounts::Keep::InKeychain); });
    connect(testButton, &QPushButton::clicked, this, &ProfileForm::test);
    connect(m_forgetButton, &QPushButton::clicked, this, &ProfileForm::askToForget);
    connect(m_discardButton, &QPushButton::clicked, this, &ProfileForm::discardRequested);
}

void ProfileForm::onEdited()
{
    ++m_testing; // what a test under way says is of other values
    m_result->clear();
    m_asking = false;
    if (!m_waiting)
        m_notice->clear();
}

void ProfileForm::onBatchEndpointEdited()
{
    const auto address = batchAddressFromText(m_batchEndpoint->text());
    const bool namesNone = address && address->account.isEmpty();
    m_batchAccount->field()->setVisible(namesNone);
    if (address && !namesNone) {
        m_batchAccount->setText(address->account);
        m_batchEndpoint->field()->setHint(tr("Batch account: %1").arg(address->account));
    } else {
        m_batchEndpoint->field()->setHint(
            tr("The URL of the account, from its Keys page in the Azure portal."));
    }
    if (m_storage)
        m_storage->setBatchEndpoint(address ? address->endpoint : QUrl());
}

void ProfileForm::showKept()
{
    const QString kept = m_accounts->isForThisSession(m_profileName)
        ? tr("Kept for this session; leave empty to keep it")
        : tr("Leave empty to keep the one in the keychain");
    m_batchKey->edit()->setPlaceholderText(kept);
    m_storage->setKept(kept);
    m_title->setText(m_profileName);
    m_name->edit()->setReadOnly(true);
    m_name->field()->setHint(tr("settings.json refers to the account by this name, so it stays."));
    m_forgetButton->show();
    m_discardButton->hide();
}

Outcome<void> ProfileForm::checkName(const QString &name) const
{
    const auto profiles = m_accounts->profiles();
    const bool taken = m_profileName.isEmpty() && profiles
        && std::any_of(profiles->begin(), profiles->end(),
                       [&name](const AccountProfile &known) { return known.name == name; });
    return taken
        ? Outcome<void>(Error::invalidInput(tr("There is an account of this name already")))
        : checkProfileName(name);
}

bool ProfileForm::reveal()
{
    bool sound = true;
    for (TextField *field : {m_name, m_batchEndpoint, m_batchAccount, m_batchKey}) {
        const bool fine = field->reveal();
        if (!fine && sound)
            field->edit()->setFocus();
        sound = sound && fine;
    }
    return m_storage->reveal() && sound;
}

AccountAccess ProfileForm::account() const
{
    AccountAccess account;
    account.name = m_name->text();
    const auto address = batchAddressFromText(m_batchEndpoint->text());
    const auto key = accountKeyFromText(m_batchKey->text());
    if (address)
        account.batchEndpoint = address->endpoint;
    account.batchAccount = m_batchAccount->text().trimmed();
    if (key)
        account.batchKey = *key;
    const StorageAccess storage = m_storage->access();
    account.blobEndpoint = storage.blobEndpoint;
    account.storageAccount = storage.account;
    account.storageKey = storage.key;
    return account;
}

void ProfileForm::test()
{
    // Not by a disabled button, which would hand its focus on.
    if (m_asking || !reveal())
        return;
    m_asking = true;
    m_result->showBusy();
    const int number = ++m_testing;
    deliver(m_accounts->test(account()), this,
            [this, number](const Accounts::Connection &connection) {
                if (number != m_testing)
                    return;
                m_result->show(connection);
                m_asking = false;
            });
}

void ProfileForm::save(Accounts::Keep keep)
{
    if (!reveal())
        return;
    m_notice->clear();
    m_waiting = true;
    const int number = ++m_saving;
    const AccountAccess kept = account();
    QTimer::singleShot(quietWaitMs, this, [this, number] {
        if (m_waiting && number == m_saving)
            showWaiting();
    });
    deliver(m_accounts->save(kept, keep), this,
            [this, number, kept, keep](const Outcome<void> &done) {
                if (number != m_saving)
                    return;
                m_waiting = false;
                if (done)
                    onSaved(kept, keep);
                else
                    showRefusal(done.error());
            });
}

void ProfileForm::onSaved(const AccountAccess &account, Accounts::Keep keep)
{
    m_profileName = account.name;
    m_batchKey->setText({});
    m_storage->forgetKeys();
    showKept();
    m_notice->show(Tone::Good,
                   keep == Accounts::Keep::InKeychain
                       ? tr("Saved. The keys are in the keychain.")
                       : tr("Saved. The keys are kept until you close the window; enter them again "
                            "after that."));
    Q_EMIT saved();
}

void ProfileForm::showRefusal(const Error &error)
{
    m_notice->show(error);
    if (error.kind != Error::Kind::Keychain)
        return;
    auto *session =
        m_notice->addButton(tr("&Keep for this session only"), QStringLiteral("sessionOnlyButton"));
    auto *again = m_notice->addButton(tr("T&ry again"), QStringLiteral("tryAgainButton"));
    connect(session, &QPushButton::clicked, this, [this] { save(Accounts::Keep::ThisSession); });
    connect(again, &QPushButton::clicked, this, [this] { save(Accounts::Keep::InKeychain); });
}

void ProfileForm::showWaiting()
{
    m_notice->show(Tone::Busy,
                   tr("Waiting for the keychain. It may be asking you for a password "
                      "in a window of its own."));
    auto *session =
        m_notice->addButton(tr("&Keep for this session only"), QStringLiteral("sessionOnlyButton"));
    connect(session, &QPushButton::clicked, this, [this] { save(Accounts::Keep::ThisSession); });
}

void ProfileForm::askToForget()
{
    m_notice->show(Tone::Warning,
                   tr("Forget \"%1\"? Its keys are removed from the keychain. Nothing in Azure "
                      "changes, but runs of this account can no longer be followed from here.")
                       .arg(m_profileName));
    auto *forget = m_notice->addButton(tr("F&orget"), QStringLiteral("confirmForgetButton"));
    auto *keep = m_notice->addButton(tr("&Keep"), QStringLiteral("keepAccountButton"));
    connect(forget, &QPushButton::clicked, this, [this] {
        m_notice->clear();
        Q_EMIT forgetRequested(m_profileName);
    });
    connect(keep, &QPushButton::clicked, m_notice, &Notice::clear);
    keep->setFocus();
}

} // namespace Batchdesk
