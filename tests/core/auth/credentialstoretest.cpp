// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/auth/credentialstore.h"
#include "core/auth/keychaincredentialstore.h"

#include <QEventLoop>
#include <QFutureWatcher>

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

template <typename T>
T waitFor(QFuture<T> future)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    loop.exec();
    return future.result();
}

} // namespace

TEST(MemoryCredentialStore, KeepsReplacesAndForgets)
{
    MemoryCredentialStore store;
    const QString name = QStringLiteral("profile/batch");
    EXPECT_EQ(store.read(name).result().error().kind, Error::Kind::NotFound);
    EXPECT_TRUE(store.write(name, Secret(QByteArray("one"))).result().ok());
    EXPECT_TRUE(store.write(name, Secret(QByteArray("two"))).result().ok());
    EXPECT_EQ(store.read(name).result().value().reveal(), QByteArray("two"));
    EXPECT_TRUE(store.remove(name).result().ok());
    EXPECT_TRUE(store.remove(name).result().ok());
    EXPECT_EQ(store.read(name).result().error().kind, Error::Kind::NotFound);
}

// Without a session bus no secret service can be reached, whatever the machine has.
TEST(KeychainCredentialStore, SaysThatThereIsNoKeychain)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    KeychainCredentialStore store(QStringLiteral("batchdesk-test"));
    const auto outcome =
        waitFor(store.write(QStringLiteral("canary"), Secret(QByteArray("S3cr3tCanary"))));
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().kind, Error::Kind::Keychain);
    EXPECT_FALSE(outcome.error().advice.isEmpty());
    EXPECT_FALSE(outcome.error().caption().contains(QStringLiteral("S3cr3tCanary")));
    EXPECT_EQ(waitFor(store.read(QStringLiteral("canary"))).ok(), false);
}

TEST(KeychainCredentialStore, DoesNotWaitForEver)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    KeychainCredentialStore store(QStringLiteral("batchdesk-test"), std::chrono::milliseconds(0));
    const auto outcome = waitFor(store.read(QStringLiteral("canary")));
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().kind, Error::Kind::Keychain);
}
