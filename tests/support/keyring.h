// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace Batchdesk::Test {

//! \brief What a program finds when it asks the system for its keychain.
enum class Keyring {
    NoBus,     //!< No D-Bus at all.
    NoService, //!< A bus where nobody offers a keychain.
    Locked,    //!< gnome-keyring with a login keyring that is locked, and no display to ask on.
    Unlocked,  //!< gnome-keyring, ready.
};

//! \brief How a test ended that was run by runWithKeyring().
struct KeyringRun
{
    int exitCode = -1;
    QByteArray output;
};

//! \brief Runs another test of this very program in a process of its own, with such a keychain on a
//! private bus and a throw-away home: libsecret stays with the first bus it sees. The test is to be
//! called DISABLED_something, so that it does not run by itself.
KeyringRun runWithKeyring(Keyring keyring, const QString &test);

//! \brief Lets the test that runWithKeyring() started use its bus, which the programs of tests keep
//! away from otherwise. To be called before anything asks for a key.
void useBusOfKeyring();

} // namespace Batchdesk::Test
