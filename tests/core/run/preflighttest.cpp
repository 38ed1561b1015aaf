// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/preflight.h"

#include "core/git/credentials.h"
#include "core/git/hostkeys.h"
#include "core/plan/planclone.h"
#include "core/run/accounts.h"
#include "core/run/ownership.h"
#include "tests/e2e/project.h"
#include "tests/support/credentialstores.h"
#include "tests/support/faketransport.h"
#include "tests/support/gitserver.h"
#include "tests/support/wait.h"

#include <QScopeGuard>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;
using Verdict = PreflightCheck::Verdict;

namespace {

constexpr auto images = R"({"value":[
 {"nodeAgentSKUId":"batch.node.ubuntu 22.04","imageReference":
  {"publisher":"canonical","offer":"0001-com-ubuntu-server-jammy","sku":"22_04-lts"}},
 {"nodeAgentSKUId":"batch.node.ubuntu 24.04","imageReference":
  {"publisher":"Canonical","offer":"ubuntu-24_04-lts","sku":"server","version":"latest"}}]})";

//! The checks by their order.
enum { Credentials, BatchAnswers, StorageAnswers, Names, Image, Results, Files, CheckCount };

HttpResponse batchError(int status, const QByteArray &code)
{
    return answer(status,
                  "{\"code\":\"" + code + "\",\"message\":{\"value\":\"It says " + code + "\"}}",
                  {{"Content-Type", "application/json"}});
}

class PreflightTest : public testing::Test
{
protected:
    PreflightTest()
    {
        transport->handler = [this](const HttpRequest &request) { return answerTo(request); };
        account = {QStringLiteral("lab"),
                   QUrl(QStringLiteral("https://lab.region.batch.azure.com")),
                   QStringLiteral("lab"),
                   Secret(QByteArray("a2V5")),
                   QUrl(QStringLiteral("https://labstore.blob.core.windows.net")),
                   QStringLiteral("labstore"),
                   Secret(QByteArray("a2V5"))};
    }

    Plan plan() const
    {
        Settings settings;
        settings.name = QStringLiteral("Forecast");
        settings.task.command = QStringLiteral("bash {app}/task.sh {input} {output}");
        Listing listing;
        listing.applicationFolder = workspace.path(QStringLiteral("application"));
        listing.application = {{QStringLiteral("task.sh"), 100, false}};
        listing.inputFolder = workspace.path(QStringLiteral("inputs"));
        listing.inputs = {{QStringLiteral("north.csv"), 10}};
        listing.inputsLookedAt = 1;
        const PlanResult result = makePlan(settings, listing, workspace.path({}), stamp);
        EXPECT_TRUE(result.ok());
        return result.plan;
    }

    QList<PreflightCheck> checks(const Plan &of)
    {
        return waitFor(preflight(QtFuture::makeReadyFuture(Outcome<AccountAccess>(account)),
                                 transport, credentials, of, stamp));
    }
    QList<PreflightCheck> checks() { return checks(plan()); }

    HttpResponse answerTo(const HttpRequest &request)
    {
        verbs << request.verb;
        const QString path = request.url.path();
        if (request.url.host().contains(QLatin1String("blob")))
            return request.verb == "HEAD"
                ? containerAnswer
                : answer(200, "<EnumerationResults><Containers/></EnumerationResults>");
        if (path == QLatin1String("/pools"))
            return poolsAnswer;
        if (path.startsWith(QLatin1String("/pools/")))
            return poolAnswer;
        if (path == QLatin1String("/supportedimages"))
            return imagesAnswer;
        return batchError(404, "JobNotFound");
    }

    const RunStamp stamp{QDateTime(QDate(2026, 11, 22), QTime(16, 30), Qt::UTC),
                         QStringLiteral("k3f9")};
    Workspace workspace;
    std::shared_ptr<FakeTransport> transport = std::make_shared<FakeTransport>();
    AccountAccess account;
    Git::Credentials *credentials = nullptr; // nothing to open, but for a repository
    QByteArrayList verbs;
    HttpResponse poolsAnswer = answer(200, "{\"value\":[]}");
    HttpResponse poolAnswer = batchError(404, "PoolNotFound");
    HttpResponse imagesAnswer = answer(200, images);
    HttpResponse containerAnswer = answer(404);
};

} // namespace

