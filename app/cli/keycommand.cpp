// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/command.h"
#include "app/cli/secretinput.h"
#include "core/git/access.h"
#include "core/git/credentials.h"
#include "core/git/hostguides.h"
#include "core/git/hostkeys.h"
#include "core/plan/settings.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>

namespace Batchdesk::Cli {

namespace {

using Git::Credential;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

constexpr qint64 largestKey = 64 * 1024;

int fail(const Error &error)
{
    printErrors({error}, false);
    return exitCodeFor(error);
}

void printPublicHalf(const Credential &key)
{
    printLine(key.publicKey.line);
    printProblem(key.publicKey.fingerprint);
}

int list(const QCommandLineParser &)
{
    const auto credentials = userCredentials();
    const auto known = credentials->list();
    if (!known)
        return fail(known.error());
    for (const Credential &key : *known) {
        if (key.kind == Credential::Kind::SshKey)
            printLine(QStringLiteral("%1  %2  %3")
                          .arg(key.name, key.publicKey.type, key.publicKey.fingerprint));
    }
    return AllSucceeded;
}

int printAdded(const QFuture<Outcome<Credential>> &adding)
{
    const auto added = waitFor(adding);
    if (!added)
        return fail(added.error());
    printPublicHalf(*added);
    printProblem(Texts::tr("Add this line on the pages of your Git host: as a deploy key of the "
                           "repository, or to your account."));
    return AllSucceeded;
}

int generate(const QCommandLineParser &parser)
{
    const auto credentials = userCredentials();
    const auto type =
        parser.isSet(QStringLiteral("rsa")) ? Git::KeyType::Rsa4096 : Git::KeyType::Ed25519;
    return printAdded(credentials->generate(parser.positionalArguments().value(1), type,
                                            Git::Credentials::Keep::InKeychain));
}

int import(const QCommandLineParser &parser)
{
    const QString path = parser.positionalArguments().value(2);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            Error::io(Texts::tr("The key cannot be read: %1").arg(file.errorString()), path));
    const Secret content(file.read(largestKey));
    const auto plain = Git::importKey(content, Secret(), QString());
    Secret passphrase;
    if (!plain && plain.error().code == Git::passphraseNeeded) {
        const auto given = readSecret(Texts::tr("Passphrase of %1: ").arg(path));
        if (!given)
            return fail(given.error());
        passphrase = *given;
    }
    const auto credentials = userCredentials();
    return printAdded(credentials->import(parser.positionalArguments().value(1), content,
                                          passphrase, Git::Credentials::Keep::InKeychain));
}

int publicHalf(const QCommandLineParser &parser)
{
    const auto key = userCredentials()->find(parser.positionalArguments().value(1));
    if (!key)
        return fail(key.error());
    if (key->kind != Credential::Kind::SshKey)
        return fail(Error::invalidInput(
            Texts::tr("\"%1\" is a token, which has no public half").arg(key->name)));
    printPublicHalf(*key);
    return AllSucceeded;
}

int remove(const QCommandLineParser &parser)
{
    const auto credentials = userCredentials();
    const auto removed = waitFor(credentials->remove(parser.positionalArguments().value(1)));
    return removed ? int(AllSucceeded) : fail(removed.error());
}

void printHostKeys(const QList<Git::HostKey> &keys, const Git::PublishedHost &published)
{
    for (const Git::HostKey &key : keys) {
        const QString note = !published.isKnown() ? QString()
            : published.fingerprints.contains(key.fingerprint)
            ? Texts::tr("  as %1 publishes it").arg(published.title)
            : Texts::tr("  NOT as %1 publishes it").arg(published.title);
        printLine(QStringLiteral("%1 %2%3").arg(key.type, key.fingerprint, note));
    }
}

//! The key whose fingerprint the user named with --fingerprint: it proves no other one.
QList<Git::HostKey> confirmedOf(const QCommandLineParser &parser, QList<Git::HostKey> keys)
{
    const QString given = parser.value(QStringLiteral("fingerprint"));
    keys.removeIf([&given](const Git::HostKey &key) { return key.fingerprint != given; });
    return keys;
}

int trust(const QCommandLineParser &parser)
{
    const auto address = Git::Address::parse(parser.positionalArguments().value(1));
    if (!address)
        return fail(address.error());
    const auto keys = waitFor(Git::scanHostKeys(*address));
    if (!keys)
        return fail(keys.error());
    const Git::KnownHosts knownHosts;
    const Git::PublishedHost published = Git::publishedHost(address->host);
    const Git::HostTrust found = knownHosts.judge(*address, *keys);
    const QList<Git::HostKey> confirmed = confirmedOf(parser, *keys);
    printHostKeys(*keys, published);
    if (found == Git::HostTrust::Pinned) {
        printLine(Texts::tr("%1 is trusted already.").arg(address->knownHostsName()));
        return AllSucceeded;
    }
    if (found == Git::HostTrust::Changed && confirmed.isEmpty()) {
        printProblem(Texts::tr("WARNING: this is another key than the one that is trusted or "
                               "published. Somebody may be listening in. Ask the host's "
                               "administrators; when they confirm a fingerprint, name it with "
                               "--fingerprint."));
        return RequestWrong;
    }
    if (found == Git::HostTrust::Unknown && confirmed.isEmpty()) {
        printProblem(Texts::tr("Compare the fingerprint with the one that the host publishes, and "
                               "confirm it with --fingerprint SHA256:…"));
        return RequestWrong;
    }
    const QList<Git::HostKey> toPin = confirmed.isEmpty() ? *keys : confirmed;
    if (const auto kept = knownHosts.trust(*address, toPin); !kept)
        return fail(kept.error());
    printLine(Texts::tr("%1 is trusted from now on.").arg(address->knownHostsName()));
    return AllSucceeded;
}

int distrust(const QCommandLineParser &parser)
{
    const QString host = parser.positionalArguments().value(1);
    const Git::KnownHosts knownHosts;
    if (!knownHosts.hosts().contains(host))
        return fail(Error::invalidInput(
            Texts::tr("%1 is not among the trusted hosts").arg(host), {},
            Texts::tr("Known are: %1.").arg(knownHosts.hosts().join(QStringLiteral(", ")))));
    const auto forgotten = knownHosts.forget(host);
    return forgotten ? int(AllSucceeded) : fail(forgotten.error());
}

int test(const QCommandLineParser &parser)
{
    const SettingsDocument document = readSettings(parser.positionalArguments().value(1));
    if (!document.ok()) {
        printErrors(document.errors, false);
        return RequestWrong;
    }
    const auto &git = document.settings.application.git;
    if (!git)
        return fail(
            Error::invalidInput(Texts::tr("These settings clone no repository"), document.path));
    const auto address = Git::Address::parse(git->url); // which was checked
    const auto credentials = userCredentials();
    const Git::AccessReport report = waitFor(Git::testAccess(
        credentials.get(), git->credential, *address, git->reference, Git::KnownHosts()));
    printHostKeys(report.shownKeys, Git::publishedHost(address->host));
    if (!report.ok())
        return fail(*report.error);
    printLine(
        report.commit.isEmpty()
            ? Texts::tr("The repository can be read.")
            : Texts::tr("The repository can be read; it is at commit %1.").arg(report.commit));
    return AllSucceeded;
}

int guide(const QCommandLineParser &parser)
{
    for (const Git::HostGuide &guide : Git::keyGuides(parser.positionalArguments().value(1))) {
        printLine(guide.title);
        for (const Git::HostGuide::Way &way : guide.ways) {
            printLine(QStringLiteral("  %1\n    %2").arg(way.title, way.page.toString()));
            for (const QString &step : way.steps)
                printLine(QStringLiteral("    - %1").arg(step));
        }
    }
    return AllSucceeded;
}

struct Verb
{
    int (*carryOut)(const QCommandLineParser &);
    int arguments; //!< After the verb; a negative number: at most so many.
};

const QHash<QString, Verb> &verbs()
{
    static const QHash<QString, Verb> all{
        {QStringLiteral("list"), {list, 0}},         {QStringLiteral("generate"), {generate, 1}},
        {QStringLiteral("import"), {import, 2}},     {QStringLiteral("public"), {publicHalf, 1}},
        {QStringLiteral("delete"), {remove, 1}},     {QStringLiteral("trust"), {trust, 1}},
        {QStringLiteral("distrust"), {distrust, 1}}, {QStringLiteral("test"), {test, 1}},
        {QStringLiteral("guide"), {guide, -1}},
    };
    return all;
}

} // namespace

int keyCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr(
        "SSH keys for private repositories, and the Git hosts that are trusted.\n"
        "\n"
        "  key list                  the keys that are kept\n"
        "  key generate NAME         make one; prints its public half\n"
        "  key import NAME FILE      take one over; asks for its passphrase, once\n"
        "  key public NAME           print the public half again\n"
        "  key delete NAME           forget one\n"
        "  key trust URL             look at a host's key, and trust it\n"
        "  key distrust HOST         trust it no more\n"
        "  key test SETTINGS         try whether the repository of settings.json can be read\n"
        "  key guide [URL]           where the public half is pasted"));
    parser.addPositionalArgument(QStringLiteral("VERB"), Texts::tr("one of the above"));
    parser.addOption({QStringLiteral("rsa"), Texts::tr("Make an RSA key of 4096 bits.")});
    parser.addOption({QStringLiteral("fingerprint"),
                      Texts::tr("The fingerprint that the host publishes."),
                      QStringLiteral("SHA256")});
    int exitCode = 0;
    if (!parse(parser, arguments, exitCode))
        return exitCode;
    const QStringList words = parser.positionalArguments();
    const auto verb = verbs().constFind(words.value(0));
    const int given = int(words.size()) - 1;
    if (verb == verbs().constEnd()
        || (verb->arguments >= 0 ? given != verb->arguments : given > -verb->arguments)) {
        printProblem(parser.helpText());
        return RequestWrong;
    }
    return verb->carryOut(parser);
}

} // namespace Batchdesk::Cli
