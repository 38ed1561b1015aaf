// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/transport.h"

#include <QFile>
#include <QIODevice>

namespace Batchdesk {

//! \brief A request's body as QNetworkAccessManager reads it: bytes, or a window on a file.
//!
//! It can be read once only. QNetworkAccessManager silently sends a request again when the server
//! closes without an answer; refusing to rewind turns that into an error, so that the retry is ours
//! and is counted (RestResponse::tries).
class BodyDevice final : public QIODevice
{
public:
    explicit BodyDevice(HttpBody body);

    //! \brief Opens it for reading; false with errorString() when the file cannot give the window.
    bool start();
    //! \brief True when the file ended or failed while it was being sent.
    bool isBroken() const { return m_broken; }

    qint64 size() const override { return m_size; }
    bool seek(qint64 position) override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_bytes;
    QFile m_file;
    qint64 m_offset = 0;
    qint64 m_size = 0;
    qint64 m_read = 0;
    bool m_isFile = false;
    bool m_broken = false;
};

} // namespace Batchdesk