TEST_F(PreflightTest, AllIsWellAndNothingIsCreated)
{
    const auto found = checks();
    ASSERT_EQ(found.size(), CheckCount);
    for (const PreflightCheck &check : found) {
        EXPECT_EQ(check.verdict, Verdict::Passed) << qPrintable(check.title);
        EXPECT_FALSE(check.title.isEmpty());
        EXPECT_TRUE(check.problems.isEmpty());
    }
    EXPECT_TRUE(mayLaunch(found));
    for (const QByteArray &verb : verbs)
        EXPECT_TRUE(verb == "GET" || verb == "HEAD") << verb.constData();
}

TEST_F(PreflightTest, WithoutCredentialsNothingElseIsAsked)
{
    const auto found =
        waitFor(preflight(QtFuture::makeReadyFuture(Outcome<AccountAccess>(keychainRefusal())),
                          transport, credentials, plan(), stamp));
    ASSERT_EQ(found.size(), CheckCount);
    EXPECT_EQ(found[Credentials].verdict, Verdict::Failed);
    EXPECT_EQ(found[Credentials].problems.first().kind, Error::Kind::Keychain);
    for (const int check : {BatchAnswers, StorageAnswers, Names, Image})
        EXPECT_EQ(found[check].verdict, Verdict::NotLooked);
    EXPECT_EQ(found[Results].verdict, Verdict::Passed) << "this computer's own disk is looked at";
    EXPECT_TRUE(transport->requests().isEmpty());
    EXPECT_FALSE(mayLaunch(found));
}

TEST_F(PreflightTest, ARefusedBatchKeyLeavesTheRestToBeSaid)
{
    poolsAnswer = batchError(403, "AuthenticationFailed");
    const auto found = checks();
    EXPECT_EQ(found[BatchAnswers].verdict, Verdict::Failed);
    EXPECT_EQ(found[BatchAnswers].problems.first().kind, Error::Kind::Unauthenticated);
    EXPECT_EQ(found[StorageAnswers].verdict, Verdict::Passed);
    EXPECT_EQ(found[Names].verdict, Verdict::NotLooked);
    EXPECT_EQ(found[Image].verdict, Verdict::NotLooked);
    EXPECT_EQ(found[Results].verdict, Verdict::Passed);
}

TEST_F(PreflightTest, EveryNameThatIsTakenIsNamedWithAWayOut)
{
    poolAnswer = answer(200, "{\"id\":\"p\",\"metadata\":[]}");
    containerAnswer = answer(200);
    const auto found = checks();
    EXPECT_EQ(found[Names].verdict, Verdict::Failed);
    ASSERT_EQ(found[Names].problems.size(), 4) << "the pool and three containers";
    for (const Error &problem : found[Names].problems) {
        EXPECT_EQ(problem.kind, Error::Kind::AlreadyExists);
        EXPECT_FALSE(problem.advice.isEmpty());
    }
    EXPECT_EQ(found[Image].verdict, Verdict::Passed);
}

TEST_F(PreflightTest, WhatThisRunMadeBeforeIsNotInItsWay)
{
    poolAnswer = answer(200,
                        "{\"id\":\"p\",\"metadata\":[{\"name\":\"batchdesk-stamp\",\"value\":\""
                            + stampText(stamp).toUtf8() + "\"}]}");
    EXPECT_EQ(checks()[Names].verdict, Verdict::Passed);
}

TEST_F(PreflightTest, AnImageThatIsNotListedIsAWarning)
{
    imagesAnswer = answer(200, "{\"value\":[]}");
    const auto found = checks();
    EXPECT_EQ(found[Image].verdict, Verdict::Warning);
    EXPECT_EQ(found[Image].problems.first().place, QStringLiteral("$.pool.image"));
    EXPECT_TRUE(mayLaunch(found));
}

TEST_F(PreflightTest, TheListOfImagesIsReadToItsLastPage)
{
    int pages = 0;
    transport->handler = [this, &pages](const HttpRequest &request) {
        if (request.url.path() != QLatin1String("/supportedimages"))
            return answerTo(request);
        return ++pages == 1
            ? answer(200,
                     "{\"value\":[],\"odata.nextLink\":"
                     "\"https://lab.region.batch.azure.com/supportedimages?page=2\"}")
            : answer(200, images);
    };
    EXPECT_EQ(checks()[Image].verdict, Verdict::Passed);
    EXPECT_EQ(pages, 2);
}

