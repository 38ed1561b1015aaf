// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/credentialcombo.h"

#include "ui/wizard/gitfacts.h"

#include <QSignalBlocker>

#include <algorithm>

namespace Batchdesk {

namespace {

using Kind = Git::Credential::Kind;

constexpr int leastCharacters = 18;
const QString newEntry = QStringLiteral("\n"); // no credential has such a name

QString titleOf(const Git::Credential &credential)
{
    const QString kind =
        credential.kind == Kind::SshKey ? keyTypeWords(credential.publicKey.type) : credential.host;
    return QStringLiteral("%1 (%2)").arg(credential.name, kind);
}

} // namespace

CredentialCombo::CredentialCombo(QWidget *parent)
    : QComboBox(parent)
{
    // A long name must not make the page wider than its window.
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(leastCharacters);
    connect(this, &QComboBox::activated, this, &CredentialCombo::take);
    fill();
}

bool CredentialCombo::fits(const Git::Credential &credential) const
{
    if (!m_address)
        return true;
    if (m_address->isSsh())
        return credential.kind == Kind::SshKey;
    return credential.kind == Kind::Token && credential.host == m_address->host;
}

QList<Git::Credential> CredentialCombo::fitting() const
{
    QList<Git::Credential> list;
    std::copy_if(m_credentials.begin(), m_credentials.end(), std::back_inserter(list),
                 [this](const Git::Credential &one) { return fits(one); });
    return list;
}

std::optional<Git::Credential> CredentialCombo::credential() const
{
    for (const Git::Credential &one : m_credentials) {
        if (one.name == m_chosen)
            return one;
    }
    return {};
}

void CredentialCombo::setCredentials(const QList<Git::Credential> &credentials)
{
    QString fresh;
    for (const Git::Credential &one : credentials) {
        const bool isOld = std::any_of(m_credentials.begin(), m_credentials.end(),
                                       [&one](const auto &old) { return old.name == one.name; });
        if (!isOld && fits(one))
            fresh = one.name;
    }
    m_credentials = credentials;
    const bool takesFresh = m_awaitsNew && !fresh.isEmpty();
    if (takesFresh) {
        m_awaitsNew = false;
        m_chosen = fresh;
    }
    fill();
    if (takesFresh)
        Q_EMIT edited(m_chosen);
}

void CredentialCombo::setAddress(const std::optional<Git::Address> &address)
{
    if (address == m_address)
        return;
    m_address = address;
    fill();
}

void CredentialCombo::setChosen(const QString &name)
{
    if (name == m_chosen)
        return;
    m_chosen = name;
    fill();
}

void CredentialCombo::fill()
{
    const QSignalBlocker blocker(this);
    clear();
    addItem(isHttps() ? tr("None: the repository is public") : tr("Choose a key…"), QString());
    for (const Git::Credential &one : fitting())
        addItem(titleOf(one), one.name);
    if (findData(m_chosen) < 0) {
        const auto known = credential();
        addItem(known ? tr("%1, which is for other addresses").arg(titleOf(*known))
                      : tr("%1, which is not on this computer").arg(m_chosen),
                m_chosen);
    }
    insertSeparator(count());
    addItem(isHttps() ? tr("New token…") : tr("New key…"), newEntry);
    setCurrentIndex(findData(m_chosen));
}

QString CredentialCombo::hint() const
{
    if (!m_chosen.isEmpty()) {
        const auto known = credential();
        if (!known)
            return tr("Make or import it under Accounts, or choose another one.");
        return fits(*known) ? QString() : tr("Choose one that fits the address.");
    }
    if (!m_address)
        return {};
    if (isHttps())
        return fitting().isEmpty()
            ? tr("For a private one, keep a token of %1 under Accounts.").arg(m_address->host)
            : QString();
    return fitting().isEmpty() ? tr("There is no SSH key yet: New key… makes one, and shows where "
                                    "its public half belongs.")
                               : QString();
}

void CredentialCombo::take(int index)
{
    const QString name = itemData(index).toString();
    if (name == newEntry) {
        setCurrentIndex(findData(m_chosen));
        m_awaitsNew = true;
        Q_EMIT newRequested();
        return;
    }
    if (name == m_chosen)
        return;
    m_chosen = name;
    fill(); // one that was not to be had is gone from the list
    Q_EMIT edited(name);
}

} // namespace Batchdesk
