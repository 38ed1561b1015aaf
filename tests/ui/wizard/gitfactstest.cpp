// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/gitfacts.h"

#include "core/plan/freshstamp.h"
#include "tests/support/workspace.h"

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

GitSource sourceOf(const QString &url)
{
    GitSource source;
    source.url = url;
    return source;
}

QString fact(const QList<FactSection> &sections, const QString &label)
{
    for (const FactSection &section : sections) {
        for (const FactSection::Fact &each : section.facts) {
            if (each.label == label)
                return each.text;
        }
    }
    return QStringLiteral("-");
}

const QString url = QStringLiteral("git@github.com:owner/model.git");

} // namespace

TEST(GitFacts, SaysWhatIsClonedAsItIsUsual)
{
    const auto facts = gitFacts(sourceOf(url), {});
    EXPECT_EQ(fact(facts, QStringLiteral("Clones")), url);
    EXPECT_EQ(fact(facts, QStringLiteral("Checks out")),
              QStringLiteral("the repository's default branch"));
    EXPECT_EQ(fact(facts, QStringLiteral("Your program")), QStringLiteral("all of the repository"));
    EXPECT_TRUE(
        fact(facts, QStringLiteral("History")).startsWith(QLatin1String("the latest commit")));
    EXPECT_EQ(fact(facts, QStringLiteral("Submodules")), QStringLiteral("left out"));
    EXPECT_TRUE(fact(facts, QStringLiteral("Trusts")).contains(QLatin1String("github.com")));
    EXPECT_EQ(facts.size(), 1); // no key, nothing becomes of it
}

TEST(GitFacts, SaysWhatWasChosen)
{
    GitSource source = sourceOf(url);
    source.reference = {Git::Reference::Kind::Tag, QStringLiteral("v1")};
    source.folder = QStringLiteral("src/model");
    source.depth = 0;
    source.submodules = true;
    source.lfs = true;
    source.timeout = std::chrono::hours(2);
    const auto facts = gitFacts(source, {});
    EXPECT_EQ(fact(facts, QStringLiteral("Checks out")), QStringLiteral("tag v1"));
    EXPECT_EQ(fact(facts, QStringLiteral("Your program")), QStringLiteral("the folder src/model"));
    EXPECT_EQ(fact(facts, QStringLiteral("History")), QStringLiteral("all of it"));
    EXPECT_TRUE(fact(facts, QStringLiteral("Submodules")).startsWith(QLatin1String("cloned too")));
    EXPECT_TRUE(fact(facts, QStringLiteral("Large files")).contains(QLatin1String("fetched")));
    EXPECT_TRUE(fact(facts, QStringLiteral("Gives up")).contains(QLatin1String("2 hour")));
}

TEST(GitFacts, TheKeyIsNamedAndWhereItGoes)
{
    GitSource source = sourceOf(url);
    source.credential = QStringLiteral("deploy");
    Git::Credential key;
    key.name = source.credential;
    key.publicKey = {QStringLiteral("ssh-ed25519"), QStringLiteral("ssh-ed25519 AAAA"),
                     QStringLiteral("SHA256:abc")};
    EXPECT_EQ(fact(gitFacts(source, key), QStringLiteral("Key")),
              QStringLiteral("deploy (ED25519)"));
    EXPECT_EQ(fact(gitFacts(source, {}), QStringLiteral("Key")), QStringLiteral("deploy"));
    EXPECT_TRUE(fact(gitFacts(source, key), QStringLiteral("On a node"))
                    .contains(QLatin1String("removed")));
}

TEST(GitFacts, ATokenIsCalledOneAndItsHostNamed)
{
    GitSource source = sourceOf(QStringLiteral("https://github.com/owner/model.git"));
    source.credential = QStringLiteral("hub");
    Git::Credential token;
    token.kind = Git::Credential::Kind::Token;
    token.name = source.credential;
    token.host = QStringLiteral("github.com");
    const auto facts = gitFacts(source, token);
    EXPECT_EQ(fact(facts, QStringLiteral("Token")),
              QStringLiteral("hub\nfor github.com and no other host"));
    EXPECT_EQ(fact(facts, QStringLiteral("Trusts")), QStringLiteral("-"));
}

TEST(GitFacts, TheReviewTellsOfTheCloneAndWhatBecomesOfTheKey)
{
    const Workspace disk;
    disk.write(QStringLiteral("inputs/a.csv"), "x");
    Settings settings;
    settings.task.command = QStringLiteral("run {input}");
    settings.application.git = sourceOf(url);
    settings.application.git->credential = QStringLiteral("deploy");
    Listing listing = listFolders(settings, disk.path({}));
    listing.hostKeys = "github.com ssh-ed25519 AAAA\n"; // as if it were trusted
    const DraftPtr draft = makeDraft(settings, disk.path({}), listing, freshStamp());
    ASSERT_TRUE(draft->ok()) << qPrintable(draft->result.errors.value(0).message);
    const auto facts = reviewFacts(*draft);
    const QString container = draft->result.plan.clone->secret.container;
    EXPECT_TRUE(fact(facts, QStringLiteral("Containers")).contains(container));
    EXPECT_TRUE(fact({facts.last()}, QStringLiteral("Containers")).contains(container));
    EXPECT_TRUE(fact(facts, QStringLiteral("Key")).startsWith(QLatin1String("deploy")));
    EXPECT_TRUE(fact(facts, QStringLiteral("Repository")).startsWith(url));
    EXPECT_TRUE(fact(facts, QStringLiteral("It starts")).contains(QLatin1String("Git")));
    EXPECT_EQ(fact(facts, QStringLiteral("Application")), QStringLiteral("-"));
}

TEST(GitFacts, ThereAreNoneWithoutAnAddress)
{
    EXPECT_TRUE(gitFacts(sourceOf(QStringLiteral("/srv/model.git")), {}).isEmpty());
}
