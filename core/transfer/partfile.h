// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/net/transport.h"

#include <QFile>
#include <QFuture>
#include <QString>

namespace Batchdesk {

//! \brief The file "<target>.part" that a download grows in, and "<target>.part.tag" that says
//! which version of the blob it holds the beginning of.
class PartFile
{
public:
    explicit PartFile(const QString &target);

    const QString &path() const { return m_path; }
    //! \brief How many bytes of that version (its ETag) are there already; 0 when it is another's.
    qint64 resumableBytes(const QString &eTag, qint64 size) const;
    //! \brief Makes it worth keeping: whoever comes next with this ETag goes on where it ends.
    Outcome<void> tag(const QString &eTag) const;
    //! \brief Removes both files.
    void discard() const;
    //! \brief Removes it unless it was tagged.
    void discardUntagged() const;
    //! \brief Syncs it to disk and puts it in the target's place in one step, in the transfer pool.
    QFuture<Outcome<void>> commit() const;

private:
    QString m_target;
    QString m_path;
    QString m_tagPath;
};

//! \brief Writes an answer's body into a file from an offset on.
class FileSink final : public ResponseSink
{
public:
    FileSink(const QString &path, qint64 offset, qint64 expected);

    bool restart() override;
    bool write(QByteArrayView bytes) override;
    QString errorText() const override { return m_errorText; }
    //! \brief Bytes of the last try; to be asked for when the request has ended.
    qint64 written() const { return m_written; }

private:
    bool fail();

    QFile m_file;
    qint64 m_offset;
    qint64 m_expected;
    qint64 m_written = 0;
    QString m_errorText;
};

} // namespace Batchdesk
