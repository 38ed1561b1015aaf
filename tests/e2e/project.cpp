// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/e2e/project.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace Batchdesk::Test {

namespace {

// The service's own words, through a client that is not ours.
constexpr auto listingScript = R"(
import os
from azure.batch import BatchServiceClient
from azure.batch.batch_auth import SharedKeyCredentials
client = BatchServiceClient(SharedKeyCredentials(os.environ['AZURE_BATCH_ACCOUNT'], os.environ['AZURE_BATCH_ACCESS_KEY']),
                            batch_url=os.environ['AZURE_BATCH_ENDPOINT'])
for pool in client.pool.list(): print('pool', pool.id)
for job in client.job.list(): print('job', job.id)
from azure.storage.blob import BlobServiceClient
blobs = BlobServiceClient.from_connection_string(os.environ['AZURE_STORAGE_CONNECTION_STRING'])
for container in blobs.list_containers():
    if not container.name.endswith('-output'): print('container', container.name)
)";

} // namespace

QString Project::writeTo(const Workspace &workspace) const
{
    workspace.write(QStringLiteral("application/task.sh"), "#!/bin/bash\nset -eu\n" + script, true);
    for (int i = 0; i < inputs; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(2, '0');
        workspace.write(QStringLiteral("inputs/in-%1.txt").arg(QLatin1String(number)),
                        "input " + number + "\n");
    }
    const QByteArray settings = "{ \"version\": 1, \"account\": \"env\",\n"
                                "  \"application\": { \"folder\": \"application\" },\n"
                                "  \"inputs\": { \"folder\": \"inputs\" },\n"
                                "  \"pool\": { "
        + pool
        + " },\n"
          "  \"job\": { "
        + job
        + " },\n"
          "  \"task\": { \"command\": \"bash {app}/task.sh {input} {output}\""
        + task
        + " },\n"
          "  \"cleanUp\": { "
        + cleanUp
        + " },\n"
          "  \"outputs\": { \"folder\": \"results\" } }\n";
    workspace.write(QStringLiteral("settings.json"), settings);
    return workspace.path(QStringLiteral("settings.json"));
}

LocalService::LocalService(const Workspace &workspace, int nodes, const QStringList &more)
    : m_workspace(workspace)
    , m_state(workspace.path(QStringLiteral("service")))
{
    const QStringList arguments{QStringLiteral("serve"), QStringLiteral("--state"), m_state,
                                QStringLiteral("--nodes"), QString::number(nodes)};
    m_program = std::make_unique<Program>(QStringLiteral(BATCHDESK_CLI_PATH), arguments + more,
                                          workspace.environment());
    const bool ready = m_program->waitForJson(
        [](const QJsonObject &line) { return line.contains(QLatin1String("batchEndpoint")); });
    EXPECT_TRUE(ready) << qPrintable(m_program->errors());
}

QProcessEnvironment LocalService::environment() const
{
    return m_workspace.environmentFor(connectionFile());
}

QByteArray LocalService::accountKey() const
{
    return environment().value(QStringLiteral("AZURE_BATCH_ACCESS_KEY")).toUtf8();
}

std::unique_ptr<Program> startCli(const QStringList &arguments,
                                  const QProcessEnvironment &environment)
{
    return std::make_unique<Program>(QStringLiteral(BATCHDESK_CLI_PATH), arguments, environment);
}

QStringList whatIsLeft(const QProcessEnvironment &environment)
{
    Program listing(QStringLiteral("/usr/bin/python3"),
                    {QStringLiteral("-c"), QLatin1String(listingScript)}, environment);
    EXPECT_EQ(listing.waitForEnd(), 0) << qPrintable(listing.errors());
    return listing.lines();
}

} // namespace Batchdesk::Test
