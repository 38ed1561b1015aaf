// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/blobstore.h"
#include "core/localservice/blob/rows.h"

#include <algorithm>

//! \file The containers of BlobStore.

namespace Batchdesk::LocalService::Blobs {

ContainerRecord BlobStore::requireContainer(const std::string &name)
{
    Statement row(m_database, selectContainers + "WHERE name = ?");
    row.bind(name);
    if (!row.next())
        throw containerNotFound();
    return containerOf(row);
}

ContainerRecord BlobStore::createContainer(const std::string &name, const Metadata &metadata)
{
    const std::lock_guard lock(m_mutex);
    Statement existing(m_database, "SELECT 1 FROM containers WHERE name = ?");
    if (existing.bind(name).next())
        throw BlobError(409, "ContainerAlreadyExists", "The specified container already exists.");
    Statement(m_database, "INSERT INTO containers(name, changed, metadata) VALUES (?, ?, ?)")
        .bind(name)
        .bind(nextChange())
        .bind(packed(metadata))
        .next();
    return requireContainer(name);
}

ContainerRecord BlobStore::container(const std::string &name)
{
    const std::lock_guard lock(m_mutex);
    return requireContainer(name);
}

ContainerRecord BlobStore::changeContainer(const std::string &name,
                                           const ContainerPrecondition &precondition,
                                           const std::function<void(ContainerRecord &)> &edit)
{
    const std::lock_guard lock(m_mutex);
    ContainerRecord record = requireContainer(name);
    precondition(record);
    edit(record);
    Statement(m_database,
              "UPDATE containers SET changed = ?, metadata = ?, policies = ? WHERE name = ?")
        .bind(nextChange())
        .bind(packed(record.metadata))
        .bind(packed(record.policies))
        .bind(name)
        .next();
    return requireContainer(name);
}

ContainerRecord BlobStore::setContainerMetadata(const std::string &name, const Metadata &metadata,
                                                const ContainerPrecondition &precondition)
{
    return changeContainer(name, precondition,
                           [&](ContainerRecord &record) { record.metadata = metadata; });
}

ContainerRecord BlobStore::setContainerPolicies(const std::string &name,
                                                const std::vector<Auth::AccessPolicy> &policies,
                                                const ContainerPrecondition &precondition)
{
    return changeContainer(name, precondition,
                           [&](ContainerRecord &record) { record.policies = policies; });
}

ContainerRecord BlobStore::changeContainerLease(const std::string &name,
                                                const ContainerPrecondition &precondition,
                                                const std::function<void(Lease &)> &edit)
{
    const std::lock_guard lock(m_mutex);
    ContainerRecord record = requireContainer(name);
    precondition(record);
    edit(record.lease);
    Statement(m_database, "UPDATE containers SET lease = ? WHERE name = ?")
        .bind(record.lease.packed())
        .bind(name)
        .next();
    return record;
}

std::optional<Auth::AccessPolicy> BlobStore::policy(const std::string &container,
                                                    const std::string &id)
{
    const std::lock_guard lock(m_mutex);
    Statement row(m_database, selectContainers + "WHERE name = ?");
    if (!row.bind(container).next())
        return std::nullopt;
    for (Auth::AccessPolicy &policy : containerOf(row).policies) {
        if (policy.id == id)
            return std::move(policy);
    }
    return std::nullopt;
}

void BlobStore::deleteContainer(const std::string &name, const ContainerPrecondition &precondition)
{
    const std::lock_guard lock(m_mutex);
    precondition(requireContainer(name));
    const auto files = filesOf("WHERE blob IN (SELECT id FROM blobs WHERE container = ?)", 0, name);
    Transaction transaction(m_database);
    Statement(m_database,
              "DELETE FROM blocks WHERE blob IN (SELECT id FROM blobs WHERE container = ?)")
        .bind(name)
        .next();
    Statement(m_database, "DELETE FROM blobs WHERE container = ?").bind(name).next();
    Statement(m_database, "DELETE FROM containers WHERE name = ?").bind(name).next();
    transaction.commit();
    removeUnused(files);
}

ContainerPage BlobStore::listContainers(const std::string &prefix, const std::string &from,
                                        std::size_t limit)
{
    const std::lock_guard lock(m_mutex);
    Statement row(m_database, selectContainers + "WHERE name >= ? ORDER BY name LIMIT ?");
    row.bind(std::max(prefix, from)).bind(static_cast<std::int64_t>(limit) + 1);
    ContainerPage page;
    while (row.next()) {
        if (!row.text(0).starts_with(prefix))
            break;
        if (page.containers.size() == limit) {
            page.next = row.text(0);
            break;
        }
        page.containers.push_back(containerOf(row));
    }
    return page;
}

} // namespace Batchdesk::LocalService::Blobs
