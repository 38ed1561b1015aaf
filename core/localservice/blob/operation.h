// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/auth/sharedaccesssignature.h"
#include "core/localservice/blob/blobstore.h"
#include "core/localservice/http/message.h"
#include "core/localservice/service.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Batchdesk::LocalService::Blobs {

//! \brief The part of the account that a request is about.
struct Target
{
    std::string account;
    std::string container; //!< Empty: the account itself.
    std::string blob;      //!< Empty: the container itself.
};

//! \brief Reads /account/container/blob; throws BlobError for names that the service does not have.
Target targetOf(const Request &request);

//! \brief All that an operation works with.
struct OperationContext
{
    BlobStore &store;
    const Request &request;
    Target target;
    const Auth::Account &account;
    ServiceClock::Time now;
    std::string version;      //!< Of the service, that the request is written for.
    bool mayOverwrite = true; //!< False under a SAS that lets blobs be made but not replaced.
    Handler handle;           //!< Answers the requests inside a batch.

    //! \brief The blob, or the snapshot of it, that the request is about.
    BlobAddress address() const
    {
        return {target.container, target.blob, request.query.value("snapshot")};
    }
};

//! \brief One operation of the Blob service: what it needs to be let through, and what carries it
//! out.
struct Operation
{
    std::string_view name; //!< As in the REST reference: "Put Block List".
    Auth::SasUse use;
    Response (*carryOut)(const OperationContext &);
};

//! \brief The operation that method and query ask for. Those that this service does not offer are
//! operations too, refused once the caller is known. Throws BlobError for unknown ones.
Operation operationOf(const Request &request, const Target &target);

//! \brief Every operation of the service by name, method and resource
//! ("/{container}/{blob}?comp=block").
std::vector<ServiceOperation> allOperations();

//! \brief Throws BlobError for headers and parameters that cannot be heeded here: tags, tiers,
//! encryption keys, versions.
void refuseWhatIsNotOffered(const Request &request);

} // namespace Batchdesk::LocalService::Blobs
