// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/credentials.h"

#include <QAbstractTableModel>

namespace Batchdesk {

//! \brief The SSH keys or the tokens of this user, by name; their public sides only.
class CredentialModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Kind = Git::Credential::Kind;
    //! \brief Of an SSH key: name, type, fingerprint. Of a token: name, host, user. Then for both
    //! when it came, and how long it is kept.
    enum Column { Name, Second, Third, Made, Kept, ColumnCount };

    explicit CredentialModel(Kind kind, QObject *parent = nullptr);

    //! \brief Shows those of \a all that are of this kind. What is the same stays selected.
    //! \param ofSession names of those that go with this session.
    void setCredentials(const QList<Git::Credential> &all, const QStringList &ofSession);
    //! \brief Row of the one of that name, or -1.
    int rowOf(const QString &name) const;
    const Git::Credential &at(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const Git::Credential &credential, int column) const;
    QString hintOf(const Git::Credential &credential, int column) const;

    Kind m_kind;
    QList<Git::Credential> m_rows;
    QStringList m_ofSession;
};

//! \brief The type of a key as people call it: "Ed25519", "RSA".
QString keyTypeText(const QString &type);

} // namespace Batchdesk
