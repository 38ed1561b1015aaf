// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

//! \brief Who may do what at the embedded service.
namespace Batchdesk::LocalService::Auth {

std::string toBase64(std::string_view bytes);
//! \brief Nothing when \a text is not canonical base64 with padding.
std::optional<std::string> fromBase64(std::string_view text);

//! \brief HMAC-SHA256 in base64, as both Shared Keys and SAS put it into requests.
std::string signatureOf(std::string_view key, std::string_view text);

//! \brief Compares in a time that does not tell how much of the two is the same.
bool equalsInConstantTime(std::string_view a, std::string_view b);

//! \brief \a count bytes that cannot be guessed; throws std::runtime_error when there are none to
//! be had.
std::string randomBytes(std::size_t count);

//! \brief A random GUID, such as request ids are.
std::string randomGuid();

//! \brief MD5 over bytes that come piece by piece: the checksum of Content-MD5.
class Md5
{
public:
    Md5();
    ~Md5();
    Md5(Md5 &&) noexcept;
    Md5 &operator=(Md5 &&) noexcept;

    void add(const char *data, std::size_t size);
    //! \brief The 16 bytes; once.
    std::string result();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Batchdesk::LocalService::Auth
