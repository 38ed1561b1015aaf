// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/git/access.h"

#include "core/git/accesswords.h"
#include "core/git/privatefolder.h"
#include "core/git/program.h"
#include "core/net/asfuture.h"
#include "core/net/awaitoutcome.h"

#include <QCoreApplication>
#include <QProcess>

namespace Batchdesk::Git {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(GitAccess)
};

//! Text within double quotes of an SSH configuration, where % begins a placeholder.
QByteArray configPath(const QString &path)
{
    QString text = path;
    text.replace(QLatin1Char('%'), QLatin1String("%%"));
    return '"' + text.toUtf8() + '"';
}

QString shellQuoted(QString text)
{
    text.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

//! Nothing of the user's own Git and SSH: what works here has to work on a node.
QProcessEnvironment bareEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        const bool isGits = name.startsWith(QLatin1String("GIT_"))
            && name != QLatin1String("GIT_SSL_CAINFO") && name != QLatin1String("GIT_EXEC_PATH");
        if (isGits || name.startsWith(QLatin1String("SSH_")))
            environment.remove(name);
    }
    const QString nothing = QProcess::nullDevice();
    environment.insert(QStringLiteral("GIT_CONFIG_GLOBAL"), nothing);
    environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
    environment.insert(QStringLiteral("GIT_TERMINAL_PROMPT"), QStringLiteral("0"));
    environment.insert(QStringLiteral("GIT_ALLOW_PROTOCOL"), QStringLiteral("ssh:https"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    return environment;
}

QByteArray sshConfig(const PrivateFolder &folder, const KnownHosts &knownHosts, bool hasKey)
{
    return "IdentitiesOnly yes\nIdentityAgent none\nBatchMode yes\nStrictHostKeyChecking yes\n"
           "ConnectTimeout 15\nServerAliveInterval 10\nServerAliveCountMax 2\nUpdateHostKeys no\n"
           "GlobalKnownHostsFile none\nUserKnownHostsFile "
        + configPath(knownHosts.path()) + "\nIdentityFile "
        + (hasKey ? configPath(folder.path(QStringLiteral("key"))) : QByteArray("none")) + '\n';
}

//! Answers what Git asks for, for that host alone. It holds no secret itself.
QByteArray askpassScript(const Address &address, const QString &user)
{
    const QByteArray host = address.hostAndPort().toUtf8();
    return "#!/bin/sh\ncase \"$1\" in\n"
           "Username*\"'https://"
        + host + "'\"*) printf '%s\\n' " + shellQuoted(user).toUtf8()
        + " ;;\n"
          "Password*\"'https://\"*\"@"
        + host
        + "'\"*) cat \"${0%/*}/token\" ;;\n"
          "*) exit 1 ;;\nesac\n";
}

Outcome<void> prepareSsh(const AccessRequest &request, const KnownHosts &knownHosts,
                         const PrivateFolder &folder, QProcessEnvironment &environment)
{
    const bool hasKey = !request.secret.isEmpty();
    if (hasKey) {
        if (const auto key = folder.write(QStringLiteral("key"), request.secret); !key)
            return key.error();
    }
    const auto config =
        folder.write(QStringLiteral("config"), Secret(sshConfig(folder, knownHosts, hasKey)));
    if (!config)
        return config.error();
    environment.insert(QStringLiteral("GIT_SSH_COMMAND"),
                       QStringLiteral("ssh -F ") + shellQuoted(*config));
    environment.insert(QStringLiteral("GIT_SSH_VARIANT"), QStringLiteral("ssh"));
    return {};
}

Outcome<void> prepareToken(const AccessRequest &request, const PrivateFolder &folder,
                           QProcessEnvironment &environment)
{
    if (request.secret.isEmpty())
        return {};
    const auto token = folder.write(QStringLiteral("token"), request.secret);
    if (!token)
        return token.error();
    const auto script = folder.writeScript(
        QStringLiteral("askpass"), askpassScript(request.address, request.credential->user));
    if (!script)
        return script.error();
    environment.insert(QStringLiteral("GIT_ASKPASS"), *script);
    return {};
}

//! What git adds to a tag's name for what the tag stands for.
const QString peeled = QStringLiteral("^{}");

QString fullName(const Reference &reference)
{
    if (reference.kind == Reference::Kind::Branch)
        return QStringLiteral("refs/heads/") + reference.name;
    if (reference.kind == Reference::Kind::Tag)
        return QStringLiteral("refs/tags/") + reference.name;
    return {};
}

AccessReport reportOf(AccessProblem problem, const AccessRequest &request,
                      const QByteArray &words = {})
{
    AccessReport report;
    report.problem = problem;
    if (problem != AccessProblem::None)
        report.error = accessError(problem, request, words);
    return report;
}

AccessReport reportOf(const Error &error)
{
    AccessReport report;
    report.problem = error.code == QLatin1String("ToolMissing") ? AccessProblem::GitMissing
                                                                : AccessProblem::Other;
    report.error = error;
    return report;
}

//! From "ref: refs/heads/main\tHEAD", "<hash>\tHEAD", "<hash>\trefs/heads/dev".
AccessReport readReferences(const QByteArray &output, const AccessRequest &request)
{
    AccessReport report;
    QString head;
    QString wanted;
    const QString name = fullName(request.reference);
    for (const QByteArray &line : output.split('\n')) {
        const QString first = QString::fromUtf8(line.left(line.indexOf('\t')));
        const QString second = QString::fromUtf8(line.mid(line.indexOf('\t') + 1));
        if (first.startsWith(QLatin1String("ref: refs/heads/")))
            report.defaultBranch = first.mid(16);
        else if (second == QLatin1String("HEAD"))
            head = first;
        else if (!name.isEmpty() && second == name && wanted.isEmpty())
            wanted = first;
        else if (!name.isEmpty() && second == name + peeled)
            wanted = first; // an annotated tag is an object of its own; its commit is meant
    }
    switch (request.reference.kind) {
    case Reference::Kind::Commit:
        return report; // only a fetch would tell whether it is there
    case Reference::Kind::Default:
        report.commit = head;
        break;
    default:
        report.commit = wanted;
    }
    if (!report.commit.isEmpty())
        return report;
    const QString defaultBranch = report.defaultBranch;
    report = reportOf(AccessProblem::ReferenceMissing, request);
    report.defaultBranch = defaultBranch;
    return report;
}

//! A token goes to its own host only.
bool belongsTo(const Credential &credential, const Address &address)
{
    if (credential.kind == Credential::Kind::SshKey)
        return address.isSsh();
    return !address.isSsh() && credential.host == address.host;
}

Error notForThis(const Credential &credential, const Address &address)
{
    if (credential.kind == Credential::Kind::SshKey)
        return Error::invalidInput(
            Texts::tr("\"%1\" is an SSH key, and the address is one of HTTPS").arg(credential.name),
            {}, Texts::tr("Use the SSH address of the repository, or choose a token."));
    if (address.isSsh())
        return Error::invalidInput(
            Texts::tr("\"%1\" is a token for HTTPS, and the address is one of SSH")
                .arg(credential.name),
            {}, Texts::tr("Use the https:// address of the repository, or choose an SSH key."));
    return Error::invalidInput(Texts::tr("The token \"%1\" is for %2, and would not be sent to %3")
                                   .arg(credential.name, credential.host, address.host),
                               {}, Texts::tr("Choose the token of that host."));
}

} // namespace

