// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/blob/blobclient.h"
#include "tests/support/faketransport.h"

#include <QMap>

#include <functional>
#include <memory>

namespace Batchdesk::Test {

//! \brief As much of a Blob service as the transfer layer talks to, behind a FakeTransport.
class FakeBlobStore
{
public:
    struct StoredBlob
    {
        QByteArray bytes;
        QByteArray eTag;
        QByteArray md5; //!< base64, as stored
    };

    FakeBlobStore();

    //! \brief Stores a blob with a new ETag and, if asked, its MD5.
    void put(const QString &name, const QByteArray &bytes, bool withMd5 = true);
    //! \brief The blob as a listing would have it.
    Blob::BlobItem listed(const QString &name) const;
    //! \brief How many requests had this verb and text in their URL.
    int count(const QByteArray &verb, const QString &inUrl = {}) const;

    std::shared_ptr<FakeTransport> transport = std::make_shared<FakeTransport>();
    std::shared_ptr<Blob::BlobClient> client;
    QMap<QString, StoredBlob> blobs; //!< By name; all in one container.
    QMap<QString, QList<QPair<QByteArray, QByteArray>>> uncommitted; //!< Raw id and bytes, by name.
    //! Asked first; nothing inside passes the request on.
    std::function<std::optional<HttpResponse>(const HttpRequest &)> intercept;
    QString hangOn; //!< Requests with this text in their URL are never answered.

private:
    HttpResponse answerTo(const HttpRequest &request);
    HttpResponse putBlob(const QString &name, const HttpRequest &request);
    HttpResponse putBlock(const QString &name, const QByteArray &id, const HttpRequest &request);
    HttpResponse putBlockList(const QString &name, const HttpRequest &request);
    HttpResponse blockList(const QString &name) const;
    HttpResponse get(const QString &name, const HttpRequest &request) const;

    int m_versions = 0;
};

} // namespace Batchdesk::Test
