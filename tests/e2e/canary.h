// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/workspace.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <atomic>
#include <thread>

namespace Batchdesk::Test {

//! \brief The canary: tells where secrets stand that must not. It looks for account keys (as they
//! are, and percent-encoded), for private keys (each line of their body, and the body in one), for
//! SAS signatures and Authorization headers.
class Canary
{
public:
    //! \brief A secret that is looked for beside what every run has.
    void watch(const QByteArray &name, const QByteArray &secret);
    //! \brief What of them stands in there; empty when all is well.
    QStringList leaksIn(const QByteArray &content, bool mayHoldSignatures = false) const;
    //! \brief The same for every file of a workspace, "file: what". Files that keep a service's own
    //! credentials are left out; its database may hold the signatures of links, as Azure does.
    QStringList leaksIn(const Workspace &workspace, const QStringList &leftOut = {}) const;

private:
    struct Needle
    {
        QByteArray name;
        QByteArray bytes;
    };
    QList<Needle> m_needles;
};

//! \brief Looks at the arguments and the environment of the processes that belong to a workspace
//! (it stands in their environment), again and again while it lives.
class ProcessSampler
{
public:
    ProcessSampler(const Canary &canary, const Workspace &workspace);
    ~ProcessSampler();
    //! \brief Ends it and gives what was seen: "cmdline of git: what".
    QStringList finish();
    int looks() const { return m_looks; } //!< At how many processes it looked.

private:
    void look();

    const Canary &m_canary;
    QByteArray m_mark;
    std::atomic<bool> m_ended = false;
    std::atomic<int> m_looks = 0;
    QStringList m_leaks; // the thread's own until it has ended
    std::thread m_thread;
};

} // namespace Batchdesk::Test
