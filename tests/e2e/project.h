// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/program.h"
#include "tests/support/workspace.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace Batchdesk::Test {

//! \brief The smallest real project: a shell script, some input files, a settings.json.
struct Project
{
    //! \brief Body of application/task.sh, run as `bash task.sh INPUT OUTPUT`.
    QByteArray script = "cp \"$1\" \"$2/result.txt\"\n";
    int inputs = 6; //!< in-00.txt, in-01.txt, …
    QByteArray pool = "\"dedicatedNodes\": 2, \"startTask\": \"none\"";
    QByteArray job = "\"retries\": 0";
    QByteArray task; //!< Further keys of the task, each with a comma before it.
    QByteArray cleanUp;

    //! \brief Writes application/, inputs/ and settings.json into the workspace; gives the
    //! settings' path.
    QString writeTo(const Workspace &workspace) const;
};

//! \brief A running `batchdesk-cli serve` on a folder of the workspace.
class LocalService
{
public:
    explicit LocalService(const Workspace &workspace, int nodes = 2, const QStringList &more = {});

    QProcessEnvironment environment() const; //!< With connection.env's variables.
    QString connectionFile() const { return m_state + QStringLiteral("/connection.env"); }
    QByteArray accountKey() const; //!< As connection.env has it.
    Program &program() { return *m_program; }

private:
    const Workspace &m_workspace;
    QString m_state;
    std::unique_ptr<Program> m_program;
};

//! \brief Starts `batchdesk-cli` with these arguments and --json where it is a run.
std::unique_ptr<Program> startCli(const QStringList &arguments,
                                  const QProcessEnvironment &environment);

//! \brief Pools, jobs, and containers other than those of results, as Microsoft's SDK lists them:
//! "pool x".
QStringList whatIsLeft(const QProcessEnvironment &environment);

} // namespace Batchdesk::Test
