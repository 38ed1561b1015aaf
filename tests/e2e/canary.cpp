// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/e2e/canary.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <chrono>

namespace Batchdesk::Test {

namespace {

constexpr qsizetype shortestLine = 30; // what is shorter could stand anywhere by chance
constexpr auto betweenLooks = std::chrono::milliseconds(10);

bool isService(const QString &file, const char *name)
{
    return file.startsWith(QLatin1String("service/") + QLatin1String(name));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void Canary::watch(const QByteArray &name, const QByteArray &secret)
{
    QByteArray body;
    for (const QByteArray &line : secret.split('\n')) {
        if (line.startsWith("-----"))
            continue;
        body += line;
        if (line.size() >= shortestLine && secret.contains("PRIVATE KEY"))
            m_needles.append({name + " (a line)", line});
    }
    m_needles.append({name, body});
    m_needles.append({name + " (encoded)", body.toPercentEncoding()});
    m_needles.append({name + " (base64)", secret.toBase64()});
}

QStringList Canary::leaksIn(const QByteArray &content, bool mayHoldSignatures) const
{
    QStringList leaks;
    for (const Needle &needle : m_needles) {
        if (!needle.bytes.isEmpty() && content.contains(needle.bytes))
            leaks << QString::fromUtf8(needle.name);
    }
    static const QRegularExpression signature(QStringLiteral("sig(=|%3D)[A-Za-z0-9%+/]{20,}"));
    if (!mayHoldSignatures && signature.match(QString::fromLatin1(content)).hasMatch())
        leaks << QStringLiteral("a SAS signature");
    if (content.contains("SharedKey ") && content.contains("Authorization"))
        leaks << QStringLiteral("an Authorization header");
    leaks.removeDuplicates();
    return leaks;
}

QStringList Canary::leaksIn(const Workspace &workspace, const QStringList &leftOut) const
{
    QStringList leaks;
    for (const QString &file : workspace.files()) {
        if (isService(file, "credentials.json") || isService(file, "connection.env")
            || leftOut.contains(file))
            continue;
        const bool isDatabase = isService(file, "batch/batch.sqlite");
        for (const QString &leak : leaksIn(workspace.read(file), isDatabase))
            leaks << QStringLiteral("%1: %2").arg(file, leak);
    }
    return leaks;
}

ProcessSampler::ProcessSampler(const Canary &canary, const Workspace &workspace)
    : m_canary(canary)
    , m_mark(workspace.path(QString()).toUtf8())
    , m_thread([this] {
        while (!m_ended) {
            look();
            // Between two samples; there is nothing to wait for.
            std::this_thread::sleep_for(betweenLooks);
        }
    })
{
}

ProcessSampler::~ProcessSampler()
{
    finish();
}

QStringList ProcessSampler::finish()
{
    m_ended = true;
    if (m_thread.joinable())
        m_thread.join();
    m_leaks.removeDuplicates();
    return m_leaks;
}

void ProcessSampler::look()
{
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &process : processes) {
        if (process.isEmpty() || !process.at(0).isDigit())
            continue;
        const QString folder = QStringLiteral("/proc/") + process + QLatin1Char('/');
        const QByteArray environment = contentOf(folder + QStringLiteral("environ"));
        if (!environment.contains(m_mark))
            continue;
        ++m_looks;
        const QByteArray arguments = contentOf(folder + QStringLiteral("cmdline"));
        for (const char *what : {"cmdline", "environ"}) {
            const bool isArguments = QLatin1String(what) == QLatin1String("cmdline");
            for (const QString &leak : m_canary.leaksIn(isArguments ? arguments : environment))
                m_leaks << QStringLiteral("%1 of %2: %3")
                               .arg(QLatin1String(what),
                                    QString::fromUtf8(contentOf(folder + QLatin1String("comm")))
                                        .trimmed(),
                                    leak);
        }
    }
}

} // namespace Batchdesk::Test
