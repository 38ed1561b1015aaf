// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/commandtemplate.h"
#include "tests/core/plan/qtprinters.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Batchdesk;
using Os = ImageChoice::Os;

namespace {

QString expanded(const QString &text, const QString &path, Os os = Os::Linux, int index = 7)
{
    const auto parsed = CommandTemplate::parse(text, os);
    EXPECT_TRUE(parsed.errors().isEmpty()) << qPrintable(
        text + QLatin1Char('\n')
        + (parsed.errors().isEmpty() ? QString() : parsed.errors().first().caption()));
    return parsed.errors().isEmpty() ? parsed.expand(path, index) : QString();
}

QString onlyError(const QString &text, Os os = Os::Linux)
{
    const auto parsed = CommandTemplate::parse(text, os);
    EXPECT_EQ(parsed.errors().size(), 1) << qPrintable(text);
    return parsed.errors().isEmpty() ? QString() : parsed.errors().first().caption();
}

QString expandedStem(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    return dot > 0 ? name.left(dot) : name;
}

//! A node's folders, and an agent that splits a command line into words and starts it without a
//! shell.
class NodeTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        // The node's own path holds what a shell would trip over, too.
        m_preparation = m_folder.filePath(QStringLiteral("prep $x 'y'"));
        m_work = m_folder.filePath(QStringLiteral("wd"));
        ASSERT_TRUE(QDir().mkpath(m_preparation + QStringLiteral("/app")));
        ASSERT_TRUE(QDir().mkpath(m_work));
        QFile program(m_preparation + QStringLiteral("/app/dump.py"));
        ASSERT_TRUE(program.open(QIODevice::WriteOnly));
        program.write("import json, sys\nprint(json.dumps(sys.argv[1:]))\n");
    }
    struct Ran
    {
        int exitCode = -1;
        QByteArray out;
        QByteArray err;
    };
    Ran run(const QString &commandLine)
    {
        QProcess process;
        process.setWorkingDirectory(m_work);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("AZ_BATCH_JOB_PREP_WORKING_DIR"), m_preparation);
        environment.insert(QStringLiteral("AZ_BATCH_TASK_WORKING_DIR"), m_preparation);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral("python3"),
                      {QStringLiteral("-c"),
                       QStringLiteral("import shlex, subprocess, sys\n"
                                      "sys.exit(subprocess.call(shlex.split(sys.argv[1])))"),
                       commandLine});
        EXPECT_TRUE(process.waitForFinished(60000));
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
    QStringList argumentsSeen(const QString &text, const QString &path)
    {
        const auto parsed = CommandTemplate::parse(text, Os::Linux);
        EXPECT_TRUE(parsed.errors().isEmpty());
        const Ran ran = run(parsed.taskCommandLine(path, 7));
        EXPECT_EQ(ran.exitCode, 0) << ran.err.constData();
        QStringList arguments;
        for (const QJsonValue &value : QJsonDocument::fromJson(ran.out).array())
            arguments << value.toString();
        return arguments;
    }

    QTemporaryDir m_folder;
    QString m_preparation;
    QString m_work;
};

} // namespace

TEST(CommandTemplate, KnowsItsPlaceholders)
{
    EXPECT_EQ(expanded(QStringLiteral("x {input} {name} {stem} {ext} {index} {output}"),
                       QStringLiteral("north/a.tar.gz")),
              QStringLiteral("x input/north/a.tar.gz a.tar.gz a.tar gz 7 output"));
    EXPECT_EQ(expanded(QStringLiteral("x [{ext}] {stem}"), QStringLiteral(".profile")),
              QStringLiteral("x [''] .profile"));
    EXPECT_EQ(expanded(QStringLiteral("{app}/run {{a}} ${{B}}"), QStringLiteral("a")),
              QStringLiteral("\"$AZ_BATCH_JOB_PREP_WORKING_DIR/app\"/run {a} ${B}"));
    for (const QString &name : CommandTemplate::placeholders())
        EXPECT_NE(expanded(QLatin1Char('{') + name + QLatin1Char('}'), QStringLiteral("a.b")),
                  QString());
}

TEST(CommandTemplate, ErrorsSayWhereAndWhatToDo)
{
    EXPECT_EQ(onlyError(QStringLiteral("cat {inptu}")),
              QStringLiteral("{inptu} at character 5 is no placeholder. Did you mean {input}?"));
    EXPECT_TRUE(onlyError(QStringLiteral("awk '{print $1}'")).contains(QStringLiteral("{{")));
    EXPECT_EQ(
        onlyError(QStringLiteral("cat {input")),
        QStringLiteral("The \"{\" at character 5 is never closed. Write {{ for a brace that is "
                       "meant for the shell."));
    EXPECT_TRUE(
        onlyError(QStringLiteral("a }")).startsWith(QStringLiteral("The \"}\" at character 3")));
    EXPECT_TRUE(onlyError(QString()).startsWith(QStringLiteral("The command is missing")));
    EXPECT_TRUE(onlyError(QStringLiteral("a\nb")).contains(QStringLiteral("character 2")));
    EXPECT_TRUE(onlyError(QStringLiteral("echo 'a")).contains(QStringLiteral("never closed")));
}

