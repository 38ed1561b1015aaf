// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/agent/blobconnection.h"
#include "core/localservice/agent/taskrunner.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief Brings the resource files of one attempt into its working directory. For one thread.
//!
//! Files are written beside their place and renamed when complete. The first failure ends it.
class ResourceFetcher
{
public:
    //! \param rewriteUrl asked for the URL to use for a given one; may be null.
    ResourceFetcher(std::filesystem::path workingDirectory,
                    std::function<std::string(const std::string &url)> rewriteUrl,
                    std::stop_token stop, BlobTimeouts timeouts = {});

    //! \brief Get Blob for each httpUrl; List Blobs and Get Blob for each storageContainerUrl.
    //! \return nothing when all files are there; else a failureInfo without any SAS.
    std::optional<FailureInfo> fetch(const std::vector<ResourceFileSpec> &files);

private:
    std::optional<FailureInfo> fetchOne(const ResourceFileSpec &file);
    std::optional<FailureInfo> fetchContainer(const ResourceFileSpec &file,
                                              const BlobUrl &container);
    std::optional<FailureInfo> fetchBlob(const BlobUrl &url, const std::string &filePath,
                                         const std::string &fileMode);
    std::optional<FailureInfo> list(const BlobUrl &container, const std::string &prefix,
                                    const std::string &filePath, std::vector<std::string> &names);
    BlobAnswer download(const BlobUrl &url, const std::filesystem::path &file, int &writeError);
    BlobConnection &connectionTo(const std::string &origin);

    std::filesystem::path m_workingDirectory;
    std::function<std::string(const std::string &url)> m_rewriteUrl;
    std::stop_token m_stop;
    BlobTimeouts m_timeouts;
    std::string m_origin;
    std::unique_ptr<BlobConnection> m_connection;
};

} // namespace Batchdesk::LocalService
