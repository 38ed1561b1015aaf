// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/service.h"

#include "core/localservice/auth/batchsharedkey.h"
#include "core/localservice/auth/blobsharedkey.h"
#include "core/localservice/auth/digest.h"
#include "core/localservice/http/httpdate.h"
#include "core/localservice/http/requesthead.h"
#include "core/localservice/http/server.h"
#include "tests/core/localservice/http/rawclient.h"
#include "tests/core/localservice/service/temporarystate.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <set>
#include <sstream>

using namespace Batchdesk::LocalService;

namespace {

std::uint16_t portOf(const std::string &endpoint)
{
    return static_cast<std::uint16_t>(std::stoul(endpoint.substr(endpoint.rfind(':') + 1)));
}

//! \brief Sends a request signed with \a key and gives the status line and all after it.
std::string sendSigned(const std::string &endpoint, bool batch, const std::string &method,
                       const std::string &target, const std::string &account,
                       const std::string &key)
{
    const std::uint16_t port = portOf(endpoint);
    std::string head = method + ' ' + target
        + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\n"
        + (batch ? "ocp-date: " : "x-ms-version: 2021-12-02\r\nx-ms-date: ")
        + Http::formatHttpDate(SystemServiceClock().now())
        + "\r\nContent-Length: 0\r\nConnection: close";
    const auto parsed = Http::parseRequestHead(head);
    const Request &request = std::get<Http::RequestHead>(parsed).request;
    const auto text = (batch ? Auth::batchStringsToSign(request, account)
                             : Auth::blobStringsToSign(request, account))
                          .front();
    head += "\r\nAuthorization: SharedKey " + account + ':'
        + Auth::signatureOf(Auth::fromBase64(key).value(), text) + "\r\n\r\n";
    Testkit::RawClient client(port);
    client.send(head);
    return client.receiveAll();
}

std::string listPools(const ServiceEndpoints &endpoints, const std::string &key)
{
    return sendSigned(endpoints.batchEndpoint, true, "GET", "/pools?api-version=2025-06-01",
                      endpoints.account, key);
}

std::string toBlob(const ServiceEndpoints &endpoints, const std::string &method,
                   const std::string &path)
{
    return sendSigned(endpoints.blobEndpoint.substr(0, endpoints.blobEndpoint.rfind('/')), false,
                      method, '/' + endpoints.account + path, endpoints.account, endpoints.key);
}

std::string textOf(const std::filesystem::path &file)
{
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

//! \brief What a shell prints that has read \a environment.
std::string inShell(const std::filesystem::path &environment, const std::filesystem::path &output)
{
    const std::string command = "set -a; . '" + environment.string()
        + "'; set +a; sh -c 'printf \"%s\\n\" \"$AZURE_BATCH_ACCOUNT\" \"$AZURE_BATCH_ACCESS_KEY\""
          " \"$AZURE_BATCH_ENDPOINT\" \"$AZURE_STORAGE_CONNECTION_STRING\"' > '"
        + output.string() + "'";
    EXPECT_EQ(std::system(command.c_str()), 0);
    return textOf(output);
}

} // namespace

class ServiceTest : public Testkit::TemporaryStateTest
{
protected:
    ServiceOptions options() const { return {directory / "state", 2, 0, 0, {}}; }
};

TEST_F(ServiceTest, AnswersBothEndpointsToTheRightKeyOnly)
{
    const Service service(options());
    const ServiceEndpoints &endpoints = service.endpoints();
    EXPECT_TRUE(listPools(endpoints, endpoints.key).starts_with("HTTP/1.1 200 "));
    const std::string refused = listPools(endpoints, Auth::toBase64("another key"));
    EXPECT_TRUE(refused.starts_with("HTTP/1.1 403 "));
    EXPECT_NE(refused.find("AuthenticationFailed"), std::string::npos);
    EXPECT_EQ(refused.find(endpoints.key), std::string::npos);
    EXPECT_TRUE(toBlob(endpoints, "GET", "/?comp=list").starts_with("HTTP/1.1 200 "));
    EXPECT_TRUE(service.isIdle());
}

TEST_F(ServiceTest, KeepsItsFolderToItself)
{
    const Service service(options());
    EXPECT_EQ(modeOf(directory / "state"), std::filesystem::perms(0700));
    EXPECT_EQ(modeOf(directory / "state" / "credentials.json"), std::filesystem::perms(0600));
    try {
        const Service second(options());
        ADD_FAILURE() << "two services in one folder";
    } catch (const ServiceError &error) {
        EXPECT_NE(std::string(error.what()).find("in use by another service"), std::string::npos)
            << error.what();
    }
}

TEST_F(ServiceTest, WritesAConnectionFileThatAShellCanRead)
{
    const Service service(options());
    const auto file = service.writeConnectionFile();
    EXPECT_EQ(file, std::filesystem::canonical(directory / "state") / "connection.env");
    EXPECT_EQ(modeOf(file), std::filesystem::perms(0600));
    const ServiceEndpoints &endpoints = service.endpoints();
    EXPECT_EQ(inShell(file, directory / "printed"),
              endpoints.account + '\n' + endpoints.key + '\n' + endpoints.batchEndpoint + '\n'
                  + "DefaultEndpointsProtocol=http;AccountName=" + endpoints.account
                  + ";AccountKey=" + endpoints.key + ";BlobEndpoint=" + endpoints.blobEndpoint
                  + ";\n");
}

TEST_F(ServiceTest, StartsAgainWhereItWas)
{
    ServiceEndpoints first;
    {
        const Service service(options());
        first = service.endpoints();
        EXPECT_TRUE(toBlob(first, "PUT", "/kept?restype=container").starts_with("HTTP/1.1 201 "));
    }
    const Service service(options());
    EXPECT_EQ(service.endpoints().batchEndpoint, first.batchEndpoint);
    EXPECT_EQ(service.endpoints().blobEndpoint, first.blobEndpoint);
    EXPECT_EQ(service.endpoints().key, first.key);
    EXPECT_TRUE(toBlob(first, "HEAD", "/kept?restype=container").starts_with("HTTP/1.1 200 "));
}

TEST_F(ServiceTest, MovesToAnotherPortWhenItsOwnIsTaken)
{
    ServiceEndpoints first;
    {
        const Service service(options());
        first = service.endpoints();
    }
    const std::string root = first.blobEndpoint.substr(0, first.blobEndpoint.rfind('/'));
    HttpServer squatter([](const Request &) { return Response(); });
    ASSERT_EQ(squatter.start(portOf(root)), portOf(root));
    const Service service(options());
    EXPECT_NE(service.endpoints().blobEndpoint, first.blobEndpoint);
    EXPECT_TRUE(toBlob(service.endpoints(), "GET", "/?comp=list").starts_with("HTTP/1.1 200 "));
    const std::string stored = textOf(directory / "state" / "credentials.json");
    const auto former = stored.find("formerBlobPorts");
    ASSERT_NE(former, std::string::npos);
    EXPECT_NE(stored.find(std::to_string(portOf(root)), former), std::string::npos);
}

TEST_F(ServiceTest, SaysWhyItCannotStart)
{
    HttpServer squatter([](const Request &) { return Response(); });
    ServiceOptions taken = options();
    taken.blobPort = squatter.start(0);
    const auto messageOf = [](const ServiceOptions &wanted) {
        try {
            const Service service(wanted);
            return std::string("started");
        } catch (const ServiceError &error) {
            return std::string(error.what());
        }
    };
    EXPECT_NE(messageOf(taken).find("port " + std::to_string(taken.blobPort)), std::string::npos);
    std::ofstream(directory / "file") << "x";
    ServiceOptions noFolder = options();
    noFolder.stateDirectory = directory / "file" / "state";
    EXPECT_NE(messageOf(noFolder).find("cannot be used"), std::string::npos);
}

TEST_F(ServiceTest, LogsEachAnswerOfBothEndpoints)
{
    ServiceOptions logged = options();
    logged.requestLog = directory / "log";
    {
        const Service service(logged);
        const ServiceEndpoints &endpoints = service.endpoints();
        listPools(endpoints, endpoints.key);
        listPools(endpoints, Auth::toBase64("another key"));
        sendSigned(endpoints.batchEndpoint, true, "GET", "/pools/none?api-version=2025-06-01",
                   endpoints.account, endpoints.key);
        sendSigned(endpoints.batchEndpoint, true, "GET", "/nothing?api-version=2025-06-01",
                   endpoints.account, endpoints.key);
        toBlob(endpoints, "PUT", "/made?restype=container");
        toBlob(endpoints, "GET", "/missing/blob");
        toBlob(endpoints, "PUT", "/made/blob?comp=expiry");
    }
    std::vector<std::string> lines;
    std::ifstream stream(directory / "log");
    for (std::string text; std::getline(stream, text);) {
        const auto line = nlohmann::json::parse(text);
        lines.push_back(
            line["service"].get<std::string>() + ' ' + line["operation"].get<std::string>() + ' '
            + std::to_string(line["status"].get<int>()) + ' ' + line["code"].get<std::string>());
    }
    const std::vector<std::string> expected{
        "batch Pool_List 200 ",
        "batch  403 AuthenticationFailed",
        "batch Pool_Get 404 PoolNotFound",
        "batch  404 ResourceNotFound",
        "blob Create Container 201 ",
        "blob Get Blob 404 ContainerNotFound",
        "blob Set Blob Expiry 501 NotImplemented",
    };
    EXPECT_EQ(lines, expected);
}

TEST(ServiceOperations, AreOfBothEndpointsAndEachOnlyOnce)
{
    std::set<std::string> names;
    for (const ServiceOperation &operation : serviceOperations()) {
        EXPECT_TRUE(names
                        .insert(operation.service + ' ' + operation.name + ' ' + operation.method
                                + operation.path)
                        .second)
            << operation.name;
        EXPECT_TRUE(operation.path.starts_with('/')) << operation.name;
        EXPECT_FALSE(operation.method.empty()) << operation.name;
    }
    for (const char *wanted :
         {"batch Pool_Resize POST/pools/{}/resize", "batch JobSchedule_Add POST/jobschedules",
          "blob Put Block PUT/{container}/{blob}?comp=block", "blob List Containers GET/?comp=list",
          "blob Get Container ACL GET HEAD/{container}?restype=container&comp=acl"})
        EXPECT_TRUE(names.contains(wanted)) << wanted;
}
