// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/taskmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;

namespace Batchdesk {

class Accounts;
class LiveTable;
class TaskDetail;

//! \brief The tasks of a run, filtered, and the selected one beside them.
class TaskTab final : public QWidget
{
    Q_OBJECT

public:
    explicit TaskTab(Accounts *accounts, QWidget *parent = nullptr);

    void setTasks(const TaskModel::Tasks &tasks);
    void apply(const QList<RunTask> &news);
    //! \brief Whether the run has ended: what has not ended by then never will.
    void setRunOver(bool over);
    //! \brief The times of what runs and is in sight grow.
    void tick();
    //! \brief Closes the details; false when they were not open.
    bool closeDetail();
    const TaskModel *model() const { return m_model; }

private:
    QWidget *makeFilterRow();
    void applyFilter();
    void showCurrent();
    void updateLine();

    TaskModel *m_model = nullptr;
    QLineEdit *m_filter = nullptr;
    QComboBox *m_state = nullptr;
    QLabel *m_line = nullptr;
    QSplitter *m_splitter = nullptr;
    LiveTable *m_table = nullptr;
    TaskDetail *m_detail = nullptr;
    TaskModel::Tasks m_tasks;
};

} // namespace Batchdesk
