// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/crc64.h"

#include <array>

namespace Batchdesk::LocalService::Blobs {

namespace {

using Table = std::array<std::uint64_t, 256>;

//! \brief The first table takes one byte further; each next one takes a byte that many places on,
//! so that eight bytes go in one step.
constexpr std::array<Table, 8> makeTables()
{
    constexpr std::uint64_t reflectedPolynomial = 0x9A6C9329AC4BC9B5;
    std::array<Table, 8> tables{};
    for (std::uint64_t byte = 0; byte < 256; ++byte) {
        std::uint64_t value = byte;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) != 0 ? (value >> 1) ^ reflectedPolynomial : value >> 1;
        tables[0][byte] = value;
    }
    for (std::size_t place = 1; place < tables.size(); ++place) {
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint64_t before = tables[place - 1][byte];
            tables[place][byte] = tables[0][before & 0xFF] ^ (before >> 8);
        }
    }
    return tables;
}

constexpr auto tables = makeTables();

std::uint64_t eightBytes(const char *data)
{
    std::uint64_t value = 0;
    for (unsigned i = 0; i < 8; ++i)
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(data[i])) << 8 * i;
    return value;
}

} // namespace

void Crc64::add(const char *data, std::size_t size)
{
    for (; size >= 8; data += 8, size -= 8) {
        const std::uint64_t mixed = m_state ^ eightBytes(data);
        m_state = 0;
        for (unsigned i = 0; i < 8; ++i)
            m_state ^= tables[7 - i][(mixed >> 8 * i) & 0xFF];
    }
    for (; size > 0; ++data, --size)
        m_state = tables[0][(m_state ^ static_cast<unsigned char>(*data)) & 0xFF] ^ (m_state >> 8);
}

std::string Crc64::result() const
{
    std::string bytes;
    for (int shift = 0; shift < 64; shift += 8)
        bytes += static_cast<char>((~m_state >> shift) & 0xFF);
    return bytes;
}

} // namespace Batchdesk::LocalService::Blobs
