// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/resultmodel.h"

#include "ui/models/statelook.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

namespace Batchdesk {

ResultModel::Change ResultModel::Change::between(std::shared_ptr<const QList<ResultFile>> before,
                                                 const QList<ResultFile> &files)
{
    Change change;
    change.before = std::move(before);
    change.files = std::make_shared<const QList<ResultFile>>(files);
    QHash<QString, int> rowOf;
    rowOf.reserve(files.size());
    for (qsizetype i = 0; i < files.size(); ++i)
        rowOf.insert(files.at(i).path, int(i));
    change.newRowOf.reserve(std::size_t(change.before->size()));
    for (const ResultFile &file : *change.before)
        change.newRowOf.push_back(rowOf.value(file.path, -1));
    return change;
}

ResultModel::ResultModel(QObject *parent)
    : OrderedModel(parent)
    , m_files(std::make_shared<const QList<ResultFile>>())
{
}

void ResultModel::apply(const Change &change)
{
    if (change.before != m_files || change.isNone())
        return;
    exchangeRows(int(change.files->size()), change.newRowOf,
                 [this, &change] { m_files = change.files; });
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ResultModel::clear()
{
    beginRows();
    m_files = std::make_shared<const QList<ResultFile>>();
    endRows(0);
}

void ResultModel::setFilter(const QString &text)
{
    if (text.trimmed() == m_filter)
        return;
    m_filter = text.trimmed();
    orderNow();
}

const ResultFile &ResultModel::file(const QModelIndex &index) const
{
    return m_files->at(rowAt(index.row()));
}

OrderedModel::MakeRows ResultModel::makeRows(int sortColumn, Qt::SortOrder order) const
{
    return [files = m_files, text = m_filter, sortColumn, order] {
        Rows rows;
        for (qsizetype i = 0; i < files->size(); ++i) {
            if (text.isEmpty() || files->at(i).path.contains(text, Qt::CaseInsensitive))
                rows.push_back(quint32(i));
        }
        const auto sorted = [&](auto isLess) {
            std::stable_sort(rows.begin(), rows.end(), [&](quint32 a, quint32 b) {
                return order == Qt::AscendingOrder ? isLess(files->at(a), files->at(b))
                                                   : isLess(files->at(b), files->at(a));
            });
        };
        using File = const ResultFile &;
        switch (sortColumn) {
        case Name:
            sorted([](File a, File b) { return a.name() < b.name(); });
            break;
        case Folder:
            sorted([](File a, File b) { return a.path < b.path; });
            break;
        case Size:
            sorted([](File a, File b) { return a.size < b.size; });
            break;
        case Modified:
            sorted([](File a, File b) { return a.modified < b.modified; });
            break;
        default:
            break;
        }
        return rows;
    };
}

int ResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ResultFile &of = file(index);
    if (role == IdRole)
        return of.path;
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != SortRole)
        return {};
    switch (index.column()) {
    case Name:
        return of.name();
    case Folder:
        return of.folder();
    case Size:
        if (role == SortRole)
            return of.size;
        return role == Qt::ToolTipRole ? tr("%1 bytes").arg(QLocale().toString(of.size))
                                       : QLocale().formattedDataSize(of.size, 1);
    case Modified:
        if (role == SortRole)
            return of.modified;
        return role == Qt::ToolTipRole
            ? exactTime(of.modified)
            : QLocale().toString(of.modified.toLocalTime(), QLocale::ShortFormat);
    default:
        return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Folder:
        return tr("Folder");
    case Size:
        return tr("Size");
    case Modified:
        return tr("Modified");
    default:
        return {};
    }
}

} // namespace Batchdesk
