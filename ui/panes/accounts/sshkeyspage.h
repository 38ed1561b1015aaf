// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/credentials.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace Batchdesk {

class CredentialTable;
class ImportKeyForm;
class KeyGuides;
class NewKeyForm;
class Notice;

//! \brief The SSH keys: made, imported, forgotten here; only their public halves can be had again.
class SshKeysPage final : public QWidget
{
    Q_OBJECT

public:
    //! \param credentials has to outlive the page.
    explicit SshKeysPage(Git::Credentials *credentials, QWidget *parent = nullptr);

private:
    void addForms(QVBoxLayout *layout);
    void addKeyActions(QVBoxLayout *layout);
    void showCurrent();
    void onKept(const Git::Credential &credential);
    void savePublicKey();
    void writePublicKey(const QString &path, const QString &line);
    void askToForget();
    void forget(const QString &name);

    Git::Credentials *m_credentials = nullptr;
    NewKeyForm *m_newForm = nullptr;
    ImportKeyForm *m_importForm = nullptr;
    CredentialTable *m_keys = nullptr;
    Notice *m_notice = nullptr;
    QWidget *m_actions = nullptr;
    KeyGuides *m_guides = nullptr;
};

} // namespace Batchdesk
