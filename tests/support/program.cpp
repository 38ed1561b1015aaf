// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/support/program.h"

#include <QDeadlineTimer>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace Batchdesk::Test {

namespace {

constexpr int patienceMs = 120'000;

} // namespace

Program::Program(const QString &program, const QStringList &arguments,
                 const QProcessEnvironment &environment)
{
    m_process.setProcessEnvironment(environment);
    m_process.start(program, arguments);
    EXPECT_TRUE(m_process.waitForStarted(patienceMs)) << qPrintable(program);
}

Program::~Program()
{
    kill();
}

void Program::readLines()
{
    while (m_process.canReadLine())
        m_lines << QString::fromUtf8(m_process.readLine()).chopped(1);
}

bool Program::waitForLine(const std::function<bool(const QString &)> &wanted)
{
    const QDeadlineTimer deadline(patienceMs);
    qsizetype seen = 0;
    while (true) {
        readLines();
        for (; seen < m_lines.size(); ++seen) {
            if (wanted(m_lines.at(seen)))
                return true;
        }
        if (m_process.state() == QProcess::NotRunning || deadline.hasExpired())
            return false;
        m_process.waitForReadyRead(int(deadline.remainingTime()));
    }
}

bool Program::waitForJson(const std::function<bool(const QJsonObject &)> &wanted)
{
    return waitForLine([&wanted](const QString &line) {
        const QJsonObject object = QJsonDocument::fromJson(line.toUtf8()).object();
        return !object.isEmpty() && wanted(object);
    });
}

int Program::waitForEnd()
{
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(2 * patienceMs)) {
        ADD_FAILURE() << "did not end: " << qPrintable(output()) << qPrintable(errors());
        kill();
        return -1;
    }
    readLines();
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void Program::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(patienceMs);
}

QString Program::errors()
{
    m_errors += QString::fromUtf8(m_process.readAllStandardError());
    return m_errors;
}

QJsonObject Program::lastJson(const QString &kind) const
{
    for (auto line = m_lines.crbegin(); line != m_lines.crend(); ++line) {
        const QJsonObject object = QJsonDocument::fromJson(line->toUtf8()).object();
        if (object.value(QLatin1String("kind")).toString() == kind)
            return object;
    }
    return {};
}

} // namespace Batchdesk::Test
