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
//! files, which the next start removes. Copies and snapshots name the files of their source.
//! Thread-safe; throws BlobError, DatabaseError and std::system_error.
class BlobStore
{
public:
    BlobStore(const std::filesystem::path &directory, std::shared_ptr<const ServiceClock> clock);

    using ContainerPrecondition = std::function<void(const ContainerRecord &)>;

    ContainerRecord createContainer(const std::string &name, const Metadata &metadata);
    ContainerRecord container(const std::string &name);
    ContainerRecord setContainerMetadata(const std::string &name, const Metadata &metadata,
                                         const ContainerPrecondition &precondition);
    ContainerRecord setContainerPolicies(const std::string &name,
                                         const std::vector<Auth::AccessPolicy> &policies,
                                         const ContainerPrecondition &precondition);
    //! \brief Changes nothing but the lease, and so no ETag.
    ContainerRecord changeContainerLease(const std::string &name,
                                         const ContainerPrecondition &precondition,
                                         const std::function<void(Lease &)> &edit);
    void deleteContainer(const std::string &name, const ContainerPrecondition &precondition);
    ContainerPage listContainers(const std::string &prefix, const std::string &from,
                                 std::size_t limit);

    //! \brief The stored access policy of that id; nothing when the container has none such, or is
    //! not there.
    std::optional<Auth::AccessPolicy> policy(const std::string &container, const std::string &id);

    //! \brief Asks, before any content is taken in, what putBlob() and putBlock() ask at the end.
    void checkPut(const std::string &container, const std::string &name,
                  const Precondition &precondition);
    //! \brief A file to stream content into, for putBlob() or putBlock().
    std::unique_ptr<ContentWriter> newContent() { return m_files.create(); }

    //! \brief Replaces a blob by \a content and drops its uncommitted blocks.
    BlobRecord putBlob(const std::string &container, const std::string &name,
                       const BlobDescription &description, ContentWriter &content,
                       const Precondition &precondition);
    //! \brief The committed blob and its content.
    std::pair<BlobRecord, BlobContent> read(const BlobAddress &address);
    BlobRecord blob(const BlobAddress &address);
    BlobRecord setProperties(const std::string &container, const std::string &name,
                             const BlobProperties &properties, const Precondition &precondition);
    BlobRecord setMetadata(const std::string &container, const std::string &name,
                           const Metadata &metadata, const Precondition &precondition);
    //! \brief Changes nothing but the lease, and so no ETag.
    BlobRecord changeLease(const std::string &container, const std::string &name,
                           const Precondition &precondition,
                           const std::function<void(Lease &)> &edit);
    //! \brief Deletes a blob, committed or not, or one of its snapshots.
    void deleteBlob(const BlobAddress &address, DeleteScope scope,
                    const Precondition &precondition);
    BlobPage listBlobs(const BlobListQuery &query);

    void putBlock(const std::string &container, const std::string &name, const std::string &blockId,
                  ContentWriter &content, const Precondition &precondition);
    //! \brief Makes the blob consist of \a references and drops all uncommitted blocks.
    BlobRecord putBlockList(const std::string &container, const std::string &name,
                            const std::vector<BlockReference> &references,
                            const BlobDescription &description, const Precondition &precondition);
    BlockLists blockLists(const BlobAddress &address);

    //! \brief Replaces a blob by what another one, or a snapshot, has.
    BlobRecord copyBlob(const std::string &container, const std::string &name, const CopyPlan &plan,
                        const Precondition &sourcePrecondition, const Precondition &precondition);
    //! \brief Keeps a blob as it is under the time of now. \return the snapshot.
    BlobRecord createSnapshot(const std::string &container, const std::string &name,
                              const std::optional<Metadata> &metadata,
                              const Precondition &precondition);

    //! \brief A setting of the service by its name; empty when it was never set.
    std::string setting(const std::string &name);
    void setSetting(const std::string &name, const std::string &value);

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
    ContainerRecord changeContainer(const std::string &name,
                                    const ContainerPrecondition &precondition,
                                    const std::function<void(ContainerRecord &)> &edit);
    std::optional<BlobRecord> find(const BlobAddress &address);
    BlobRecord requireCommitted(const BlobAddress &address);
    BlobRecord change(const std::string &container, const std::string &name,
                      const Precondition &precondition,
                      const std::function<void(BlobRecord &)> &edit);
    void insert(const std::string &container, BlobRecord &record, std::int64_t changed,
                std::int64_t created);
    void save(const std::string &container, BlobRecord &record);
    std::vector<StoredBlock> storedBlocks(std::int64_t blob, bool committed);
    void replaceBlocks(std::int64_t blob, const std::vector<StoredBlock> &blocks);
    std::vector<StoredBlock> resolve(std::int64_t blob,
                                     const std::vector<BlockReference> &references);
    void refuseBlockThatDoesNotFit(std::int64_t blob, const std::string &blockId, bool replaces);
    BlobRecord commitBlob(
        const std::string &container, const std::string &name, const BlobDescription &description,
        const Precondition &precondition,
        const std::function<std::vector<StoredBlock>(const BlobRecord *)> &content);
    std::vector<std::int64_t> idsOf(const std::string &container, const std::string &name,
                                    bool snapshots);
    //! \brief Deletes these blobs, their blocks, and the files that nothing names any more.
    void erase(const std::vector<std::int64_t> &ids);
    std::set<std::string> filesOf(const char *condition, std::int64_t blob,
                                  const std::string &container);
    //! \brief Removes those of \a names that no block is in any more.
    void removeUnused(const std::set<std::string> &names);

    std::mutex m_mutex;
    std::shared_ptr<const ServiceClock> m_clock;
    ContentFiles m_files;
    Database m_database;
    std::int64_t m_lastChange = 0;
};

} // namespace Batchdesk::LocalService::Blobs
