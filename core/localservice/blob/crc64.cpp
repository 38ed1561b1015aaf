// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/crc64.h"

#include <array>

namespace Batchdesk::LocalService::Blobs {

namespace {

constexpr std::array<std::uint64_t, 256> makeTable()
{
    constexpr std::uint64_t reflectedPolynomial = 0x9A6C9329AC4BC9B5;
    std::array<std::uint64_t, 256> table{};
    for (std::uint64_t byte = 0; byte < table.size(); ++byte) {
        std::uint64_t value = byte;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) != 0 ? (value >> 1) ^ reflectedPolynomial : value >> 1;
        table[byte] = value;
    }
    return table;
}

constexpr auto table = makeTable();

} // namespace

void Crc64::add(const char *data, std::size_t size)
{
    for (std::size_t i = 0; i < size; ++i)
        m_state = table[(m_state ^ static_cast<unsigned char>(data[i])) & 0xFF] ^ (m_state >> 8);
}

std::string Crc64::result() const
{
    std::string bytes;
    for (int shift = 0; shift < 64; shift += 8)
        bytes += static_cast<char>((~m_state >> shift) & 0xFF);
    return bytes;
}

} // namespace Batchdesk::LocalService::Blobs
