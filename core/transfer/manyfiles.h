// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/outcome.h"
#include "core/transfer/summary.h"

#include <QList>

#include <algorithm>
#include <memory>
#include <optional>

namespace Batchdesk {

//! \brief The list that the lanes of a transfer of many files take from, and what they report to.
//! Lives in one thread, that of the flow.
template <typename Request>
class ManyFiles : public std::enable_shared_from_this<ManyFiles<Request>>
{
public:
    ManyFiles(QList<Request> requests, qint64 bytesTotal, CancelToken token, ManyProgress progress)
        : m_requests(std::move(requests))
        , m_token(std::move(token))
        , m_report(std::move(progress))
    {
        m_progress.filesTotal = m_requests.size();
        m_progress.bytesTotal = bytesTotal;
    }

    //! \brief How many lanes are worth starting.
    qint64 lanes(int wished) const
    {
        return std::min<qint64>(std::max(1, wished), m_requests.size());
    }
    const CancelToken &token() const { return m_token; }
    const TransferSummary &summary() const { return m_summary; }

    //! \brief The next one; nothing when all are taken, or when the token was cancelled.
    std::optional<Request> next()
    {
        if (m_next >= m_requests.size())
            return std::nullopt;
        if (m_token.isCancelled()) {
            m_summary.cancelled = true;
            return std::nullopt;
        }
        return m_requests.at(m_next++);
    }

    //! \brief Counts the bytes of one file; taken back when it begins again.
    ByteProgress counter()
    {
        return [self = this->shared_from_this(), last = qint64(0)](qint64 done, qint64) mutable {
            self->m_progress.bytesDone += done - last;
            last = done;
            self->report();
        };
    }

    //! \brief A file has come to its end, with so many bytes or with an error.
    void ended(const QString &name, const Outcome<qint64> &bytes)
    {
        if (bytes.ok()) {
            ++m_summary.filesDone;
            m_summary.bytesDone += *bytes;
        } else if (bytes.error().isCancelled()) {
            m_summary.cancelled = true;
            return;
        } else {
            m_summary.failures.append({name, bytes.error()});
        }
        ++m_progress.filesDone;
        report();
    }

    //! \brief A file was left as it is.
    void skipped()
    {
        ++m_summary.filesSkipped;
        ++m_progress.filesDone;
        report();
    }

private:
    void report() const
    {
        if (m_report)
            m_report(m_progress);
    }

    QList<Request> m_requests;
    qsizetype m_next = 0;
    CancelToken m_token;
    ManyProgress m_report;
    TransferProgress m_progress;
    TransferSummary m_summary;
};

} // namespace Batchdesk
