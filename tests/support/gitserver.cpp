// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/support/gitserver.h"

#include <QFile>

#include <gtest/gtest.h>

namespace Batchdesk::Test {

GitServer::GitServer()
    : m_program(QStringLiteral("python3"),
                {QStringLiteral(BATCHDESK_SOURCE_DIR "/tests/support/git-server"),
                 m_folder.filePath(QStringLiteral("served"))},
                QProcessEnvironment::systemEnvironment())
{
    const bool ready = m_program.waitForJson([this](const QJsonObject &object) {
        m_line = object;
        return object.contains(QLatin1String("urlBase"));
    });
    EXPECT_TRUE(ready) << qPrintable(m_program.errors());
}

GitServer::~GitServer()
{
    // It ends what it started, which killing it would leave behind.
    m_program.closeInput();
    EXPECT_EQ(m_program.waitForEnd(), 0) << qPrintable(m_program.errors());
}

QString GitServer::url(const QString &repository) const
{
    return QStringLiteral("%1/%2.git").arg(text("urlBase"), repository);
}

QString GitServer::commit(const char *name) const
{
    return m_line.value(QLatin1String("commits")).toObject().value(QLatin1String(name)).toString();
}

Secret GitServer::privateKey(const char *key) const
{
    QFile file(text(key));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(text(key));
    return Secret(file.readAll());
}

} // namespace Batchdesk::Test
