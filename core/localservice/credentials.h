// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief What <state>/credentials.json keeps from start to start.
struct Credentials
{
    std::string account;
    std::string key;             //!< Base64 of 64 random bytes.
    std::uint16_t batchPort = 0; //!< Of the last start; 0: none yet.
    std::uint16_t blobPort = 0;
    std::vector<std::uint16_t> formerBlobPorts; //!< That URLs in stored tasks may still name.

    bool operator==(const Credentials &) const = default;
};

//! \brief Reads \a file, or makes new credentials when there is none. Throws ServiceError when the
//! file is damaged.
Credentials loadCredentials(const std::filesystem::path &file);

//! \brief Writes \a file, mode 0600. Throws std::system_error.
void saveCredentials(const std::filesystem::path &file, const Credentials &credentials);

//! \brief Notes that the Blob endpoint is now at \a port and was, if elsewhere, at the port before.
void moveBlobPort(Credentials &credentials, std::uint16_t port);

//! \brief \a url, or when it names our account at a former port, the same at the present one.
std::string currentBlobUrl(const Credentials &credentials, const std::string &url);

} // namespace Batchdesk::LocalService
