// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runfeed.h"
#include "core/run/taskoutput.h"

#include <QWidget>

#include <array>
#include <memory>

class QLabel;
class QPlainTextEdit;
class QTabWidget;

namespace Batchdesk {

class Accounts;
class ElidedLabel;
class Notice;
class OutputView;
class StatePill;
struct Plan;
struct PlannedTask;

//! \brief One task: what it runs, how it stands, and its output as it grows.
class TaskDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit TaskDetail(Accounts *accounts, QWidget *parent = nullptr);
    ~TaskDetail() override;

    //! \brief Shows another task; whatever was read for the former one is dropped at once.
    void showTask(const Plan &plan, const PlannedTask &planned, const RunTask &task);
    //! \brief The shown task changed.
    void update(const RunTask &task);
    //! \brief Shows no task any more, and stops reading.
    void drop();
    //! \brief Whether the run has ended: what has not been written by then never will be.
    void setRunOver(bool over);
    //! \brief The running time grows.
    void tick();
    QString taskId() const { return m_task.id; }

Q_SIGNALS:
    void closeRequested();

private:
    //! One of the two streams: its view, and who reads for it.
    struct Stream
    {
        QString file;
        OutputView *view = nullptr;
        QLabel *line = nullptr; //!< Why there is nothing, or that something is left out.
        std::unique_ptr<TaskOutput> output;
        bool isEmpty = true;
    };

    QWidget *makeHeadRow();
    QWidget *makeFacts();
    QWidget *makeCommand();
    QWidget *makeStream(Stream &stream, const QString &name);
    void showFacts();
    void forgetOutput();
    void startOutput();
    void start(Stream &stream);
    bool mayHaveOutput() const;

    Accounts *m_accounts;
    ElidedLabel *m_name = nullptr;
    StatePill *m_pill = nullptr;
    ElidedLabel *m_idValue = nullptr;
    ElidedLabel *m_nodeValue = nullptr;
    ElidedLabel *m_exitValue = nullptr;
    ElidedLabel *m_timeValue = nullptr;
    QPlainTextEdit *m_command = nullptr;
    Notice *m_failure = nullptr;
    QTabWidget *m_tabs = nullptr;
    std::array<Stream, 2> m_streams;
    RunTask m_task;
    TaskOutput::Source m_source;
    QString m_homeFolder;
    bool m_isRunOver = false;
};

} // namespace Batchdesk
