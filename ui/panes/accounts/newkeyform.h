// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/panes/accounts/credentialform.h"

namespace Batchdesk {

//! \brief Makes a new SSH key.
class NewKeyForm final : public CredentialForm
{
    Q_OBJECT

public:
    explicit NewKeyForm(Git::Credentials *credentials, QWidget *parent = nullptr);

protected:
    void clear() override;
    bool reveal() override;
    void start(Keep keep, int number) override;
    QWidget *firstEditor() const override;

private:
    void addTypeChoice();

    TextField *m_name = nullptr;
    QRadioButton *m_ed25519 = nullptr;
    QRadioButton *m_rsa = nullptr;
};

} // namespace Batchdesk
