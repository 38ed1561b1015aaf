// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/storagefields.h"

#include "core/auth/accountfields.h"
#include "ui/panes/accounts/textfield.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

template <typename T>
Outcome<void> problemOf(const Outcome<T> &outcome)
{
    return outcome ? Outcome<void>() : Outcome<void>(outcome.error());
}

} // namespace

StorageFields::StorageFields(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep);
    addChoice();
    m_account = new TextField(tr("Storage account"), QStringLiteral("storageAccountEdit"),
                              checkStorageAccountName, this);
    m_key = new TextField(
        tr("Storage key"), QStringLiteral("storageKeyEdit"),
        [this](const QString &text) {
            return text.isEmpty() && m_kept ? Outcome<void>() : problemOf(accountKeyFromText(text));
        },
        this);
    m_key->setSecret();
    m_endpoint = new TextField(
        tr("Blob endpoint"), QStringLiteral("storageEndpointEdit"),
        [](const QString &text) { return problemOf(endpointFromText(text)); }, this);
    m_endpoint->field()->setHint(
        tr("Follows from the account; change it only if yours answers elsewhere."));
    m_string = new TextField(
        tr("Connection string"), QStringLiteral("connectionStringEdit"),
        [](const QString &text) { return problemOf(storageFromConnectionString(text)); }, this);
    m_string->setSecret();
    m_string->field()->setHint(
        tr("From Access keys of the storage account in the Azure portal; it holds account and "
           "key."));
    for (TextField *field : {m_account, m_key, m_endpoint, m_string}) {
        layout->addWidget(field->field());
        connect(field, &TextField::edited, this, &StorageFields::edited);
    }
    connect(m_account, &TextField::edited, this, &StorageFields::deriveEndpoint);
    connect(m_endpoint, &TextField::edited, this,
            [this] { m_ownEndpoint = !m_endpoint->text().isEmpty(); });
    m_byKey->setChecked(true);
    choose();
}

void StorageFields::addChoice()
{
    m_byKey = new QRadioButton(tr("Account and key"), this);
    m_byKey->setObjectName(QStringLiteral("storageByKeyButton"));
    m_byString = new QRadioButton(tr("Connection string"), this);
    m_byString->setObjectName(QStringLiteral("storageByStringButton"));
    auto *group = new QButtonGroup(this);
    group->addButton(m_byKey);
    group->addButton(m_byString);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridStep);
    row->addWidget(m_byKey);
    row->addWidget(m_byString);
    row->addStretch();
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_byKey, &QRadioButton::toggled, this, [this] {
        choose();
        Q_EMIT edited();
    });
}

void StorageFields::choose()
{
    const bool byKey = m_byKey->isChecked();
    for (TextField *field : {m_account, m_key, m_endpoint})
        field->field()->setVisible(byKey);
    m_string->field()->setVisible(!byKey);
}

void StorageFields::setAccount(const QString &account, const QUrl &blobEndpoint)
{
    m_account->setText(account);
    m_endpoint->setText(blobEndpoint.toString());
    m_ownEndpoint = blobEndpoint != usualBlobEndpoint(account, m_batchEndpoint);
}

void StorageFields::setBatchEndpoint(const QUrl &endpoint)
{
    m_batchEndpoint = endpoint;
    deriveEndpoint();
}

void StorageFields::deriveEndpoint()
{
    if (m_ownEndpoint)
        return;
    const QString account = m_account->text();
    m_endpoint->setText(checkStorageAccountName(account)
                            ? usualBlobEndpoint(account, m_batchEndpoint).toString()
                            : QString());
}

void StorageFields::setKept(const QString &placeholder)
{
    m_kept = !placeholder.isEmpty();
    m_key->edit()->setPlaceholderText(placeholder);
}

bool StorageFields::reveal()
{
    bool sound = true;
    for (TextField *field : {m_account, m_key, m_endpoint, m_string})
        sound = field->reveal() && sound;
    return sound;
}

StorageAccess StorageFields::access() const
{
    if (m_byString->isChecked()) {
        const auto parsed = storageFromConnectionString(m_string->text());
        return parsed ? *parsed : StorageAccess();
    }
    StorageAccess access;
    access.account = m_account->text();
    const auto endpoint = endpointFromText(m_endpoint->text());
    const auto key = accountKeyFromText(m_key->text());
    if (endpoint)
        access.blobEndpoint = *endpoint;
    if (key)
        access.key = *key;
    return access;
}

void StorageFields::forgetKeys()
{
    if (m_byString->isChecked()) {
        const StorageAccess entered = access();
        setAccount(entered.account, entered.blobEndpoint);
    }
    m_key->setText({});
    m_string->setText({});
    const QSignalBlocker quiet(this);
    m_byKey->setChecked(true);
}

} // namespace Batchdesk
