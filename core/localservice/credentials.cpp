// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/credentials.h"

#include "core/localservice/auth/digest.h"
#include "core/localservice/privatefile.h"
#include "core/localservice/service.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace Batchdesk::LocalService {

namespace {

using nlohmann::json;

const char *const accountName = "thiscomputer";
constexpr std::size_t keySize = 64;

} // namespace

Credentials loadCredentials(const std::filesystem::path &file)
{
    if (!std::filesystem::exists(file))
        return {accountName, Auth::toBase64(Auth::randomBytes(keySize)), 0, 0, {}};
    try {
        std::ifstream stream(file);
        const json document = json::parse(stream);
        Credentials credentials;
        credentials.account = document.at("account");
        credentials.key = document.at("key");
        credentials.batchPort = document.at("batchPort");
        credentials.blobPort = document.at("blobPort");
        credentials.formerBlobPorts =
            document.at("formerBlobPorts").get<std::vector<std::uint16_t>>();
        if (!Auth::fromBase64(credentials.key))
            throw std::invalid_argument("key");
        return credentials;
    } catch (const std::exception &) {
        // What the parser says may quote the file, and with it the key.
        throw ServiceError("The file " + file.string()
                           + " is damaged. Restore it, or delete the folder to begin anew.");
    }
}

void saveCredentials(const std::filesystem::path &file, const Credentials &credentials)
{
    const json document = {
        {"version", 1},
        {"account", credentials.account},
        {"key", credentials.key},
        {"batchPort", credentials.batchPort},
        {"blobPort", credentials.blobPort},
        {"formerBlobPorts", credentials.formerBlobPorts},
    };
    writePrivateFile(file, document.dump(2) + '\n');
}

void moveBlobPort(Credentials &credentials, std::uint16_t port)
{
    auto &former = credentials.formerBlobPorts;
    if (credentials.blobPort != 0 && credentials.blobPort != port
        && std::find(former.begin(), former.end(), credentials.blobPort) == former.end())
        former.push_back(credentials.blobPort);
    std::erase(former, port);
    credentials.blobPort = port;
}

std::string currentBlobUrl(const Credentials &credentials, const std::string &url)
{
    for (const char *host : {"127.0.0.1", "localhost"}) {
        for (const std::uint16_t port : credentials.formerBlobPorts) {
            // Another program may have the port by now: only what bears our account is ours.
            const std::string former = std::string("http://") + host + ':' + std::to_string(port)
                + '/' + credentials.account;
            if (url.starts_with(former)
                && (url.size() == former.size() || url[former.size()] == '/'
                    || url[former.size()] == '?'))
                return "http://127.0.0.1:" + std::to_string(credentials.blobPort) + '/'
                    + credentials.account + url.substr(former.size());
        }
    }
    return url;
}

} // namespace Batchdesk::LocalService
