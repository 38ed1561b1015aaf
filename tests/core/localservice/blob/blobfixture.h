// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/auth/digest.h"
#include "core/localservice/auth/sharedaccesssignature.h"
#include "core/localservice/blob/blobservice.h"
#include "core/localservice/http/httpdate.h"
#include "core/localservice/http/percentcode.h"
#include "core/localservice/http/requesthead.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

#include <stdlib.h>

namespace Batchdesk::LocalService::Testkit {

//! \brief A clock that stands until it is turned.
class ManualClock final : public ServiceClock
{
public:
    Time now() const override { return Time(std::chrono::microseconds(m_microseconds)); }
    void advance(std::chrono::microseconds by) { m_microseconds += by.count(); }

private:
    std::atomic<std::int64_t> m_microseconds = 1'795'000'000'000'000;
};

using Headers = std::vector<std::pair<std::string, std::string>>;

//! \brief A Blob service on a folder of its own, and signed requests to it.
class BlobServiceTest : public testing::Test
{
protected:
    void SetUp() override
    {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "blobservice-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        directory = pattern;
        restart();
    }

    void TearDown() override
    {
        service.reset();
        std::filesystem::remove_all(directory);
    }

    //! \brief Ends the service, if one runs, and starts it on the same folder.
    void restart()
    {
        service.reset();
        service = std::make_unique<BlobService>(BlobServiceOptions{directory, account, clock});
    }

    static Request request(const std::string &method, const std::string &url,
                           const Headers &headers, const std::string &body)
    {
        std::string bytes = method + ' ' + url + " HTTP/1.1\r\nHost: 127.0.0.1:1";
        for (const auto &[name, value] : headers)
            bytes += "\r\n" + name + ": " + value;
        if (method == "PUT")
            bytes += "\r\nContent-Length: " + std::to_string(body.size());
        auto head = Http::parseRequestHead(bytes);
        EXPECT_TRUE(std::holds_alternative<Http::RequestHead>(head)) << bytes;
        Request result = std::get<Http::RequestHead>(head).request;
        result.remoteAddress = "127.0.0.1";
        result.readBody = [body](const auto &consumer) {
            return body.empty() || consumer(body.data(), body.size());
        };
        return result;
    }

    //! \brief Sends a request signed with the account's key; \a path is under the account.
    Response send(const std::string &method, const std::string &path, Headers headers = {},
                  const std::string &body = {})
    {
        headers.emplace_back("x-ms-date", Http::formatHttpDate(clock->now()));
        headers.emplace_back("x-ms-version", "2021-12-02");
        const std::string url = "/acct" + path;
        const auto text =
            Auth::blobStringsToSign(request(method, url, headers, body), account.name).front();
        headers.emplace_back("Authorization",
                             "SharedKey acct:" + Auth::signatureOf(account.key, text));
        return service->handle(request(method, url, headers, body));
    }

    //! \brief Sends a request with a container SAS of permissions \a letters.
    Response sendWithSas(const std::string &letters, const std::string &method,
                         const std::string &path, const Headers &headers = {},
                         const std::string &body = {})
    {
        const std::string fields = "sv=2021-12-02&sr=c&sp=" + letters + "&se=2099-01-01T00:00:00Z";
        const auto query = request("GET", "/?" + fields, {}, {}).query;
        const auto text = Auth::serviceSasStringToSign(query, account.name, "data", "").value();
        const std::string token =
            fields + "&sig=" + Http::percentEncode(Auth::signatureOf(account.key, text));
        return service->handle(request(
            method, "/acct" + path + (path.find('?') == std::string::npos ? '?' : '&') + token,
            headers, body));
    }

    Response put(const std::string &path, const std::string &content, Headers headers = {})
    {
        headers.emplace_back("x-ms-blob-type", "BlockBlob");
        return send("PUT", path, headers, content);
    }

    void makeContainer() { ASSERT_EQ(send("PUT", "/data?restype=container").status, 201); }

    //! \brief What a client would read of the body.
    static std::string bodyOf(const Response &response)
    {
        if (!response.provider)
            return response.body;
        std::string text;
        const bool whole =
            response.provider(0, response.providerLength, [&](const char *data, std::size_t size) {
                text.append(data, size);
                return true;
            });
        return whole ? text : "cut off: " + text;
    }

    std::string content(const std::string &path) { return bodyOf(send("GET", path)); }

    static std::string codeOf(const Response &response)
    {
        return response.headers.value("x-ms-error-code");
    }

    //! \brief The texts of all elements called \a name.
    static std::vector<std::string> elements(const std::string &xml, const std::string &name)
    {
        std::vector<std::string> texts;
        const std::string open = "<" + name + ">";
        for (auto at = xml.find(open); at != std::string::npos; at = xml.find(open, at + 1)) {
            const auto begin = at + open.size();
            texts.push_back(xml.substr(begin, xml.find('<', begin) - begin));
        }
        return texts;
    }

    std::size_t contentFileCount() const
    {
        std::size_t count = 0;
        for (const auto &entry :
             std::filesystem::recursive_directory_iterator(directory / "content"))
            count += entry.is_regular_file() ? 1 : 0;
        return count;
    }

    std::filesystem::path directory;
    const Auth::Account account{"acct", "a key of some length"};
    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
    std::unique_ptr<BlobService> service;
};

} // namespace Batchdesk::LocalService::Testkit
