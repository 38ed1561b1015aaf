// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/agent/blobconnection.h"
#include "core/localservice/agent/glob.h"
#include "core/localservice/agent/taskdirectory.h"
#include "core/localservice/agent/taskrunner.h"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief Uploads the output files of one attempt when its command has ended. For one thread.
//!
//! What was uploaded, and what was not, is written to fileuploadout.txt and fileuploaderr.txt by
//! blob name. One file that fails does not keep the others from being uploaded.
class OutputUploader
{
public:
    //! \brief Sizes in bytes; tests make them small.
    struct Limits
    {
        std::uint64_t singlePut = 64ull << 20; //!< Larger files go up in blocks.
        std::uint64_t block = 8ull << 20; //!< Grows for files that would need more than 50,000.
    };

    //! \param environment of the task, for variables in patterns.
    //! \param rewriteUrl asked for the URL to use for a given one; may be null.
    OutputUploader(const TaskDirectory &directory, std::map<std::string, std::string> environment,
                   std::function<std::string(const std::string &url)> rewriteUrl,
                   std::stop_token stop);

    void setLimits(Limits limits) { m_limits = limits; }

    //! \brief Put Blob, or Put Block and Put Block List, for each file of each output whose
    //! condition holds. \return the first failure, without any SAS; nothing when all went up.
    std::optional<FailureInfo> upload(const std::vector<OutputFileSpec> &outputs,
                                      bool commandSucceeded);

private:
    void uploadOutput(const OutputFileSpec &output);
    void uploadFile(const OutputFileSpec &output, const BlobUrl &container, const GlobMatch &match,
                    const std::string &blobName);
    BlobAnswer send(const BlobUrl &url, const RequestHeaders &headers, std::istream &file,
                    std::uint64_t size);
    BlobAnswer sendBlocks(const BlobUrl &url, const RequestHeaders &headers, std::istream &file,
                          std::uint64_t size);
    void fail(const std::string &code, const std::string &message, const std::string &file,
              const std::string &blobName, const std::string &reason);
    BlobConnection &connectionTo(const std::string &origin);

    TaskDirectory m_directory;
    std::map<std::string, std::string> m_environment;
    std::function<std::string(const std::string &url)> m_rewriteUrl;
    std::stop_token m_stop;
    Limits m_limits;
    std::string m_origin;
    std::unique_ptr<BlobConnection> m_connection;
    std::optional<FailureInfo> m_failure;
};

} // namespace Batchdesk::LocalService
