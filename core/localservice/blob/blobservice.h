// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/auth/sharedkeyheader.h"
#include "core/localservice/clock.h"
#include "core/localservice/http/message.h"
#include "core/localservice/service.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief What the Blob side needs from the house around it.
struct BlobServiceOptions
{
    std::filesystem::path stateDirectory; //!< <state>/blob: index and contents. Must exist.
    Auth::Account account;
    std::shared_ptr<const ServiceClock> clock;
};

//! \brief The Blob endpoint, path style, with its authentication: Shared Key, account SAS, service
//! SAS.
class BlobService
{
public:
    //! \brief Opens or makes the store and removes what a killed service left half-written. Throws
    //! std::runtime_error and its children.
    explicit BlobService(const BlobServiceOptions &options);
    ~BlobService();

    //! \brief Answers one request. Thread-safe.
    Response handle(const Request &request);
    //! \brief Every operation that handle() knows.
    static std::vector<ServiceOperation> operations();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Batchdesk::LocalService
