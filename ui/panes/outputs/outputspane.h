// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QWidget>

class QSortFilterProxyModel;
class QStackedWidget;

namespace Batchdesk {

class ElidedLabel;
class FileList;
class FilePreview;
class LiveTable;
class RunDesk;
class RunsModel;

//! \brief What the runs of this user brought home: runs on the left, files on the right, a look
//! into the selected one below.
class OutputsPane final : public QWidget
{
    Q_OBJECT

public:
    //! \param desk has to outlive the pane.
    explicit OutputsPane(RunDesk *desk, QWidget *parent = nullptr);
    ~OutputsPane() override;

public Q_SLOTS:
    //! \brief Shows the files of a run, as soon as the list knows it.
    void showRun(const QString &runId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeRunList();
    QWidget *makeFiles();
    void onListed();
    void selectRun(const QString &runId);
    void openSelected();

    RunDesk *m_desk;
    RunsModel *m_runs = nullptr;
    QSortFilterProxyModel *m_shown = nullptr;
    LiveTable *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_content = nullptr;
    QWidget *m_empty = nullptr;
    ElidedLabel *m_title = nullptr;
    ElidedLabel *m_folder = nullptr;
    FileList *m_files = nullptr;
    FilePreview *m_preview = nullptr;
    QString m_wanted; //!< A run that was asked for and is not in the list yet.
    QString m_shownRun;
    quint64 m_generation = 0;
};

} // namespace Batchdesk
