// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// The canary of private repositories: the key stands nowhere but in the node's file while it clones
// and in its blob until the tasks are through.
#include "tests/e2e/canary.h"
#include "tests/e2e/repositoryproject.h"

#include <gtest/gtest.h>

using namespace Batchdesk::Test;

namespace {

QByteArray saidBy(Program &program)
{
    return program.output().toUtf8() + program.errors().toUtf8();
}

void expectNone(const QStringList &leaks)
{
    EXPECT_TRUE(leaks.isEmpty()) << qPrintable(leaks.join(QLatin1Char('\n')));
}

} // namespace

TEST(RepositorySecrets, NoByteOfTheKeyStandsAnywhereAfterRunsGoodAndBad)
{
    const Workspace workspace;
    LocalService service(workspace);
    const GitServer git;
    Canary canary;
    canary.watch("the private key", git.privateKey("clientKey").reveal());
    canary.watch("a key nobody accepts", git.privateKey("strangerKey").reveal());
    Canary accountCanary = canary; // the account's key is in the environment that the test makes
    accountCanary.watch("the account key", service.accountKey());

    RepositoryProject project;
    project.url = git.url();
    project.inputs = 8;
    // A program that tells everything it can see.
    project.command = "env; cat /proc/self/environ /proc/self/cmdline; "
                      "ls -laR $AZ_BATCH_JOB_PREP_WORKING_DIR/; git -C {app} config --list; "
                      "cp {input} {output}/";
    pinHost(workspace, git.text("knownHostsLine").toUtf8());
    QProcessEnvironment environment = service.environment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("batchdesk.*=true"));

    ProcessSampler sampler(canary, workspace);
    auto good = runWithKey(project.writeTo(workspace), git.text("clientKey"), environment);
    EXPECT_EQ(good->waitForEnd(), 0) << qPrintable(good->output()) << qPrintable(good->errors());
    auto refused = runWithKey(project.writeTo(workspace), git.text("strangerKey"), environment);
    EXPECT_EQ(refused->waitForEnd(), 2);
    project.folder = "not/there";
    auto failed = runWithKey(project.writeTo(workspace), git.text("clientKey"), environment);
    EXPECT_EQ(failed->waitForEnd(), 1);

    expectNone(sampler.finish());
    EXPECT_GT(sampler.looks(), 100);
    for (Program *program : {good.get(), refused.get(), failed.get(), &service.program()})
        expectNone(accountCanary.leaksIn(saidBy(*program)));
    expectNone(accountCanary.leaksIn(workspace));
    EXPECT_GT(workspace.files(QStringLiteral("results")).size(), 8);
}
