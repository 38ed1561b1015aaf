// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/panes/accounts/credentialform.h"

#include <optional>

namespace Batchdesk {

//! \brief Takes a token for a host, or another one in the place of one that is kept.
class TokenForm final : public CredentialForm
{
    Q_OBJECT

public:
    explicit TokenForm(Git::Credentials *credentials, QWidget *parent = nullptr);

    //! \brief For a new one.
    void openForNew();
    //! \brief For another token of the same name, host and user.
    void openFor(const Git::Credential &credential);

protected:
    void clear() override;
    bool reveal() override;
    void start(Keep keep, int number) override;
    QWidget *firstEditor() const override;

private:
    void present(const std::optional<Git::Credential> &changed);

    TextField *m_name = nullptr;
    TextField *m_host = nullptr;
    TextField *m_user = nullptr;
    TextField *m_token = nullptr;
    std::optional<Git::Credential> m_changed; //!< The one whose token changes.
};

} // namespace Batchdesk
