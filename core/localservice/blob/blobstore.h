// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/blob/blobtypes.h"
#include "core/localservice/blob/contentfiles.h"
#include "core/localservice/blob/database.h"

#include <mutex>
#include <optional>

namespace Batchdesk::LocalService::Blobs {

//! \brief Containers and blobs on disk: an SQLite index, and one file per block or uploaded blob.
//!
//! A change is on the disk when its function returns. Content is flushed before the index names it
//! and removed after the index forgot it, so that a kill at any moment leaves at most nameless
//! files, which the next start removes. Thread-safe; throws BlobError, DatabaseError and
//! std::system_error.
class BlobStore
{
public:
    BlobStore(const std::filesystem::path &directory, std::shared_ptr<const ServiceClock> clock);

    ContainerRecord createContainer(const std::string &name, const Metadata &metadata);
    ContainerRecord container(const std::string &name);
    ContainerRecord setContainerMetadata(
        const std::string &name, const Metadata &metadata,
        const std::function<void(const ContainerRecord &)> &precondition);
    void deleteContainer(const std::string &name,
                         const std::function<void(const ContainerRecord &)> &precondition);
    ContainerPage listContainers(const std::string &prefix, const std::string &from,
                                 std::size_t limit);

    //! \brief A file to stream content into, for putBlob() or putBlock().
    std::unique_ptr<ContentWriter> newContent() { return m_files.create(); }

    //! \brief Replaces a blob by \a content and drops its uncommitted blocks.
    BlobRecord putBlob(const std::string &container, const std::string &name,
                       const BlobDescription &description, ContentWriter &content,
                       const Precondition &precondition);
    //! \brief The committed blob and its content.
    std::pair<BlobRecord, BlobContent> read(const std::string &container, const std::string &name);
    BlobRecord blob(const std::string &container, const std::string &name);
    BlobRecord setProperties(const std::string &container, const std::string &name,
                             const BlobProperties &properties, const Precondition &precondition);
    BlobRecord setMetadata(const std::string &container, const std::string &name,
                           const Metadata &metadata, const Precondition &precondition);
    //! \brief Deletes a blob, committed or not.
    void deleteBlob(const std::string &container, const std::string &name,
                    const Precondition &precondition);
    BlobPage listBlobs(const BlobListQuery &query);

    void putBlock(const std::string &container, const std::string &name, const std::string &blockId,
                  ContentWriter &content);
    //! \brief Makes the blob consist of \a references and drops all uncommitted blocks.
    BlobRecord putBlockList(const std::string &container, const std::string &name,
                            const std::vector<BlockReference> &references,
                            const BlobDescription &description, const Precondition &precondition);
    BlockLists blockLists(const std::string &container, const std::string &name);

private:
    struct StoredBlock
    {
        std::string id;
        std::string file;
        std::uint64_t size = 0;
    };

    void makeTables();
    void dropForgottenUploads();
    std::int64_t nextChange();
    ContainerRecord requireContainer(const std::string &name);
    std::optional<BlobRecord> find(const std::string &container, const std::string &name);
    BlobRecord requireCommitted(const std::string &container, const std::string &name);
    BlobRecord change(const std::string &container, const std::string &name,
                      const Precondition &precondition,
                      const std::function<void(BlobRecord &)> &edit);
    void save(const std::string &container, BlobRecord &record);
    std::vector<StoredBlock> storedBlocks(std::int64_t blob, bool committed);
    void replaceBlocks(std::int64_t blob, const std::vector<StoredBlock> &blocks);
    std::vector<StoredBlock> resolve(std::int64_t blob,
                                     const std::vector<BlockReference> &references);
    BlobRecord commitBlob(
        const std::string &container, const std::string &name, const BlobDescription &description,
        const Precondition &precondition,
        const std::function<std::vector<StoredBlock>(const BlobRecord *)> &content);
    std::set<std::string> filesOf(const char *condition, std::int64_t blob,
                                  const std::string &container);
    void removeFiles(const std::set<std::string> &names);

    std::mutex m_mutex;
    std::shared_ptr<const ServiceClock> m_clock;
    ContentFiles m_files;
    Database m_database;
    std::int64_t m_lastChange = 0;
};

} // namespace Batchdesk::LocalService::Blobs