TEST(CommandTemplate, APlaceholderInQuotesIsAMistake)
{
    for (const char *text :
         {"cat '{input}'", "cat \"{input}\"", "cat \"$(echo 'a') {input}\"",
          "cat 'a\\' \"{input}\"", "cat $'\\'{input}'", "cat \"`echo a` {input}\""})
        EXPECT_TRUE(
            onlyError(QString::fromLatin1(text)).contains(QStringLiteral("inside quotation marks")))
            << text;
    for (const char *text :
         {"cat 'a' {input}", "cat \"$(cat {input})\"", "cat \\' {input}", "cat \"'\" {input}",
          "cat \"\\\"\" {input}", "cat {input} # it's", "echo $# {input}", "cat \"`cat {input}`\""})
        EXPECT_TRUE(CommandTemplate::parse(QString::fromLatin1(text), Os::Linux).errors().isEmpty())
            << text;
    EXPECT_TRUE(onlyError(QStringLiteral("cat \\{input}")).contains(QStringLiteral("escape")));
    EXPECT_TRUE(onlyError(QStringLiteral("cat ${input}")).contains(QStringLiteral("${{input}}")));
    EXPECT_TRUE(onlyError(QStringLiteral("cat '{input}'"), Os::Windows)
                    .contains(QStringLiteral("inside quotation marks")));
    EXPECT_TRUE(
        onlyError(QStringLiteral("cat `{input}"), Os::Windows).contains(QStringLiteral("escape")));
}

TEST(CommandTemplate, PowerShellQuotesWholeWords)
{
    const QString path = QStringLiteral("a b'$(x).csv");
    EXPECT_EQ(
        expanded(QStringLiteral("python {app}/main.py --in={input} {stem}.txt"), path, Os::Windows),
        QStringLiteral("python ($env:AZ_BATCH_JOB_PREP_WORKING_DIR + '/app/main.py') "
                       "'--in=input/a b''$(x).csv' 'a b''$(x).txt'"));
    EXPECT_EQ(expanded(QStringLiteral("{app}/tool.exe {input}; {app}/b.exe"), path, Os::Windows),
              QStringLiteral("& ($env:AZ_BATCH_JOB_PREP_WORKING_DIR + '/app/tool.exe') "
                             "'input/a b''$(x).csv'; "
                             "& ($env:AZ_BATCH_JOB_PREP_WORKING_DIR + '/app/b.exe')"));
    EXPECT_EQ(expanded(QStringLiteral("x {stem}{index}>{output}/a.txt"), QStringLiteral("q.csv"),
                       Os::Windows),
              QStringLiteral("x 'q7'>'output/a.txt'"));
    const auto parsed = CommandTemplate::parse(QStringLiteral("x {input}"), Os::Windows);
    EXPECT_TRUE(parsed.taskCommandLine(path, 1).startsWith(QStringLiteral("powershell.exe ")));
}

TEST(CommandTemplate, ThePreparationKnowsOnlyTheApplication)
{
    EXPECT_EQ(CommandTemplate::parsePreparation(QStringLiteral("make {input}"), Os::Linux)
                  .errors()
                  .size(),
              1);
    EXPECT_EQ(preparationCommandLine({}, ApplicationForm::Archive, Os::Linux),
              QStringLiteral("/bin/bash prepare.sh application.zip"));
    EXPECT_TRUE(
        preparationCommandLine(QStringLiteral("make -C {app}"), ApplicationForm::Archive, Os::Linux)
            .contains(QStringLiteral("make -C \"$AZ_BATCH_TASK_WORKING_DIR/app\"")));
    EXPECT_TRUE(preparationCommandLine({}, ApplicationForm::Archive, Os::Windows)
                    .endsWith(QStringLiteral("-File prepare.ps1 "
                                             "application.zip")));
}

TEST_F(NodeTest, NastyNamesArriveIntact)
{
    const QStringList names{QStringLiteral("a b'$(x).csv"),
                            QStringLiteral("-rf"),
                            QStringLiteral("%PATH%"),
                            QStringLiteral("\"q\""),
                            QStringLiteral("#"),
                            QStringLiteral("\u00fc \u65e5\u672c \U0001F600"),
                            QStringLiteral("a;b|c&d>e<f"),
                            QStringLiteral("`id`"),
                            QStringLiteral("!!"),
                            QStringLiteral("*?[a]{x,y}"),
                            QStringLiteral("~root"),
                            QStringLiteral("''"),
                            QStringLiteral("  two  spaces  "),
                            QStringLiteral("$HOME"),
                            QString(255, QLatin1Char('n')),
                            QStringLiteral("\u00fc").repeated(127)};
    for (const QString &name : names) {
        const QString path = QStringLiteral("sub dir/") + name;
        EXPECT_EQ(
            argumentsSeen(
                QStringLiteral("python3 {app}/dump.py {input} {name} --o={output}/{stem}.x "
                               "{index}"),
                path),
            (QStringList{QStringLiteral("input/") + path, name,
                         QStringLiteral("--o=output/") + expandedStem(name) + QStringLiteral(".x"),
                         QStringLiteral("7")}))
            << qPrintable(name);
    }
}

