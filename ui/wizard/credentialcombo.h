// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/credentials.h"
#include "core/git/gitaddress.h"

#include <QComboBox>
#include <QList>

#include <optional>

namespace Batchdesk {

//! \brief The SSH keys for an SSH address, the tokens of its host for an HTTPS one, and a way to
//! another one. What is chosen and not to be had stays chosen, and says so.
class CredentialCombo final : public QComboBox
{
    Q_OBJECT

public:
    explicit CredentialCombo(QWidget *parent = nullptr);

    void setCredentials(const QList<Git::Credential> &credentials);
    void setAddress(const std::optional<Git::Address> &address);
    void setChosen(const QString &name);
    QString chosen() const { return m_chosen; }
    //! \brief The chosen one; nothing when it is not known here.
    std::optional<Git::Credential> credential() const;
    //! \brief What to know of the choice, in a sentence; may be empty.
    QString hint() const;

Q_SIGNALS:
    //! \brief The user chose another one.
    void edited(const QString &name);
    //! \brief The user wants one that is not there yet. The first one that then comes is chosen.
    void newRequested();

private:
    bool fits(const Git::Credential &credential) const;
    QList<Git::Credential> fitting() const;
    bool isHttps() const { return m_address && !m_address->isSsh(); }
    void fill();
    void take(int index);

    QList<Git::Credential> m_credentials;
    std::optional<Git::Address> m_address;
    QString m_chosen;
    bool m_awaitsNew = false;
};

} // namespace Batchdesk
