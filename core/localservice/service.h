// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief How "This computer" is set up.
struct ServiceOptions
{
    std::filesystem::path
        stateDirectory; //!< Made if missing, mode 0700. One service at a time (lock).
    int maxNodes = 0;   //!< Over all pools; what a pool asks beyond it ends in resizeErrors. 0: one
                        //!< per processor.
    std::uint16_t batchPort =
        0; //!< 0: the port of the last start on this folder if it is free, else any.
    std::uint16_t blobPort = 0;
    std::filesystem::path
        requestLog; //!< A line of JSON for each answer goes to its end; empty: none.
};

//! \brief One operation that the service answers.
struct ServiceOperation
{
    std::string service; //!< "batch" or "blob".
    std::string name;    //!< "Pool_Add", "Put Block List".
    std::string method;  //!< Several are separated by spaces.
    std::string path;    //!< "/pools/{}/resize".
};

//! \brief Every operation of both endpoints, those that are always refused among them.
std::vector<ServiceOperation> serviceOperations();

//! \brief Where a running service is and how to sign for it.
struct ServiceEndpoints
{
    std::string batchEndpoint; //!< http://127.0.0.1:port
    std::string blobEndpoint;  //!< http://127.0.0.1:port/account
    std::string account;       //!< Of Batch and Storage alike.
    std::string key; //!< Base64; random, made on the first start on a folder and kept there (0600).

    //! \brief DefaultEndpointsProtocol=http;AccountName=…;AccountKey=…;BlobEndpoint=…;
    std::string storageConnectionString() const;
};

//! \brief Why the service could not start: a sentence for a person that says what to do.
class ServiceError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

//! \brief Another service has the state folder: use that one.
class StateInUse final : public ServiceError
{
public:
    using ServiceError::ServiceError;
};

//! \brief "This computer": Batch and Blob endpoints on loopback whose tasks are real processes.
//!
//! All state is under stateDirectory and on disk before a request is answered, so that a service
//! killed at any moment and started again on the same folder goes on where it was.
class Service
{
public:
    //! \brief Starts it; throws ServiceError (folder not writable, in use by another service).
    explicit Service(const ServiceOptions &options);
    //! \brief Stops accepting, ends running processes (they are requeued on the next start), writes
    //! all out.
    ~Service();

    const ServiceEndpoints &endpoints() const;
    //! \brief True when no pool has nodes and no job is active: nothing would be lost by ending
    //! now.
    bool isIdle() const;
    //! \brief How long ago the last request came in; since the start when none came.
    std::chrono::milliseconds quietFor() const;

    //! \brief Writes stateDirectory/connection.env, mode 0600: the four variables that az and the
    //! SDKs read.
    std::filesystem::path writeConnectionFile() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Batchdesk::LocalService
