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

//! \brief How far a copy into a blob is.
struct CopyState
{
    QString id;     //!< Of the copy; empty when the blob was never copied to.
    QString status; //!< "success", "pending", "failed", "aborted"
    QString reason; //!< Why it failed.

    bool isPending() const { return status == QLatin1String("pending"); }
    bool operator==(const CopyState &) const = default;
};

//! \brief A blob in a listing, or its properties.
struct BlobItem
{
    QString name;
    qint64 size = 0;        //!< Bytes.
    QString eTag;           //!< Quoted, ready for If-Match.
    QDateTime lastModified; //!< UTC
    QByteArray contentMd5;  //!< 16 raw bytes; empty when none is stored.
    QString contentType;
    QString contentEncoding;
    QString contentLanguage;
    QString contentDisposition;
    QString cacheControl;
    QMap<QString, QString> metadata;
    CopyState copy; //!< Not in listings.

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

//! \brief What Set Blob Properties stores: all of it, and what is empty is removed.
struct BlobProperties
{
    QString contentType;
    QString contentEncoding;
    QString contentLanguage;
    QString contentDisposition;
    QString cacheControl;
    QByteArray contentMd5; //!< 16 raw bytes; not checked by the service.

    //! \brief Those that a blob has, to change some of them.
    static BlobProperties of(const BlobItem &blob);
    bool operator==(const BlobProperties &) const = default;
};

//! \brief Where a copy comes from, and what the new blob has.
struct BlobCopy
{
    QString sourceContainer; //!< Of the same account.
    QString sourceBlob;
    QMap<QString, QString> metadata; //!< Empty takes the source's.
    QString sourceIfMatch;           //!< Only this version of the source.
    QString ifMatch;                 //!< Replace only this version of the target.
    bool createOnly = false;         //!< If-None-Match: *

    bool operator==(const BlobCopy &) const = default;
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
//!
//! What is not there fails with ContainerNotFound or BlobNotFound (NotFound). Where an ifMatch is
//! taken, an ETag makes the call fail with ConditionNotMet (412, Conflict) when the blob has
//! changed since; createOnly fails with BlobAlreadyExists (AlreadyExists).
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
    //! \brief Get Container Properties, to learn whether there is one.
    QFuture<Outcome<bool>> containerExists(const QString &container);
    //! \brief Get Container Metadata.
    QFuture<Outcome<QMap<QString, QString>>> containerMetadata(const QString &container);
    //! \brief Set Container Metadata: replaces all of it.
    QFuture<Outcome<void>> setContainerMetadata(const QString &container,
                                                const QMap<QString, QString> &metadata);
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
    //! \brief Get Block List, those the blob is made of, in its order; none for one put whole.
    QFuture<Outcome<QList<BlockItem>>> committedBlocks(const QString &container,
                                                       const QString &blob);
    //! \brief Get Blob. An empty blob asked for a range gives no bytes rather than 416.
    QFuture<Outcome<BlobContent>> getBlob(const QString &container, const QString &blob,
                                          const BlobRange &range = {},
                                          std::shared_ptr<ResponseSink> sink = {});
    //! \brief Get Blob Properties.
    QFuture<Outcome<BlobItem>> blobProperties(const QString &container, const QString &blob);
    //! \brief Get Blob Properties, to learn whether there is one; a missing container has none.
    QFuture<Outcome<bool>> blobExists(const QString &container, const QString &blob);
    //! \brief Set Blob Properties. Gives the ETag.
    QFuture<Outcome<QString>> setBlobProperties(const QString &container, const QString &blob,
                                                const BlobProperties &properties,
                                                const QString &ifMatch = {});
    //! \brief Get Blob Metadata.
    QFuture<Outcome<QMap<QString, QString>>> blobMetadata(const QString &container,
                                                          const QString &blob);
    //! \brief Set Blob Metadata: replaces all of it. Gives the ETag.
    QFuture<Outcome<QString>> setBlobMetadata(const QString &container, const QString &blob,
                                              const QMap<QString, QString> &metadata,
                                              const QString &ifMatch = {});
    //! \brief Copy Blob: begins to copy a blob of this account to \a blob. While it is pending,
    //! blobProperties() says how far it is; see also copyBlob() in core/transfer.
    QFuture<Outcome<CopyState>> startCopy(const QString &container, const QString &blob,
                                          const BlobCopy &copy);
    //! \brief Abort Copy Blob; leaves an empty blob. Fails with NoPendingCopyOperation.
    QFuture<Outcome<void>> abortCopy(const QString &container, const QString &blob,
                                     const QString &copyId);
    //! \brief Delete Blob.
    QFuture<Outcome<void>> deleteBlob(const QString &container, const QString &blob,
                                      const QString &ifMatch = {});

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Batchdesk::Blob
