// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/credentialmodel.h"

#include "ui/models/roles.h"
#include "ui/models/statelook.h"

namespace Batchdesk {

QString keyTypeText(const QString &type)
{
    if (type == QLatin1String("ssh-ed25519"))
        return QStringLiteral("Ed25519");
    if (type == QLatin1String("ssh-rsa"))
        return QStringLiteral("RSA");
    if (type.startsWith(QLatin1String("ecdsa-sha2-")))
        return QStringLiteral("ECDSA");
    return type;
}

CredentialModel::CredentialModel(Kind kind, QObject *parent)
    : QAbstractTableModel(parent)
    , m_kind(kind)
{
}

void CredentialModel::setCredentials(const QList<Git::Credential> &all,
                                     const QStringList &ofSession)
{
    QList<Git::Credential> rows;
    for (const Git::Credential &credential : all) {
        if (credential.kind == m_kind)
            rows << credential;
    }
    if (rows == m_rows && ofSession == m_ofSession)
        return;
    beginResetModel();
    m_rows = rows;
    m_ofSession = ofSession;
    endResetModel();
}

int CredentialModel::rowOf(const QString &name) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).name == name)
            return row;
    }
    return -1;
}

int CredentialModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CredentialModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CredentialModel::textOf(const Git::Credential &credential, int column) const
{
    const bool isKey = m_kind == Kind::SshKey;
    switch (column) {
    case Name:
        return credential.name;
    case Second:
        return isKey ? keyTypeText(credential.publicKey.type) : credential.host;
    case Third:
        return isKey ? credential.publicKey.fingerprint : credential.user;
    case Made:
        return relativeTime(credential.madeAt, QDateTime::currentDateTimeUtc());
    case Kept:
        return m_ofSession.contains(credential.name) ? tr("This session") : tr("Keychain");
    }
    return {};
}

QString CredentialModel::hintOf(const Git::Credential &credential, int column) const
{
    if (column == Made)
        return exactTime(credential.madeAt);
    if (column == Kept && m_ofSession.contains(credential.name))
        return tr("Kept until the window is closed.");
    return textOf(credential, column);
}

QVariant CredentialModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Git::Credential &credential = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(credential, index.column());
    case Qt::ToolTipRole:
        return hintOf(credential, index.column());
    case SortRole:
        return index.column() == Made ? QVariant(credential.madeAt)
                                      : QVariant(textOf(credential, index.column()));
    case IdRole:
        return credential.name;
    default:
        return {};
    }
}

QVariant CredentialModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const bool isKey = m_kind == Kind::SshKey;
    switch (section) {
    case Name:
        return tr("Name");
    case Second:
        return isKey ? tr("Type") : tr("Host");
    case Third:
        return isKey ? tr("Fingerprint") : tr("User");
    case Made:
        return tr("Added");
    case Kept:
        return tr("Kept in");
    }
    return {};
}

} // namespace Batchdesk
