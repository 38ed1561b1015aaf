// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/git/gitaddress.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

namespace Batchdesk::Git {

//! \brief The public key by which a host proves that it is itself.
struct HostKey
{
    QString type;        //!< "ssh-ed25519" …
    QString base64;      //!< The key itself.
    QString fingerprint; //!< "SHA256:…"

    bool operator==(const HostKey &) const = default;
};

//! \brief What a host publishes about its keys, for the big ones that Batchdesk knows.
struct PublishedHost
{
    QString title;            //!< "GitHub"
    QStringList fingerprints; //!< Of all its keys.
    QString page;             //!< Where it publishes them.

    bool isKnown() const { return !fingerprints.isEmpty(); }
};

//! \brief As shipped in resources/git/published-hosts.json; nothing known for other hosts.
PublishedHost publishedHost(const QString &host);

//! \brief How far a host's key may be trusted.
enum class HostTrust {
    Pinned,    //!< It is the one that the user trusted before.
    Published, //!< Not pinned yet, and it is one that the host publishes.
    Unknown,   //!< Not pinned yet, and nothing is published to compare it with.
    Changed,   //!< Another one is pinned or published: somebody may stand between.
};

//! \brief The host keys that the user trusts, in a file of OpenSSH's known_hosts format.
//! Only its plain lines are Batchdesk's own; others are kept as they are.
class KnownHosts
{
public:
    explicit KnownHosts(const QString &path = defaultPath())
        : m_path(path)
    {
    }
    //! \brief known_hosts beside accounts.json; the user's own ~/.ssh is left alone.
    static QString defaultPath();
    QString path() const { return m_path; }

    //! \brief The pinned keys of a host; none when it is not known. Blocks on a small file.
    QList<HostKey> keysOf(const Address &address) const;
    //! \brief The lines for that host alone, as they are sent to the nodes.
    QByteArray linesFor(const Address &address) const;
    //! \brief Pins these keys in place of those pinned before. Io.
    Outcome<void> trust(const Address &address, const QList<HostKey> &keys) const;
    //! \brief Forgets what is pinned for that host ("host", or "[host]:port"). Io.
    Outcome<void> forget(const QString &knownHostsName) const;
    //! \brief Every host there is a key of, as knownHostsName().
    QStringList hosts() const;
    //! \brief How far keys that a host just showed may be trusted.
    HostTrust judge(const Address &address, const QList<HostKey> &shown) const;

private:
    QString m_path;
};

//! \brief Reads the lines of known_hosts or of ssh-keyscan that belong to \a address; what is no
//! such line is skipped.
QList<HostKey> readHostKeys(const QByteArray &lines, const Address &address);

//! \brief Asks the host for its keys, by ssh-keyscan. NotFound (code "ToolMissing") without it,
//! Network when the host does not answer as an SSH server in time.
QFuture<Outcome<QList<HostKey>>> scanHostKeys(
    const Address &address, std::chrono::seconds patience = std::chrono::seconds(15));

} // namespace Batchdesk::Git
