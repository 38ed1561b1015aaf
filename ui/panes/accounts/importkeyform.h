// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/panes/accounts/credentialform.h"

namespace Batchdesk {

//! \brief Takes a private key from a file, which stays as it is. The passphrase is asked for when
//! the key turns out to have one.
class ImportKeyForm final : public CredentialForm
{
    Q_OBJECT

public:
    explicit ImportKeyForm(Git::Credentials *credentials, QWidget *parent = nullptr);

protected:
    void clear() override;
    bool reveal() override;
    void start(Keep keep, int number) override;
    bool explain(const Error &error) override;
    QWidget *firstEditor() const override;

private:
    void addFileField();
    void chooseFile();
    void setFile(const QString &path);

    TextField *m_file = nullptr;
    TextField *m_name = nullptr;
    TextField *m_passphrase = nullptr;
    QPushButton *m_choose = nullptr;
};

} // namespace Batchdesk
