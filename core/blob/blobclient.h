// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/net/transport.h"

#include <QDateTime>
#include <QFuture>
#include <QMap>
#include <QUrl>

#include <memory>

namespace Batchdesk {
class RestClient;
}

namespace Batchdesk::Blob {

//! \brief A blob in a listing, or its properties.
struct BlobItem
{
    QString name;
    qint64 size = 0;        //!< Bytes.
    QString eTag;           //!< Quoted, ready for If-Match.
    QDateTime lastModified; //!< UTC
    QByteArray contentMd5;  //!< 16 raw bytes; empty when none is stored.
    QString contentType;
    QMap<QString, QString> metadata;

    bool operator==(const BlobItem &) const = default;
};

//! \brief A container in a listing, or its properties.
struct ContainerItem
{
    QString name;
    QString eTag;
    QDateTime lastModified; //!< UTC
    QMap<QString, QString> metadata;

    bool operator==(const ContainerItem &) const = default;
};

//! \brief One page of blobs.
struct BlobPage
{
    QList<BlobItem> blobs;
    QList<QString> prefixes; //!< "folders", when a delimiter was given.
    QString nextMarker;      //!< Empty at the end. A page may be empty and still have one.
};

//! \brief One page of containers.
struct ContainerPage
{
    QList<ContainerItem> containers;
    QString nextMarker;
};

//! \brief What List Blobs is asked for.
struct BlobQuery
{
    QString prefix;
    QString delimiter;
    QString marker;
    int maxResults = 5000; //!< 1 to 5000
};

//! \brief What is stored beside a blob's bytes.
struct BlobHeaders
{
    QString contentType = QStringLiteral("application/octet-stream");
    QByteArray contentMd5; //!< 16 raw bytes of the whole blob; empty stores none with block lists.
    QMap<QString, QString> metadata; //!< Names of [a-z0-9]; values ASCII.
    QString ifMatch;                 //!< Replace only this version.
    bool createOnly = false;         //!< If-None-Match: *
};

//! \brief An uploaded block that is not, or no longer, part of the blob.
struct BlockItem
{
    QByteArray id; //!< As put, before base64.
    qint64 size = 0;

    bool operator==(const BlockItem &) const = default;
};

//! \brief Bytes of a blob: from offset on, at most length; length -1 means to the end.
struct BlobRange
{
    qint64 offset = 0;
    qint64 length = -1;
    QString ifMatch; //!< 412 when the blob is no longer this version; empty takes any.
};

//! \brief What came with Get Blob.
struct BlobContent
{
    QByteArray bytes; //!< Empty when a sink took them.
    BlobItem properties;
};

//! \brief Typed operations of Azure Blob Storage, x-ms-version 2021-12-02.
//!
//! Each call is one REST operation (its name stands beside it), gives exactly one outcome and may
//! be made from any thread. Cancelling the future aborts the request. Names may hold anything but
//! "." and ".." segments, which are refused as InvalidInput since they cannot be sent.
class BlobClient
{
public:
    //! \param endpoint https://acct.blob.core.windows.net, or http://127.0.0.1:port/acct.
    //! \param rest signs with the account's key and decodes errors by decodeError().
    BlobClient(const QUrl &endpoint, std::shared_ptr<RestClient> rest);
    ~BlobClient();

    //! \brief The blob's URL without any SAS.
    QUrl blobUrl(const QString &container, const QString &blob) const;
    //! \brief The container's URL without any SAS.
    QUrl containerUrl(const QString &container) const;

    //! \brief List Containers, one page of at most \a maxResults (1 to 5000).
    QFuture<Outcome<ContainerPage>> containers(const QString &prefix = {},
                                               const QString &marker = {}, int maxResults = 5000);
    //! \brief Create Container. Fails with ContainerAlreadyExists, ContainerBeingDeleted.
    QFuture<Outcome<void>> createContainer(const QString &container,
                                           const QMap<QString, QString> &metadata = {});
    //! \brief Get Container Properties.
    QFuture<Outcome<ContainerItem>> containerProperties(const QString &container);
    //! \brief Delete Container.
    QFuture<Outcome<void>> deleteContainer(const QString &container);

    //! \brief List Blobs, one page.
    QFuture<Outcome<BlobPage>> blobs(const QString &container, const BlobQuery &query = {});
    //! \brief Put Blob (block blob, whole, with Content-MD5 checked by the service when given).
    //! Gives the ETag.
    QFuture<Outcome<QString>> putBlob(const QString &container, const QString &blob,
                                      const HttpBody &body, const BlobHeaders &headers = {});
    //! \brief Put Block. All ids of one blob have the same length. \a md5 (16 bytes) is checked
    //! when given.
    QFuture<Outcome<void>> putBlock(const QString &container, const QString &blob,
                                    const QByteArray &id, const HttpBody &body,
                                    const QByteArray &md5 = {});
    //! \brief Put Block List, all as Latest, in this order. Gives the ETag.
    QFuture<Outcome<QString>> putBlockList(const QString &container, const QString &blob,
                                           const QList<QByteArray> &ids,
                                           const BlobHeaders &headers = {});
    //! \brief Get Block List, the uncommitted ones.
    QFuture<Outcome<QList<BlockItem>>> uncommittedBlocks(const QString &container,
                                                         const QString &blob);
    //! \brief Get Blob. An empty blob asked for a range gives no bytes rather than 416.
    QFuture<Outcome<BlobContent>> getBlob(const QString &container, const QString &blob,
                                          const BlobRange &range = {},
                                          std::shared_ptr<ResponseSink> sink = {});
    //! \brief Get Blob Properties.
    QFuture<Outcome<BlobItem>> blobProperties(const QString &container, const QString &blob);
    //! \brief Delete Blob.
    QFuture<Outcome<void>> deleteBlob(const QString &container, const QString &blob);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Batchdesk::Blob
