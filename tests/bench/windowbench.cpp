// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// What the window costs: from its start until it can be used, the memory it holds while nothing
// happens, and the processor time it takes then. Printed beside an empty window of the same run.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <gtest/gtest.h>

#include <cstdio>

namespace {

constexpr int mostSpans = 10;

struct Cost
{
    double usableMs = 0;
    double pssMiB = 0;
    qint64 idleTicks = 0; //!< Hundredths of a second of processor time in two seconds.
};

QByteArray readProc(qint64 pid, const char *file)
{
    QFile proc(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(file)));
    return proc.open(QIODevice::ReadOnly) ? proc.readAll() : QByteArray();
}

double pssMiB(qint64 pid)
{
    for (const QByteArray &line : readProc(pid, "smaps_rollup").split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

qint64 ticks(qint64 pid)
{
    const QByteArray stat = readProc(pid, "stat");
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return fields.value(11).toLongLong() + fields.value(12).toLongLong();
}

Cost costOf(const QString &program)
{
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home.path());
    for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home.path());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("QT_LOGGING_RULES"),
                       QStringLiteral("batchdesk.window.debug=true"));
    QProcess process;
    process.setProcessEnvironment(environment);
    QElapsedTimer clock;
    clock.start();
    process.start(program, {});
    QByteArray said;
    process.setReadChannel(QProcess::StandardError);
    while (!said.contains("usable") && process.waitForReadyRead(60'000))
        said += process.readAllStandardError();
    EXPECT_TRUE(said.contains("usable")) << said.constData();
    Cost cost;
    cost.usableMs = double(clock.nsecsElapsed()) / 1e6;
    // What follows measures spans of time, so they have to pass: until all has come to rest. What
    // wakes up again and again never does.
    for (int span = 0; span < mostSpans; ++span) {
        const qint64 before = ticks(process.processId());
        QThread::sleep(2);
        cost.idleTicks = ticks(process.processId()) - before;
        if (span > 0 && cost.idleTicks == 0)
            break;
    }
    cost.pssMiB = pssMiB(process.processId());
    process.kill();
    process.waitForFinished();
    return cost;
}

} // namespace

TEST(WindowBench, ColdStartMemoryAndIdleProcessorTime)
{
    const Cost empty = costOf(QStringLiteral(BATCHDESK_EMPTY_WINDOW));
    const Cost ours = costOf(QStringLiteral(BATCHDESK_WINDOW));
    std::printf("                     empty window   Batchdesk   ratio\n");
    std::printf("usable after     %9.0f ms  %7.0f ms  %6.1f\n", empty.usableMs, ours.usableMs,
                ours.usableMs / empty.usableMs);
    std::printf("memory, PSS      %9.1f MiB %7.1f MiB %6.1f\n", empty.pssMiB, ours.pssMiB,
                ours.pssMiB / empty.pssMiB);
    std::printf("idle, 2 s        %9lld ticks %5lld ticks\n", (long long)empty.idleTicks,
                (long long)ours.idleTicks);
    EXPECT_EQ(ours.idleTicks, 0) << "something wakes up while nothing changes";
}
