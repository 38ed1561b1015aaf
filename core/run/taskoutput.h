// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

namespace Batchdesk {

class Accounts;

//! \brief Follows stdout.txt or stderr.txt of one task as it grows: from its node while it runs,
//! from the results at home afterwards.
//!
//! Lives on the thread that made it and never blocks it. Ends by itself when the task has ended and
//! all was read; stopped by being destroyed. Of a file larger than maxBytes the end is read.
class TaskOutput final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 maxBytes = 1024 * 1024;

    //! \brief Which stream of which task of which run.
    struct Source
    {
        QString account;
        QString jobId;
        QString taskId;
        QString file;     //!< "stdout.txt" or "stderr.txt"
        QString homeFile; //!< Where it stands once brought home.
    };

    TaskOutput(const Source &source, Accounts *accounts, QObject *parent = nullptr);
    ~TaskOutput() override;

    void start();
    //! \brief The task has ended: what is there now is all there will be.
    void setTaskEnded();

Q_SIGNALS:
    //! \brief More of it. \a skipped bytes before it were left out (only with the first).
    void grown(const QByteArray &bytes, qint64 skipped);
    //! \brief All was read.
    void ended();
    //! \brief It cannot be read now, and why; tried again while the task runs.
    void failed(const Batchdesk::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Batchdesk
