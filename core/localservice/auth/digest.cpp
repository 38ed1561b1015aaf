// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/digest.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>
#include <stdexcept>

namespace Batchdesk::LocalService::Auth {

namespace {

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

} // namespace

std::string toBase64(std::string_view bytes)
{
    // EVP_EncodeBlock writes a NUL behind the text.
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()), bytesOf(bytes),
                    static_cast<int>(bytes.size()));
    text.pop_back();
    return text;
}

std::optional<std::string> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    std::string bytes(text.size() / 4 * 3, '\0');
    if (!text.empty()
        && EVP_DecodeBlock(reinterpret_cast<unsigned char *>(bytes.data()), bytesOf(text),
                           static_cast<int>(text.size()))
            < 0)
        return std::nullopt;
    for (std::size_t i = text.size(); i > 0 && text[i - 1] == '=' && !bytes.empty(); --i)
        bytes.pop_back();
    // Decoding is lenient with white space, padding and stray bits; encoding is not.
    if (toBase64(bytes) != text)
        return std::nullopt;
    return bytes;
}

std::string signatureOf(std::string_view key, std::string_view text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    if (!HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytesOf(text), text.size(),
              digest.data(), &length))
        throw std::runtime_error("HMAC-SHA256 is not available");
    return toBase64({reinterpret_cast<const char *>(digest.data()), length});
}

bool equalsInConstantTime(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string randomBytes(std::size_t count)
{
    std::string bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(bytes.data()), static_cast<int>(count)) != 1)
        throw std::runtime_error("no random numbers are available");
    return bytes;
}

std::string randomGuid()
{
    std::string bytes = randomBytes(16);
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += '-';
        text += digits[static_cast<unsigned char>(bytes[i]) >> 4];
        text += digits[static_cast<unsigned char>(bytes[i]) & 15];
    }
    return text;
}

class Md5::Private
{
public:
    Private()
        : context(EVP_MD_CTX_new())
    {
        if (!context || EVP_DigestInit_ex(context, EVP_md5(), nullptr) != 1) {
            EVP_MD_CTX_free(context);
            throw std::runtime_error("MD5 is not available");
        }
    }
    ~Private() { EVP_MD_CTX_free(context); }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    EVP_MD_CTX *context;
};

Md5::Md5()
    : d(std::make_unique<Private>())
{
}

Md5::~Md5() = default;
Md5::Md5(Md5 &&) noexcept = default;
Md5 &Md5::operator=(Md5 &&) noexcept = default;

void Md5::add(const char *data, std::size_t size)
{
    EVP_DigestUpdate(d->context, data, size);
}

std::string Md5::result()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(d->context, digest.data(), &length);
    return {reinterpret_cast<const char *>(digest.data()), length};
}

} // namespace Batchdesk::LocalService::Auth
