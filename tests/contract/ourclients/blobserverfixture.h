// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/blob/connectblob.h"
#include "core/net/networktransport.h"
#include "tests/contract/ourclients/servers.h"
#include "tests/support/wait.h"
#include "tests/support/waittask.h"

#include <gtest/gtest.h>

#include <ostream>

namespace Batchdesk::Test {

enum class ServerKind { Azurite, ThisComputer };

inline void PrintTo(ServerKind kind, std::ostream *out)
{
    *out << (kind == ServerKind::Azurite ? "Azurite" : "ThisComputer");
}

//! \brief Each test has a container of its own on a server that all tests of its kind share.
class BlobServerTest : public ::testing::TestWithParam<ServerKind>
{
protected:
    BlobServerTest()
        : client(connect(server().account()))
        , container(QStringLiteral("case%1").arg(++s_containers))
    {
        EXPECT_TRUE(waitFor(client->createContainer(container)).ok());
    }

    static bool isAzurite() { return GetParam() == ServerKind::Azurite; }
    //! \brief The server of this kind, started when it is first asked for.
    static const RealServer &server();
    //! \brief One for all, which leads to every server.
    static std::shared_ptr<Transport> transport();

    static std::shared_ptr<Blob::BlobClient> connect(const AccountAccess &account)
    {
        // What fails here is to be seen at once rather than tried again.
        const RetryPolicy once{1, std::chrono::milliseconds(0), std::chrono::milliseconds(0)};
        return Blob::connectBlob(account, transport(), std::make_shared<SystemClock>(), once, 12);
    }

    //! \brief Puts a blob with these bytes, or fails the test.
    void put(const QString &name, const QByteArray &bytes, const Blob::BlobHeaders &headers = {})
    {
        const auto put = waitFor(client->putBlob(container, name, bytes, headers));
        EXPECT_TRUE(put.ok()) << qPrintable(put.ok() ? name : put.error().caption());
    }

    //! \brief The bytes of a blob, or nothing and a failure.
    QByteArray get(const QString &name, const Blob::BlobRange &range = {})
    {
        const auto content = waitFor(client->getBlob(container, name, range));
        EXPECT_TRUE(content.ok()) << qPrintable(content.ok() ? name : content.error().caption());
        return content.ok() ? content->bytes : QByteArray();
    }

    std::shared_ptr<Blob::BlobClient> client;
    QString container;

private:
    static inline int s_containers = 0;
};

} // namespace Batchdesk::Test
