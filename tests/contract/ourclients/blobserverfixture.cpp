// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/contract/ourclients/blobserverfixture.h"

#include <array>

namespace Batchdesk::Test {
namespace {

// Started by the first test that asks, ended when all are through.
class Servers final : public ::testing::Environment
{
public:
    void TearDown() override
    {
        transport.reset();
        for (auto &server : servers) {
            if (server)
                server->stop();
            server.reset();
        }
    }

    std::array<std::unique_ptr<RealServer>, 2> servers;
    std::shared_ptr<Transport> transport;
};

// The test framework owns it.
Servers *const shared = [] {
    auto *servers = new Servers;
    ::testing::AddGlobalTestEnvironment(servers);
    return servers;
}();

} // namespace

const RealServer &BlobServerTest::server()
{
    auto &server = shared->servers.at(isAzurite() ? 0 : 1);
    if (!server && isAzurite())
        server = std::make_unique<Azurite>();
    else if (!server)
        server = std::make_unique<EmbeddedServer>(QStringLiteral("azurite--Batchdesk"));
    return *server;
}

std::shared_ptr<Transport> BlobServerTest::transport()
{
    if (!shared->transport)
        shared->transport = std::make_shared<NetworkTransport>();
    return shared->transport;
}

} // namespace Batchdesk::Test
