// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/accountaccess.h"
#include "tests/support/program.h"
#include "tests/support/workspace.h"

#include <QString>

#include <memory>

namespace Batchdesk::Test {

//! \brief A real server on a free port of this computer. Ended by stop(); should this program be
//! killed, it ends by itself.
class RealServer
{
public:
    virtual ~RealServer() = default;

    //! \brief Where it is, and the key that opens it; without a batch endpoint for Azurite.
    const AccountAccess &account() const { return m_account; }
    //! \brief For AZURE_STORAGE_CONNECTION_STRING.
    QString storageConnection() const;
    //! \brief Ends it as its user would, and waits until it is gone.
    void stop();

protected:
    AccountAccess m_account;
    std::unique_ptr<Program> m_program;
};

//! \brief Microsoft's Blob emulator from npm, with all in memory.
class Azurite final : public RealServer
{
public:
    Azurite();

private:
    Workspace m_workspace;
};

//! \brief "This computer" as `batchdesk-cli serve` runs it.
class EmbeddedServer final : public RealServer
{
public:
    //! \param suite names its request log among those of the contract suites; empty: none.
    explicit EmbeddedServer(const QString &suite = {}, int nodes = 2);

private:
    Workspace m_workspace;
};

} // namespace Batchdesk::Test
