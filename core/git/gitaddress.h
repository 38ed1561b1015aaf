// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"

#include <QString>

//! \brief Private Git repositories: where they are, who may read them, and whether that works.
namespace Batchdesk::Git {

//! \brief Where a repository is: git@host:path, ssh://user@host:port/path or https://host/path.
struct Address
{
    enum class Scheme { Ssh, Https };

    Scheme scheme = Scheme::Ssh;
    QString user; //!< Of ssh; empty for https.
    QString host; //!< Lower case; an IPv6 address without its brackets.
    int port = 0; //!< 0: the scheme's own.
    QString path; //!< As written, without the '/' of a URL's host before it when it is scp-like.
    QString url;  //!< As git takes it; holds no secret.

    bool isSsh() const { return scheme == Scheme::Ssh; }
    //! \brief The host as known_hosts names it: "host", or "[host]:port" beside port 22.
    QString knownHostsName() const;
    //! \brief "host", or "host:port" where a port is given.
    QString hostAndPort() const;
    //! \brief The last part of the path, without ".git"; for people.
    QString repositoryName() const;

    //! \brief Reads one. InvalidInput for anything else: local paths, unencrypted protocols, a
    //! password within the URL (which is not repeated), names that git would take for options.
    static Outcome<Address> parse(const QString &text);

    bool operator==(const Address &) const = default;
};

//! \brief What is checked out.
struct Reference
{
    enum class Kind { Default, Branch, Tag, Commit };

    Kind kind = Kind::Default; //!< Default: the branch that the repository itself names.
    QString name;              //!< A commit by its whole hash.

    //! \brief "branch:main", "tag:v1", "commit:1a2b…", or empty.
    QString toText() const;

    bool operator==(const Reference &) const = default;
};

//! \brief True for what may be the name of a branch or tag (git-check-ref-format), with no wildcard
//! and not beginning with a dash.
bool isLegalReferenceName(const QString &name);
//! \brief True for a whole hash: 40 or 64 hexadecimal digits.
bool isWholeCommit(const QString &name);

} // namespace Batchdesk::Git