TEST_F(PreflightTest, AFileWhereTheResultsShouldGoIsFound)
{
    workspace.write(QStringLiteral("results"), "not a folder");
    const auto found = checks();
    EXPECT_EQ(found[Results].verdict, Verdict::Failed);
    EXPECT_EQ(found[Results].problems.first().kind, Error::Kind::Io);
    EXPECT_FALSE(found[Results].problems.first().advice.isEmpty());
    EXPECT_EQ(found[BatchAnswers].verdict, Verdict::Passed);
}

TEST_F(PreflightTest, WarningsOfThePlanAreShownAndNoObstacle)
{
    Plan odd = plan();
    odd.warnings << Error::invalidInput(QStringLiteral("north.csv is empty"));
    const auto found = checks(odd);
    EXPECT_EQ(found[Files].verdict, Verdict::Warning);
    EXPECT_EQ(found[Files].problems, odd.warnings);
    EXPECT_TRUE(mayLaunch(found));
}

TEST_F(PreflightTest, OnThisComputerItPassesAgainstTheRealService)
{
    const Accounts::Places places{QStringLiteral(BATCHDESK_CLI_PATH),
                                  workspace.path(QStringLiteral("this-computer")),
                                  workspace.path(QStringLiteral("accounts.json"))};
    Accounts accounts(places, std::make_shared<MoodyStore>());
    const auto found = waitFor(preflight(&accounts, credentials, plan(), stamp));
    ASSERT_EQ(found.size(), CheckCount);
    for (const PreflightCheck &check : found) {
        EXPECT_EQ(check.verdict, Verdict::Passed) << qPrintable(check.title);
        for (const Error &problem : check.problems)
            ADD_FAILURE() << qPrintable(problem.caption());
    }
}

TEST_F(PreflightTest, AnUnknownAccountSaysWhichAreKnown)
{
    const Accounts::Places places{QStringLiteral(BATCHDESK_CLI_PATH),
                                  workspace.path(QStringLiteral("this-computer")),
                                  workspace.path(QStringLiteral("accounts.json"))};
    Accounts accounts(places, std::make_shared<MoodyStore>());
    Plan elsewhere = plan();
    elsewhere.account = QStringLiteral("lob");
    const auto found = waitFor(preflight(&accounts, credentials, elsewhere, stamp));
    EXPECT_EQ(found[Credentials].verdict, Verdict::Failed);
    EXPECT_TRUE(found[Credentials].problems.first().advice.contains(QStringLiteral("local")));
}

TEST_F(PreflightTest, ARepositoryIsTriedWithItsKey)
{
    const GitServer server;
    qputenv("XDG_CONFIG_HOME", workspace.path(QStringLiteral("config")).toUtf8());
    const auto restore = qScopeGuard([] { qunsetenv("XDG_CONFIG_HOME"); });
    Git::Credentials known(workspace.path(QStringLiteral("keys.json")),
                           std::make_shared<MemoryCredentialStore>());
    credentials = &known;
    const auto keep = [&](const char *name, const char *key) {
        return waitFor(known.import(QLatin1String(name), server.privateKey(key), {},
                                    Git::Credentials::Keep::InKeychain))
            .ok();
    };
    ASSERT_TRUE(keep("good", "clientKey") && keep("stranger", "strangerKey"));
    Plan cloning = plan();
    GitSource source;
    source.url = server.url();
    const Git::KnownHosts trusted;
    ASSERT_TRUE(
        trusted
            .trust(server.address(),
                   Git::readHostKeys(server.text("knownHostsLine").toUtf8(), server.address()))
            .ok());
    const auto verdictOf = [&](const char *name) {
        source.credential = QLatin1String(name);
        cloning.clone = plannedClone(source, QStringLiteral("run-key"));
        const auto found = checks(cloning);
        EXPECT_EQ(found.size(), CheckCount + 1);
        const PreflightCheck &check = found.at(found.size() - 3);
        EXPECT_TRUE(check.title.contains(QLatin1String("repository")));
        EXPECT_EQ(mayLaunch(found), check.verdict != Verdict::Failed);
        return check;
    };
    EXPECT_EQ(verdictOf("good").verdict, Verdict::Passed);
    const PreflightCheck refused = verdictOf("stranger");
    EXPECT_EQ(refused.verdict, Verdict::Failed);
    EXPECT_TRUE(refused.problems.first().message.contains(QLatin1String("does not accept")));
    EXPECT_EQ(verdictOf("nobody").problems.first().kind, Error::Kind::NotFound);
    source.url = QStringLiteral("ssh://root@127.0.0.1:1/nowhere.git");
    EXPECT_EQ(verdictOf("good").verdict, Verdict::Warning) << "the nodes may well reach it";
}