static QCoro::Task<AccessReport> lookAtHost(AccessRequest request, KnownHosts knownHosts,
                                            AccessProblem problem)
{
    const auto keys = co_await awaitOutcome(scanHostKeys(request.address));
    if (!keys && problem == AccessProblem::HostUnknown) {
        AccessReport failed = reportOf(keys.error());
        if (failed.problem == AccessProblem::Other)
            failed.problem = AccessProblem::HostUnreachable;
        co_return failed;
    }
    AccessReport report = reportOf(problem, request);
    if (!keys)
        co_return report;
    report.shownKeys = *keys;
    report.trust = knownHosts.judge(request.address, *keys);
    if (report.trust == HostTrust::Changed && problem != AccessProblem::HostKeyChanged) {
        report.problem = AccessProblem::HostKeyChanged;
        report.error = accessError(AccessProblem::HostKeyChanged, request, {});
    }
    co_return report;
}

static QCoro::Task<AccessReport> tryAccess(AccessRequest request, KnownHosts knownHosts)
{
    if (request.credential && !belongsTo(*request.credential, request.address))
        co_return reportOf(notForThis(*request.credential, request.address));
    const bool isSsh = request.address.isSsh();
    if (isSsh && knownHosts.keysOf(request.address).isEmpty())
        co_return co_await lookAtHost(request, knownHosts, AccessProblem::HostUnknown);
    const PrivateFolder folder;
    ProgramRequest git;
    git.environment = bareEnvironment();
    const auto prepared = isSsh ? prepareSsh(request, knownHosts, folder, git.environment)
                                : prepareToken(request, folder, git.environment);
    if (!prepared)
        co_return reportOf(prepared.error());
    git.program = QStringLiteral("git");
    git.arguments = {QStringLiteral("-c"),        QStringLiteral("credential.helper="),
                     QStringLiteral("ls-remote"), QStringLiteral("--symref"),
                     QStringLiteral("--"),        request.address.url,
                     QStringLiteral("HEAD")};
    if (const QString name = fullName(request.reference); !name.isEmpty())
        git.arguments << name << name + peeled;
    git.patience = request.patience;
    const QFuture<ProgramResult> running = runProgram(git);
    const ProgramResult result = co_await running;
    if (!result.started)
        co_return reportOf(AccessProblem::GitMissing, request);
    if (result.timedOut)
        co_return reportOf(AccessProblem::TimedOut, request);
    if (result.exitCode == 0)
        co_return readReferences(result.output, request);
    const AccessProblem problem = problemFrom(result.errors);
    if (problem == AccessProblem::HostUnknown || problem == AccessProblem::HostKeyChanged)
        co_return co_await lookAtHost(request, knownHosts, AccessProblem::HostKeyChanged);
    co_return reportOf(problem, request, result.errors);
}

static QCoro::Task<AccessReport> tryAccessWith(Credentials *credentials, AccessRequest request,
                                               KnownHosts knownHosts)
{
    const QString name = request.credential->name;
    const auto found = credentials->find(name);
    if (!found)
        co_return reportOf(found.error());
    request.credential = *found;
    const auto secret = co_await awaitOutcome(credentials->secretOf(name));
    if (!secret)
        co_return reportOf(secret.error());
    request.secret = *secret;
    co_return co_await tryAccess(request, knownHosts);
}

QFuture<AccessReport> testAccess(const AccessRequest &request, const KnownHosts &knownHosts)
{
    return asFuture(tryAccess(request, knownHosts));
}

QFuture<AccessReport> testAccess(Credentials *credentials, const QString &credentialName,
                                 const Address &address, const Reference &reference,
                                 const KnownHosts &knownHosts)
{
    AccessRequest request;
    request.address = address;
    request.reference = reference;
    if (credentialName.isEmpty())
        return testAccess(request, knownHosts);
    request.credential = Credential{};
    request.credential->name = credentialName;
    return asFuture(tryAccessWith(credentials, request, knownHosts));
}

} // namespace Batchdesk::Git
