// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace Batchdesk::LocalService::Blobs {

//! \brief CRC-64/NVME, the checksum of x-ms-content-crc64.
class Crc64
{
public:
    void add(const char *data, std::size_t size);
    //! \brief The 8 bytes, lowest first, as they go into the header.
    std::string result() const;

private:
    std::uint64_t m_state = ~std::uint64_t(0);
};

} // namespace Batchdesk::LocalService::Blobs