TEST_F(NodeTest, TheExitCodeIsThatOfTheUsersCommand)
{
    const auto exitCodeOf = [this](const char *text) {
        const auto parsed = CommandTemplate::parse(QString::fromLatin1(text), Os::Linux);
        EXPECT_TRUE(parsed.errors().isEmpty()) << text;
        return run(parsed.taskCommandLine(QStringLiteral("a.csv"), 1)).exitCode;
    };
    EXPECT_EQ(exitCodeOf("exit 3"), 3);
    EXPECT_EQ(exitCodeOf("true; false"), 1);
    EXPECT_EQ(exitCodeOf("false; true"), 0);
    EXPECT_EQ(exitCodeOf("false | true"), 0);
    EXPECT_EQ(exitCodeOf("false || (exit 4)"), 4);
    EXPECT_EQ(exitCodeOf("test -d {output} # there before the command"), 0);
    EXPECT_EQ(exitCodeOf("set -o pipefail; false | true"), 1);
}

TEST_F(NodeTest, TheApplicationsEnvironmentComesFirstInThePath)
{
    const QString bin = m_preparation + QStringLiteral("/env/bin");
    ASSERT_TRUE(QDir().mkpath(bin));
    QFile tool(bin + QStringLiteral("/mytool"));
    ASSERT_TRUE(tool.open(QIODevice::WriteOnly));
    tool.write("#!/bin/sh\necho from-env\n");
    tool.close();
    tool.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const auto parsed = CommandTemplate::parse(QStringLiteral("mytool"), Os::Linux);
    EXPECT_EQ(run(parsed.taskCommandLine(QStringLiteral("a"), 1)).out, QByteArray("from-env\n"));
}

TEST(CommandTemplate, ThePreparationOfARepositoryClonesFirst)
{
    const auto form = ApplicationForm::Repository;
    EXPECT_EQ(preparationCommandLine({}, form, Os::Linux),
              QStringLiteral("/bin/bash -c '/bin/bash clone.sh || exit; /bin/bash prepare.sh "
                             "--in-place'"));
    const QString own = preparationCommandLine(QStringLiteral("make -C {app}"), form, Os::Linux);
    EXPECT_LT(own.indexOf(QLatin1String("prepare.sh")), own.indexOf(QLatin1String("make -C")));
    const QString windows = preparationCommandLine({}, form, Os::Windows);
    EXPECT_LT(windows.indexOf(QLatin1String("clone.ps1")),
              windows.indexOf(QLatin1String("prepare.ps1 -InPlace")));
}

TEST_F(NodeTest, ThePreparationStopsWhenCloningFails)
{
    const auto write = [this](const char *name, const QByteArray &text) {
        QFile script(m_work + QLatin1Char('/') + QLatin1String(name));
        ASSERT_TRUE(script.open(QIODevice::WriteOnly));
        script.write(text);
    };
    write("clone.sh", "exit 12\n");
    write("prepare.sh", "echo prepared $1\n");
    const QString commandLine =
        preparationCommandLine(QStringLiteral("exit 9"), ApplicationForm::Repository, Os::Linux);
    const Ran failed = run(commandLine);
    EXPECT_EQ(failed.exitCode, 12);
    EXPECT_TRUE(failed.out.isEmpty());
    write("clone.sh", "exit 0\n");
    const Ran passed = run(commandLine);
    EXPECT_EQ(passed.exitCode, 9);
    EXPECT_TRUE(passed.out.contains("prepared --in-place"));
}

TEST_F(NodeTest, ThePreparationStopsWhenUnpackingFails)
{
    QFile script(m_work + QStringLiteral("/prepare.sh"));
    ASSERT_TRUE(script.open(QIODevice::WriteOnly));
    script.write("exit 0\n");
    script.close();
    const QString commandLine = preparationCommandLine(QStringLiteral("echo own; exit 9"),
                                                       ApplicationForm::Archive, Os::Linux);
    EXPECT_EQ(run(commandLine).exitCode, 9);
    ASSERT_TRUE(script.open(QIODevice::WriteOnly));
    script.write("exit 5\n");
    script.close();
    const Ran failed = run(commandLine);
    EXPECT_EQ(failed.exitCode, 5);
    EXPECT_TRUE(failed.out.isEmpty());
}
