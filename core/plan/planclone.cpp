// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/planclone.h"

#include "core/base/isotime.h"
#include "core/plan/shippedfile.h"

#include <QCoreApplication>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PlanClone)
};

QString flag(bool on)
{
    return on ? QStringLiteral("1") : QStringLiteral("0");
}

QString kindOfSecret(const PlannedClone &clone)
{
    if (!clone.needsSecret())
        return QStringLiteral("none");
    return clone.address.isSsh() ? QStringLiteral("key") : QStringLiteral("token");
}

QString whatIsCheckedOut(const Git::Reference &reference)
{
    switch (reference.kind) {
    case Git::Reference::Kind::Branch:
        return Texts::tr("branch %1").arg(reference.name);
    case Git::Reference::Kind::Tag:
        return Texts::tr("tag %1").arg(reference.name);
    case Git::Reference::Kind::Commit:
        return Texts::tr("commit %1").arg(reference.name);
    case Git::Reference::Kind::Default:
        break;
    }
    return Texts::tr("its default branch");
}

QString historyInWords(const GitSource &source)
{
    QStringList parts{source.depth == 0
                          ? Texts::tr("with all of its history")
                          : Texts::tr("commits fetched: the last %1").arg(source.depth)};
    if (source.submodules)
        parts << Texts::tr("with its submodules");
    if (source.lfs)
        parts << Texts::tr("with the files of Git LFS");
    return parts.join(QStringLiteral(", "));
}

} // namespace

PlannedClone plannedClone(const GitSource &source, const QString &secretContainer)
{
    PlannedClone clone;
    clone.source = source;
    if (const auto address = Git::Address::parse(source.url))
        clone.address = *address;
    if (!source.credential.isEmpty())
        clone.secret = {secretContainer, QStringLiteral("git-secret")};
    return clone;
}

QList<Batch::NameValue> cloneEnvironment(const PlannedClone &clone)
{
    const GitSource &source = clone.source;
    QList<Batch::NameValue> variables{
        {QStringLiteral("BATCHDESK_GIT_URL"), clone.address.url},
        {QStringLiteral("BATCHDESK_GIT_REF"), source.reference.toText()},
        {QStringLiteral("BATCHDESK_GIT_FOLDER"), source.folder},
        {QStringLiteral("BATCHDESK_GIT_DEPTH"), QString::number(source.depth)},
        {QStringLiteral("BATCHDESK_GIT_SUBMODULES"), flag(source.submodules)},
        {QStringLiteral("BATCHDESK_GIT_LFS"), flag(source.lfs)},
        {QStringLiteral("BATCHDESK_GIT_TIMEOUT"), QString::number(source.timeout.count())},
        {QStringLiteral("BATCHDESK_GIT_AUTH"), kindOfSecret(clone)},
    };
    // A token is never sent elsewhere, wherever the host may lead.
    if (clone.needsSecret() && !clone.address.isSsh())
        variables.append({QStringLiteral("BATCHDESK_GIT_HOST"), clone.address.hostAndPort()});
    return variables;
}

QList<PlannedScript> cloneFiles(const PlannedClone &clone, const QByteArray &hostKeys,
                                const QString &container, ImageChoice::Os os)
{
    const QString script =
        os == ImageChoice::Os::Windows ? QStringLiteral("clone.ps1") : QStringLiteral("clone.sh");
    QList<PlannedScript> files{{{container, QStringLiteral("preparation/") + script},
                                shippedFile(QStringLiteral("nodes/") + script)}};
    if (clone.address.isSsh())
        files.append({{container, QStringLiteral("preparation/known_hosts")}, hostKeys});
    return files;
}

std::optional<Error> hostKeyProblem(const PlannedClone &clone, const QByteArray &hostKeys)
{
    if (!clone.address.isSsh() || !hostKeys.isEmpty())
        return {};
    Error error = Error::invalidInput(
        Texts::tr("The host key of %1 is not trusted yet").arg(clone.address.knownHostsName()),
        Texts::tr("settings, %1").arg(QLatin1String("$.application.git.url")),
        Texts::tr(
            "Test the access in the window, or run \"batchdesk-cli key trust %1\", and compare "
            "the fingerprint with the one that the host publishes.")
            .arg(clone.address.url));
    error.code = QStringLiteral("HostNotTrusted");
    return error;
}

QStringList cloneInWords(const Plan &plan)
{
    const PlannedClone &clone = *plan.clone;
    QStringList lines{Texts::tr("Every node clones %1, %2; %3.")
                          .arg(clone.address.url, whatIsCheckedOut(clone.source.reference),
                               historyInWords(clone.source))};
    lines << (clone.source.folder == QLatin1String(".")
                  ? Texts::tr("The application is the whole repository.")
                  : Texts::tr("The application is its folder %1.").arg(clone.source.folder));
    if (clone.address.isSsh())
        lines << Texts::tr("A node goes on only when %1 shows the host key that you trusted.")
                     .arg(clone.address.knownHostsName());
    if (!clone.needsSecret())
        return lines << Texts::tr("No key is needed.");
    const QString what = clone.address.isSsh()
        ? Texts::tr("The private half of the key \"%1\"").arg(clone.source.credential)
        : Texts::tr("The token \"%1\"").arg(clone.source.credential);
    lines << Texts::tr("%1 waits in the private container %2, and its link ends after %3 at the "
                       "latest. A node reads it for the clone alone, and removes it then.")
                 .arg(what, clone.secret.container, toIsoDuration(secretLifetime(plan)));
    return lines << Texts::tr("The container is deleted when all tasks are through.");
}

} // namespace Batchdesk
