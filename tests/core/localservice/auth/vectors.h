// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/http/requesthead.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <string>

namespace Batchdesk::LocalService::Testkit {

inline nlohmann::json readVectors(const std::string &name)
{
    std::ifstream file(std::string(BATCHDESK_SOURCE_DIR) + "/tests/data/vectors/" + name);
    EXPECT_TRUE(file.is_open()) << name;
    return nlohmann::json::parse(file);
}

//! \brief The bytes of an integrity sample; one is only described.
inline std::string sampleData(const nlohmann::json &sample)
{
    const auto data = sample["data"].get<std::string>();
    return data == "4096 zero bytes" ? std::string(4096, '\0') : data;
}

//! \brief The request as it would come off the wire.
inline Request requestOf(const std::string &method, const std::string &url,
                         const std::vector<std::pair<std::string, std::string>> &headers)
{
    const auto path = url.find('/', url.find("://") + 3);
    std::string bytes =
        method + ' ' + (path == std::string::npos ? "/" : url.substr(path)) + " HTTP/1.1";
    for (const auto &[name, value] : headers)
        bytes += "\r\n" + name + ": " + value;
    auto head = Http::parseRequestHead(bytes);
    if (const auto *error = std::get_if<Http::HeadError>(&head)) {
        ADD_FAILURE() << bytes << ": " << error->message;
        return {};
    }
    Request request = std::get<Http::RequestHead>(head).request;
    request.remoteAddress = "127.0.0.1";
    return request;
}

inline Request requestOf(const nlohmann::json &vector, const std::string &authorization)
{
    std::vector<std::pair<std::string, std::string>> headers;
    for (const auto &[name, value] : vector["headers"].items())
        headers.emplace_back(name, value.get<std::string>());
    headers.emplace_back("Authorization", authorization);
    return requestOf(vector["method"], vector["url"], headers);
}

} // namespace Batchdesk::LocalService::Testkit
