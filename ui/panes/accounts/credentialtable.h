// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/credentials.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace Batchdesk {

class CredentialModel;
class LiveTable;
class Notice;

//! \brief The SSH keys or the tokens in a table, one of which is selected; follows the changes.
class CredentialTable final : public QWidget
{
    Q_OBJECT

public:
    //! \param name object name of the table. \param emptyText what to say while there is none.
    CredentialTable(Git::Credentials *credentials, Git::Credential::Kind kind, const QString &name,
                    const QString &emptyText, QWidget *parent = nullptr);

    //! \brief The one that is selected.
    std::optional<Git::Credential> current() const;
    void select(const QString &name);
    LiveTable *table() const { return m_table; }

Q_SIGNALS:
    //! \brief Another one is selected, none, or it is no longer the same.
    void currentChanged();

private:
    void refresh();

    Git::Credentials *m_credentials = nullptr;
    CredentialModel *m_model = nullptr;
    LiveTable *m_table = nullptr;
    QLabel *m_empty = nullptr;
    Notice *m_notice = nullptr;
};

} // namespace Batchdesk
