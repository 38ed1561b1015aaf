// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/commandmodel.h"

#include "core/plan/imagecatalogue.h"
#include "core/plan/taskids.h"
#include "ui/models/roles.h"

#include <algorithm>

namespace Batchdesk {

void CommandModel::setDraft(const DraftPtr &draft)
{
    beginResetModel();
    m_draft = draft;
    m_command.reset();
    if (draft) {
        const auto image = ImageCatalogue::shipped().resolve(draft->settings.pool.image);
        CommandTemplate command = CommandTemplate::parse(
            draft->settings.task.command, image ? image->os : ImageChoice::Os::Linux);
        if (command.errors().isEmpty())
            m_command = std::move(command);
    }
    endResetModel();
}

void CommandModel::setFilter(Filter filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    endResetModel();
}

qsizetype CommandModel::inputAt(int row) const
{
    const auto at = size_t(row);
    switch (m_filter) {
    case Filter::Flagged:
        return m_draft->flagged[at];
    case Filter::Shortest:
        return m_draft->byLength.empty() ? row : qsizetype(m_draft->byLength[at]);
    case Filter::Longest:
        return m_draft->byLength.empty() ? row : qsizetype(*(m_draft->byLength.rbegin() + row));
    case Filter::All:
        break;
    }
    return row;
}

int CommandModel::rowOf(const QString &path) const
{
    const qsizetype input = m_draft ? inputIndexOf(m_draft->listing, path) : -1;
    if (input < 0)
        return -1;
    for (int row = m_filter == Filter::All ? int(input) : 0; row < rowCount(); ++row) {
        if (inputAt(row) == input)
            return row;
    }
    return -1;
}

QString CommandModel::commandLine(int row) const
{
    if (!m_draft || row < 0 || row >= rowCount())
        return {};
    const QList<PlannedTask> &tasks = m_draft->result.plan.tasks;
    const qsizetype input = inputAt(row);
    return input < tasks.size() ? tasks.at(input).commandLine : QString();
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_draft)
        return 0;
    return m_filter == Filter::Flagged ? int(m_draft->flagged.size())
                                       : int(m_draft->listing.inputs.size());
}

int CommandModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CommandModel::textOf(qsizetype input, int column) const
{
    const QString &path = m_draft->listing.inputs.at(input).path;
    switch (column) {
    case File:
        return path;
    case Task:
        return taskIdFor(path);
    case Note:
        return m_draft->flags.value(quint32(input));
    case Command:
        return m_command ? m_command->expand(path, input + 1) : QString();
    }
    return {};
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const qsizetype input = inputAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case SortRole:
        return textOf(input, index.column());
    case IdRole:
        return m_draft->listing.inputs.at(input).path;
    case ToneRole:
        return index.column() == Note && m_draft->flags.contains(quint32(input))
            ? QVariant(int(Tone::Warning))
            : QVariant();
    default:
        return {};
    }
}

QVariant CommandModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case File:
        return tr("File");
    case Task:
        return tr("Task");
    case Note:
        return tr("Note");
    case Command:
        return tr("Command");
    }
    return {};
}

} // namespace Batchdesk
