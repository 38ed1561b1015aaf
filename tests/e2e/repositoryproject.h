// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/e2e/project.h"
#include "tests/support/gitserver.h"

namespace Batchdesk::Test {

//! \brief The sample project, whose program every node clones from a real SSH server.
struct RepositoryProject
{
    QString url;
    QByteArray reference = R"("branch": "main")";
    QByteArray folder = "projects/sample forecast";
    QByteArray more; //!< Further keys of the repository, each with a comma before it.
    QByteArray command = "python3 {app}/forecast.py {input} --output {output}";
    int inputs = 60;

    //! \brief Writes inputs/ and settings.json into the workspace; gives the settings' path.
    QString writeTo(const Workspace &workspace) const;
};

//! \brief Pins a line of known_hosts, as "batchdesk-cli key trust" does.
void pinHost(const Workspace &workspace, const QByteArray &knownHostsLine);

//! \brief A run of these settings with that key of the server; gives its ended program.
std::unique_ptr<Program> runWithKey(const QString &settings, const QString &keyFile,
                                    const QProcessEnvironment &environment);

//! \brief Waits until a run with --json has a task running; gives its id.
QString waitUntilTasksRun(Program &run);

} // namespace Batchdesk::Test
