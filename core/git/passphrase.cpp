// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/git/passphrase.h"

#include "core/base/ownsession.h"
#include "core/git/privatefolder.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace Batchdesk::Git {

namespace {

constexpr int patienceMs = 30'000;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Passphrase)
};

Error notDone()
{
    Error error;
    error.kind = Error::Kind::Unsupported;
    error.message = Texts::tr("This key cannot be taken over with its passphrase");
    error.advice = Texts::tr("Remove the passphrase from a copy of it, by \"ssh-keygen -p -f "
                             "COPY\", and import the copy.");
    return error;
}

//! True when ssh-keygen wrote the key at \a path anew. It asks the script for the old passphrase:
//! an argument could be seen by everybody on this computer.
bool changeIn(const QString &keygen, const QString &path, const QString &script)
{
    QProcess process;
    putInOwnSession(process);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SSH_ASKPASS"), script);
    environment.insert(QStringLiteral("SSH_ASKPASS_REQUIRE"), QStringLiteral("force"));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(keygen,
                  {QStringLiteral("-q"), QStringLiteral("-p"), QStringLiteral("-N"), QString(),
                   QStringLiteral("-f"), path});
    if (process.waitForFinished(patienceMs))
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    killSession(process);
    process.waitForFinished();
    return false;
}

} // namespace

Outcome<Secret> withoutPassphrase(const Secret &text, const Secret &passphrase)
{
    const QString keygen = QStandardPaths::findExecutable(QStringLiteral("ssh-keygen"));
    const PrivateFolder folder;
    if (keygen.isEmpty() || !folder.isUsable())
        return notDone();
    const auto key = folder.write(QStringLiteral("key"), text);
    const auto answer =
        folder.write(QStringLiteral("passphrase"), Secret(passphrase.reveal() + '\n'));
    const auto script = folder.writeScript(QStringLiteral("askpass"),
                                           "#!/bin/sh\nexec cat \"${0%/*}/passphrase\"\n");
    if (!key || !answer || !script || !changeIn(keygen, *key, *script))
        return notDone();
    QFile changed(*key);
    if (!changed.open(QIODevice::ReadOnly))
        return notDone();
    return Secret(changed.readAll());
}

} // namespace Batchdesk::Git
