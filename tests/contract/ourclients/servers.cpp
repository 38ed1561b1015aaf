// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/contract/ourclients/servers.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

#include <gtest/gtest.h>

namespace Batchdesk::Test {
namespace {

// Azurite itself takes no notice of its standard input; this ends it when that is closed, which
// happens however this program ends.
const char *const azuriteStarter = "process.stdin.resume().on('end', () => process.exit(0));"
                                   "require(process.env.AZURITE_MAIN);";

} // namespace

QString RealServer::storageConnection() const
{
    return QStringLiteral("DefaultEndpointsProtocol=http;AccountName=%1;AccountKey=%2;"
                          "BlobEndpoint=%3;")
        .arg(m_account.storageAccount, QString::fromLatin1(m_account.storageKey.reveal()),
             m_account.blobEndpoint.toString());
}

void RealServer::stop()
{
    m_program->terminate();
    m_program->closeInput();
    m_program->waitForEnd();
}

Azurite::Azurite()
{
    const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
    const QString main = QStringLiteral(BATCHDESK_NODE_MODULES "/azurite/dist/src/blob/main.js");
    EXPECT_FALSE(node.isEmpty()) << "node is missing";
    EXPECT_TRUE(QFile::exists(main)) << qPrintable(main) << ": run the test contract.npm first";
    m_account.storageAccount = QStringLiteral("azuriteaccount");
    m_account.storageKey = Secret(QByteArray("a key of thirty-two bytes, or so").toBase64());
    QProcessEnvironment environment = m_workspace.environment();
    environment.insert(QStringLiteral("AZURITE_MAIN"), main);
    environment.insert(QStringLiteral("AZURITE_ACCOUNTS"),
                       m_account.storageAccount + QLatin1Char(':')
                           + QString::fromLatin1(m_account.storageKey.reveal()));
    m_program = std::make_unique<Program>(
        node,
        QStringList{QStringLiteral("-e"), QLatin1String(azuriteStarter), QStringLiteral("azurite"),
                    QStringLiteral("--blobHost"), QStringLiteral("127.0.0.1"),
                    QStringLiteral("--blobPort"), QStringLiteral("0"),
                    QStringLiteral("--inMemoryPersistence"), QStringLiteral("--silent"),
                    QStringLiteral("--disableTelemetry"), QStringLiteral("--skipApiVersionCheck")},
        environment);
    const QRegularExpression listens(
        QStringLiteral("successfully listens on (http://127\\.0\\.0\\.1:\\d+)"));
    const bool ready = m_program->waitForLine([&](const QString &line) {
        const auto match = listens.match(line);
        if (match.hasMatch())
            m_account.blobEndpoint =
                QUrl(match.captured(1) + QLatin1Char('/') + m_account.storageAccount);
        return match.hasMatch();
    });
    EXPECT_TRUE(ready) << qPrintable(m_program->output()) << qPrintable(m_program->errors());
}

EmbeddedServer::EmbeddedServer(const QString &suite, int nodes)
{
    QStringList arguments{QStringLiteral("serve"),
                          QStringLiteral("--state"),
                          m_workspace.path(QStringLiteral("service")),
                          QStringLiteral("--nodes"),
                          QString::number(nodes),
                          QStringLiteral("--until-closed")};
    if (!suite.isEmpty()) {
        QDir().mkpath(QStringLiteral(BATCHDESK_CONTRACT_LOGS));
        const QString log = QStringLiteral(BATCHDESK_CONTRACT_LOGS "/%1.jsonl").arg(suite);
        QFile::remove(log);
        arguments << QStringLiteral("--request-log") << log;
    }
    m_program = std::make_unique<Program>(QStringLiteral(BATCHDESK_CLI_PATH), arguments,
                                          m_workspace.environment());
    const bool ready = m_program->waitForJson(
        [](const QJsonObject &line) { return line.contains(QLatin1String("batchEndpoint")); });
    EXPECT_TRUE(ready) << qPrintable(m_program->errors());
    const auto account =
        accountFromConnectionFile(m_workspace.path(QStringLiteral("service/connection.env")));
    EXPECT_TRUE(account.ok()) << qPrintable(account.ok() ? QString() : account.error().caption());
    if (account.ok())
        m_account = *account;
}

} // namespace Batchdesk::Test
