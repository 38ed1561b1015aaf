// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/commandtemplate.h"
#include "ui/models/planneddraft.h"

#include <QAbstractTableModel>

#include <optional>

namespace Batchdesk {

//! \brief The table file → task id → command of a plan. A row's texts are made when it is looked
//! at, so that 100,000 rows cost no more than those on the screen.
class CommandModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { File, Task, Note, Command, ColumnCount };
    enum class Filter {
        All,      //!< In order of their paths.
        Shortest, //!< All, the shortest command line first.
        Longest,  //!< All, the longest first.
        Flagged,  //!< Those that something is wrong with.
    };

    using QAbstractTableModel::QAbstractTableModel;

    //! \brief Shows \a draft; nothing when it is null. The model is reset.
    void setDraft(const DraftPtr &draft);
    //! \brief Shows other rows. The model is reset.
    void setFilter(Filter filter);
    Filter filter() const { return m_filter; }
    qsizetype flaggedCount() const { return m_draft ? qsizetype(m_draft->flagged.size()) : 0; }

    //! \brief Row of the file at \a path, or -1.
    int rowOf(const QString &path) const;
    //! \brief The whole command line of a row as the node's agent will run it; empty while the
    //! settings give no plan.
    QString commandLine(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    qsizetype inputAt(int row) const;
    QString textOf(qsizetype input, int column) const;

    DraftPtr m_draft;
    Filter m_filter = Filter::All;
    std::optional<CommandTemplate> m_command; //!< Only one without errors.
};

} // namespace Batchdesk
