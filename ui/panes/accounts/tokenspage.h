// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/credentials.h"

#include <QWidget>

class QVBoxLayout;

namespace Batchdesk {

class CredentialTable;
class Notice;
class TokenForm;

//! \brief The access tokens for repositories over HTTPS: entered, changed, forgotten; never shown.
class TokensPage final : public QWidget
{
    Q_OBJECT

public:
    //! \param credentials has to outlive the page.
    explicit TokensPage(Git::Credentials *credentials, QWidget *parent = nullptr);

private:
    void addForm(QVBoxLayout *layout);
    void addTokenActions(QVBoxLayout *layout);
    void onKept(const Git::Credential &credential);
    void askToForget();
    void forget(const QString &name);

    Git::Credentials *m_credentials = nullptr;
    TokenForm *m_form = nullptr;
    CredentialTable *m_tokens = nullptr;
    Notice *m_notice = nullptr;
    QWidget *m_actions = nullptr;
};

} // namespace Batchdesk
