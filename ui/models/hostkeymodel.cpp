// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/hostkeymodel.h"

#include "ui/models/credentialmodel.h"
#include "ui/models/roles.h"

namespace Batchdesk {

namespace {

//! The address that known_hosts calls "host" or "[host]:port".
Git::Address addressOf(const QString &name)
{
    Git::Address address;
    address.host = name;
    const qsizetype end = name.lastIndexOf(QLatin1String("]:"));
    if (name.startsWith(QLatin1Char('[')) && end > 0) {
        address.host = name.mid(1, end - 1);
        address.port = name.mid(end + 2).toInt();
    }
    return address;
}

} // namespace

QList<HostKeyModel::Row> pinnedKeys(const Git::KnownHosts &knownHosts)
{
    QList<HostKeyModel::Row> rows;
    for (const QString &host : knownHosts.hosts()) {
        for (const Git::HostKey &key : knownHosts.keysOf(addressOf(host)))
            rows << HostKeyModel::Row{host, key};
    }
    return rows;
}

void HostKeyModel::setRows(const QList<Row> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int HostKeyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HostKeyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString HostKeyModel::textOf(const Row &row, int column) const
{
    switch (column) {
    case Host:
        return row.host;
    case Type:
        return keyTypeText(row.key.type);
    case Fingerprint:
        return row.key.fingerprint;
    case Published: {
        const Git::PublishedHost host = Git::publishedHost(addressOf(row.host).host);
        if (!host.isKnown())
            return tr("You trusted it");
        return host.fingerprints.contains(row.key.fingerprint)
            ? tr("Published by %1").arg(host.title)
            : tr("Not published by %1").arg(host.title);
    }
    }
    return {};
}

QVariant HostKeyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case SortRole:
        return textOf(row, index.column());
    case IdRole:
        return row.host;
    default:
        return {};
    }
}

QVariant HostKeyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Host:
        return tr("Host");
    case Type:
        return tr("Type");
    case Fingerprint:
        return tr("Fingerprint");
    case Published:
        return tr("Compared with");
    }
    return {};
}

} // namespace Batchdesk
