// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/git/accesswords.h"

#include "core/base/redact.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace Batchdesk::Git {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(GitAccess)
};

struct Words
{
    const char *pattern;
    AccessProblem problem;
};

//! The first that matches decides: what is nearer to the cause stands before what follows from it.
constexpr std::array<Words, 10> knownWords{{
    {"REMOTE HOST IDENTIFICATION HAS CHANGED|host key for .* has changed"
     "|REVOKED HOST KEY",
     AccessProblem::HostKeyChanged},
    {"No (\\S+ )?host key is known for|Host key verification failed", AccessProblem::HostUnknown},
    {"Could not resolve host|Name or service not known|Connection refused|Connection timed out"
     "|No route to host|Network is unreachable|Connection reset|Connection closed by"
     "|Failed to connect to|Temporary failure in name resolution|SSL certificate problem"
     "|server certificate verification failed|kex_exchange_identification|Operation timed out",
     AccessProblem::HostUnreachable},
    {"Repository not found|repository '.*' not found|does not appear to be a git repository"
     "|project you were looking for could not be found|Repository does not exist"
     "|repository does not exist|TF401019|The requested URL returned error: 404"
     "|not a git repository|access to this repository has been (disabled|blocked)"
     "|You may not have access to this repository",
     AccessProblem::NotFound},
    {"Permission denied \\(|Public key authentication failed|Load key .*(error|invalid)"
     "|Too many authentication failures|Access denied\\. Contact your administrator"
     "|not (currently )?authorized to access this repository",
     AccessProblem::KeyRefused},
    {"Authentication failed for|could not read Username|could not read Password"
     "|HTTP Basic: Access denied|Invalid username or (password|token)|returned error: 40[13]"
     "|terminal prompts disabled|Support for password authentication was removed",
     AccessProblem::TokenRefused},
    {"ssh: command not found|cannot run ssh|error: cannot spawn ssh", AccessProblem::GitMissing},
    {"Couldn't find remote ref|Remote branch .* not found|not our ref|pathspec",
     AccessProblem::ReferenceMissing},
    {"timed out|Timeout, server .* not responding", AccessProblem::TimedOut},
    {"Could not read from remote repository", AccessProblem::KeyRefused},
}};

//! What git adds to every failure, whatever it was.
bool saysNothing(const QString &line)
{
    return line.startsWith(QLatin1String("fatal: Could not read from remote repository"))
        || line.startsWith(QLatin1String("Please make sure you have the correct access rights"))
        || line.startsWith(QLatin1String("and the repository exists"));
}

QString lastWords(const QByteArray &words)
{
    QStringList lines = QString::fromUtf8(words).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    lines.removeIf(saysNothing);
    return redact(lines.mid(qMax<qsizetype>(0, lines.size() - 3)).join(QLatin1Char(' '))).left(600);
}

Error made(Error::Kind kind, const QString &message, const QString &advice)
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.advice = advice;
    return error;
}

QString referenceText(const Reference &reference)
{
    switch (reference.kind) {
    case Reference::Kind::Branch:
        return Texts::tr("branch \"%1\"").arg(reference.name);
    case Reference::Kind::Tag:
        return Texts::tr("tag \"%1\"").arg(reference.name);
    case Reference::Kind::Commit:
        return Texts::tr("commit %1").arg(reference.name);
    case Reference::Kind::Default:
        break;
    }
    return Texts::tr("any branch");
}

Error keyRefused(const AccessRequest &request)
{
    const QString host = request.address.host;
    if (!request.credential)
        return made(Error::Kind::Unauthenticated, Texts::tr("%1 asks for an SSH key").arg(host),
                    Texts::tr("Choose the key of this repository, or make one."));
    return made(Error::Kind::Unauthenticated,
                Texts::tr("%1 does not accept the key \"%2\"").arg(host, request.credential->name),
                Texts::tr("Add the public half of the key there, as a deploy key of the repository "
                          "or to your account, and try again."));
}

Error tokenRefused(const AccessRequest &request)
{
    const QString host = request.address.host;
    if (!request.credential)
        return made(Error::Kind::Unauthenticated,
                    Texts::tr("%1 asks for a token: the repository is private, or does not exist")
                        .arg(host),
                    Texts::tr("Choose a token for this host, or use the SSH address with a key."));
    return made(
        Error::Kind::Unauthenticated,
        Texts::tr("%1 does not accept the token \"%2\"").arg(host, request.credential->name),
        Texts::tr("It may have expired, or may not read this repository. Make another one "
                  "there, and enter it under Accounts."));
}

} // namespace

AccessProblem problemFrom(const QByteArray &errors)
{
    const QString text = QString::fromUtf8(errors);
    for (const Words &words : knownWords) {
        const QRegularExpression known(QLatin1String(words.pattern),
                                       QRegularExpression::CaseInsensitiveOption);
        if (known.match(text).hasMatch())
            return words.problem;
    }
    return AccessProblem::Other;
}

Error accessError(AccessProblem problem, const AccessRequest &request, const QByteArray &words)
{
    const QString host = request.address.knownHostsName();
    const QString repository = request.address.path;
    switch (problem) {
    case AccessProblem::GitMissing:
        return made(
            Error::Kind::NotFound,
            Texts::tr("Git or SSH is not installed on this computer, so the access cannot be "
                      "tried"),
            Texts::tr("Install git and the OpenSSH client. The nodes bring their own."));
    case AccessProblem::HostUnknown:
        return made(Error::Kind::Unauthenticated,
                    Texts::tr("The host key of %1 is not trusted yet").arg(host),
                    Texts::tr("Compare its fingerprint with the one that the host publishes, and "
                              "trust it."));
    case AccessProblem::HostKeyChanged:
        return made(
            Error::Kind::Unauthenticated,
            Texts::tr("WARNING: %1 shows another host key than the one that is trusted. "
                      "Somebody may be listening in")
                .arg(host),
            Texts::tr("Ask the host's administrators whether they changed it. Trust the new "
                      "one only when they say so."));
    case AccessProblem::HostUnreachable:
        return made(Error::Kind::Network,
                    Texts::tr("%1 cannot be reached: %2").arg(host, lastWords(words)),
                    Texts::tr("Check the address and the network: a firewall may block SSH."));
    case AccessProblem::KeyRefused:
        return keyRefused(request);
    case AccessProblem::TokenRefused:
        return tokenRefused(request);
    case AccessProblem::NotFound:
        return made(
            Error::Kind::NotFound,
            Texts::tr("There is no repository %1 on %2, or not for this key").arg(repository, host),
            Texts::tr("Check the spelling, and that the key may read this repository."));
    case AccessProblem::ReferenceMissing:
        return made(Error::Kind::NotFound,
                    Texts::tr("The repository has no %1").arg(referenceText(request.reference)),
                    Texts::tr("Check the spelling, and that it was pushed."));
    case AccessProblem::TimedOut:
        return made(
            Error::Kind::Timeout,
            Texts::tr("%1 did not answer within %2 s").arg(host).arg(request.patience.count()),
            Texts::tr("Try again; when it stays so, check the network."));
    case AccessProblem::Other:
    case AccessProblem::None:
        break;
    }
    return made(Error::Kind::Service,
                Texts::tr("Git could not reach the repository: %1").arg(lastWords(words)),
                Texts::tr("The words are Git's own."));
}

} // namespace Batchdesk::Git
