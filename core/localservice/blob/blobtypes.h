// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/auth/sharedaccesssignature.h"
#include "core/localservice/blob/contentfiles.h"
#include "core/localservice/blob/lease.h"
#include "core/localservice/clock.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace Batchdesk::LocalService::Blobs {

//! \brief x-ms-meta-*: names keep their case.
using Metadata = std::vector<std::pair<std::string, std::string>>;

//! \brief The HTTP properties of a blob.
struct BlobProperties
{
    std::string contentType;
    std::string contentEncoding;
    std::string contentLanguage;
    std::string contentDisposition;
    std::string cacheControl;
    std::string contentMd5; //!< Base64; empty: none stored.

    //! \brief Takes from \a other what is empty here.
    void fillFrom(const BlobProperties &other);
};

//! \brief A container as it is stored.
struct ContainerRecord
{
    std::string name;
    std::string etag; //!< Without quotes.
    ServiceClock::Time lastModified;
    Metadata metadata;
    Lease lease;
    std::vector<Auth::AccessPolicy> policies; //!< At most five.
};

//! \brief How the content of a blob came to be copied; gone with the next change of the content.
struct CopyState
{
    std::string id;     //!< Empty: it is no copy.
    std::string source; //!< A URL without its query, which may hold a signature.
    std::uint64_t length = 0;
    ServiceClock::Time completed;
};

//! \brief A blob as it is stored, its content aside.
struct BlobRecord
{
    std::int64_t id = 0;
    std::string name;
    std::string snapshot;   //!< The time that names a snapshot; empty for the blob itself.
    bool committed = false; //!< False for blobs of which there are uncommitted blocks only.
    std::uint64_t length = 0;
    std::string etag; //!< Without quotes.
    ServiceClock::Time created;
    ServiceClock::Time lastModified;
    BlobProperties properties;
    Metadata metadata;
    Lease lease;
    CopyState copy;
};

//! \brief What an upload says of the blob beside its content.
struct BlobDescription
{
    BlobProperties properties;
    Metadata metadata;
    CopyState copy;
};

//! \brief Which blob, or which snapshot of it.
struct BlobAddress
{
    std::string container;
    std::string name;
    std::string snapshot; //!< Empty: the blob itself.
};

//! \brief What a copy takes over from its source, and what it does not.
struct CopyPlan
{
    BlobAddress source;
    std::string shownSource;                  //!< A URL without its query.
    std::string id;                           //!< Empty: the copy is not to be told as one.
    std::optional<Metadata> metadata;         //!< Nothing: as the source has it.
    std::optional<BlobProperties> properties; //!< Nothing: as the source has them.
    bool keepBlockIds = true;
};

//! \brief What Delete Blob is to delete.
enum class DeleteScope { Blob, BlobAndSnapshots, SnapshotsOnly };

//! \brief The content of a blob as it was at one moment, readable for as long as it is held.
class BlobContent
{
public:
    void add(std::shared_ptr<const ContentFile> file, std::uint64_t length);
    bool read(std::uint64_t offset, std::uint64_t length,
              const std::function<bool(const char *, std::size_t)> &sink) const;

private:
    struct Part
    {
        std::shared_ptr<const ContentFile> file;
        std::uint64_t begin;
        std::uint64_t length;
    };
    std::vector<Part> m_parts;
    std::uint64_t m_length = 0;
};

//! \brief A block of a blob, committed or not.
struct Block
{
    std::string id; //!< Base64, as sent.
    std::uint64_t size = 0;
};

//! \brief What Get Block List answers.
struct BlockLists
{
    BlobRecord blob;
    std::vector<Block> committed;   //!< In blob order.
    std::vector<Block> uncommitted; //!< By id.
};

//! \brief One line of Put Block List.
struct BlockReference
{
    enum class From { Latest, Uncommitted, Committed };

    From from = From::Latest;
    std::string id;
};

//! \brief Asked under the store's lock with the committed blob that is there, or null; throws
//! BlobError to forbid the change.
using Precondition = std::function<void(const BlobRecord *existing)>;

//! \brief One page of List Containers.
struct ContainerPage
{
    std::vector<ContainerRecord> containers;
    std::string next; //!< Where the following page begins; empty at the end.
};

//! \brief What List Blobs was asked for.
struct BlobListQuery
{
    std::string container;
    std::string prefix;
    std::string delimiter;
    std::string from;
    std::size_t limit = 5000;
    bool uncommitted = false;
    bool snapshots = false;
};

//! \brief A blob, or all blobs that share a beginning up to the delimiter.
struct BlobListEntry
{
    std::string prefix; //!< Empty for a blob.
    BlobRecord blob;
};

//! \brief One page of List Blobs.
struct BlobPage
{
    std::vector<BlobListEntry> entries;
    std::string next; //!< Where the following page begins; empty at the end.
};

} // namespace Batchdesk::LocalService::Blobs
