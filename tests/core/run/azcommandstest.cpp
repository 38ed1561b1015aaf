// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/azcommands.h"

#include "tests/core/plan/qtprinters.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <gmock/gmock.h>

using namespace Batchdesk;

namespace {

//! Names that a shell, a JSON reader or a URL would each take apart in its own way.
const QStringList oddNames{
    QStringLiteral("$(touch pwned).txt"),
    QStringLiteral("`id`.txt"),
    QStringLiteral("a b & c;d.txt"),
    QStringLiteral("quote\"and'quote.txt"),
    QStringLiteral("back\\slash.txt"),
    QStringLiteral("${HOME}.txt"),
    QStringLiteral("100%25.txt"),
    QString::fromUtf8("Br\u00e4nnholm.txt"),
    QStringLiteral("END"),
    QStringLiteral(" leading blank"),
    QStringLiteral("-rf"),
};

Plan planOf(const QStringList &inputs, const Settings &settings)
{
    Listing listing;
    listing.applicationFolder = QStringLiteral("/data/it's mine");
    listing.application = {{QStringLiteral("task.sh"), 100, true},
                           {QStringLiteral("-odd $x.py"), 100, false}};
    listing.inputFolder = QStringLiteral("/data/in $puts");
    for (const QString &input : inputs)
        listing.inputs << InputFile{input, 10};
    listing.inputsLookedAt = inputs.size();
    listing.startScript = "echo start\n";
    const PlanResult result =
        makePlan(settings, listing, QStringLiteral("/data"),
                 {QDateTime(QDate(2026, 11, 22), QTime(16, 30), Qt::UTC), QStringLiteral("k3f9")});
    EXPECT_TRUE(result.ok()) << (result.ok() ? "" : qPrintable(result.errors.first().caption()));
    return result.plan;
}

Settings someSettings()
{
    Settings settings;
    settings.name = QStringLiteral("Forecast");
    settings.task.command = QStringLiteral("bash {app}/task.sh {input} {output}");
    return settings;
}

Plan planOf(const QStringList &inputs)
{
    return planOf(inputs, someSettings());
}

//! Runs the script with an az that only notes its arguments and keeps the JSON files it is given;
//! gives what is in \a folder then.
class ScriptRun
{
public:
    explicit ScriptRun(const QString &script)
    {
        write(QStringLiteral("az"),
              "#!/bin/bash\n"
              "printf '%s\\n' \"$*\" >> \"$LOG/calls\"\n"
              "case \"$*\" in\n"
              "  *generate-sas*) echo 'sv=1&sig=a%2Fb' ;;\n"
              "  *'blob url'*) echo \"https://s.example/${*: -5:1}/x\" ;;\n"
              "  *'job show'*) echo completed ;;\n"
              "  *length*) echo 0 ;;\n"
              "  *--json-file*) n=$(ls \"$LOG\" | wc -l); while [ $# -gt 1 ]; do\n"
              "     [ \"$1\" = --json-file ] && cp \"$2\" \"$LOG/json-$n\"; shift; done ;;\n"
              "  *upload-batch*' input'*|*upload-batch*) while [ $# -gt 1 ]; do\n"
              "     [ \"$1\" = --source ] && (cd \"$2\" && find . -mindepth 1 ! -type d -print0) "
              ">> \"$LOG/uploaded\"; shift; done ;;\n"
              "esac\n");
        write(QStringLiteral("zip"), "#!/bin/bash\nprintf '%s\\n' \"$@\" > \"$LOG/zipped\"\n");
        QString local = script;
        local.replace(QStringLiteral("/data/it'\\''s mine"), m_folder.path());
        local.replace(QStringLiteral("results=/data"),
                      QStringLiteral("results=") + m_folder.path());
        write(QStringLiteral("script"), local.toUtf8());
        QProcess bash;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PATH"),
                           m_folder.path() + QStringLiteral(":/usr/bin:/bin"));
        environment.insert(QStringLiteral("LOG"), m_log.path());
        environment.insert(QStringLiteral("TMPDIR"), m_temporary.path());
        for (const char *name : {"AZURE_BATCH_ACCOUNT", "AZURE_BATCH_ACCESS_KEY",
                                 "AZURE_BATCH_ENDPOINT", "AZURE_STORAGE_CONNECTION_STRING"})
            environment.insert(QLatin1String(name), QStringLiteral("x"));
        bash.setProcessEnvironment(environment);
        bash.setWorkingDirectory(m_folder.path());
        bash.setProcessChannelMode(QProcess::MergedChannels);
        bash.start(QStringLiteral("/bin/bash"), {m_folder.filePath(QStringLiteral("script"))});
        bash.waitForFinished();
        exitCode = bash.exitCode();
        output = bash.readAll();
    }

    QByteArray log(const QString &name) const
    {
        QFile file(m_log.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    //! Every task that was added.
    QList<QJsonObject> tasks() const
    {
        QList<QJsonObject> found;
        const QDir folder(m_log.path());
        for (const QString &name : folder.entryList({QStringLiteral("json-*")})) {
            const QJsonDocument json = QJsonDocument::fromJson(log(name));
            EXPECT_FALSE(json.isNull()) << qPrintable(name);
            for (const QJsonValue task : json.array())
                found << task.toObject();
        }
        return found;
    }
    bool leftNothing() const { return QDir(m_temporary.path()).isEmpty(); }
    bool exists(const QString &name) const { return QFile::exists(m_folder.filePath(name)); }

    int exitCode = -1;
    QByteArray output;

private:
    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_log;
    QTemporaryDir m_temporary;
};

} // namespace

TEST(AzCommands, ArePureAndHoldNoKey)
{
    const Plan plan = planOf({QStringLiteral("north.csv")});
    const QString script = azCommands(plan);
    EXPECT_EQ(script, azCommands(plan));
    EXPECT_FALSE(script.contains(QRegularExpression(QStringLiteral("sig=|AccountKey="))));
    for (const char *variable : {"AZURE_BATCH_ACCOUNT", "AZURE_BATCH_ACCESS_KEY",
                                 "AZURE_BATCH_ENDPOINT", "AZURE_STORAGE_CONNECTION_STRING"})
        EXPECT_TRUE(script.contains(QLatin1String(variable)));
    EXPECT_TRUE(script.contains(QStringLiteral("set -euo pipefail")));
}

TEST(AzCommands, SendExactlyTheTasksOfThePlan)
{
    const Plan plan = planOf(oddNames);
    const ScriptRun run(azCommands(plan));
    ASSERT_EQ(run.exitCode, 0) << run.output.constData();
    const QList<QJsonObject> tasks = run.tasks();
    ASSERT_EQ(tasks.size(), plan.tasks.size());
    for (qsizetype i = 0; i < tasks.size(); ++i) {
        const PlannedTask &planned = plan.tasks.at(i);
        const QJsonObject &task = tasks.at(i);
        EXPECT_EQ(task[QLatin1String("id")].toString(), planned.id);
        EXPECT_EQ(task[QLatin1String("commandLine")].toString(), planned.commandLine);
        EXPECT_EQ(task[QLatin1String("displayName")].toString(), planned.input.path);
        const QJsonObject file = task[QLatin1String("resourceFiles")].toArray().first().toObject();
        EXPECT_EQ(file[QLatin1String("filePath")].toString(),
                  QStringLiteral("input/") + planned.input.path);
        const QString url = file[QLatin1String("httpUrl")].toString();
        EXPECT_EQ(url,
                  QStringLiteral("https://s.example/%1/%2?sv=1&sig=a%2Fb")
                      .arg(plan.inputContainer)
                      .replace(QStringLiteral("%2?"),
                               QString::fromLatin1(QUrl::toPercentEncoding(planned.input.path, "/"))
                                   + QLatin1Char('?')));
    }
}

TEST(AzCommands, UploadEveryFileUnderItsOwnNameAndRunNoneOfThem)
{
    const Plan plan = planOf(oddNames);
    const ScriptRun run(azCommands(plan));
    const QByteArrayList uploaded = run.log(QStringLiteral("uploaded")).split('\0');
    for (const QString &name : oddNames)
        EXPECT_TRUE(uploaded.contains("./" + name.toUtf8())) << qPrintable(name);
    for (const PlannedScript &script : plan.scripts)
        EXPECT_TRUE(uploaded.contains("./" + script.place.name.toUtf8()));
    const QByteArrayList zipped = run.log(QStringLiteral("zipped")).split('\n');
    EXPECT_TRUE(zipped.contains("./-odd $x.py"));
    EXPECT_FALSE(run.exists(QStringLiteral("pwned")));
    EXPECT_TRUE(run.leftNothing());
}

TEST(AzCommands, AddTasksAHundredAtATime)
{
    QStringList inputs;
    for (int i = 0; i < 201; ++i)
        inputs << QStringLiteral("in-%1.txt").arg(i, 3, 10, QLatin1Char('0'));
    const QString script = azCommands(planOf(inputs));
    EXPECT_EQ(script.count(QStringLiteral("az batch task create ")), 3);
    EXPECT_EQ(script.count(QStringLiteral("\"displayName\":\"in-")), 201);
}

TEST(AzCommands, RemoveWhatTheyMadeAtTheEnd)
{
    const ScriptRun run(azCommands(planOf({QStringLiteral("north.csv")})));
    const QByteArray calls = run.log(QStringLiteral("calls"));
    const QByteArray id = "forecast-20261122-163000-k3f9";
    EXPECT_TRUE(calls.contains("batch job delete --job-id " + id + " --yes"));
    EXPECT_TRUE(calls.contains("batch pool delete --pool-id " + id + " --yes"));
    EXPECT_TRUE(calls.contains("container delete --name " + id + "-input"));
    EXPECT_FALSE(calls.contains("container delete --name " + id + "-output"));
}

TEST(AzCommands, RemoveNothingThatTheyDidNotMake)
{
    QString script = azCommands(planOf({QStringLiteral("north.csv")}));
    // As when the first container is somebody else's.
    script.replace(QStringLiteral("az storage container create --name \"$application\""),
                   QStringLiteral("false"));
    const ScriptRun run(script);
    EXPECT_NE(run.exitCode, 0);
    EXPECT_FALSE(run.log(QStringLiteral("calls")).contains("delete"));
    EXPECT_TRUE(run.leftNothing());
}

TEST(AzCommands, KeepWhatTheSettingsKeep)
{
    Settings settings = someSettings();
    settings.cleanUp.pool = false;
    settings.cleanUp.containers = Settings::CleanUp::Containers::Keep;
    const QString script = azCommands(planOf({QStringLiteral("north.csv")}, settings));
    EXPECT_FALSE(script.contains(QStringLiteral("pool delete")));
    EXPECT_FALSE(script.contains(QStringLiteral("container delete")));
    EXPECT_TRUE(script.contains(QStringLiteral("job delete")));
}

TEST(AzCommands, SayWhichVariableIsNotSet)
{
    QProcess bash;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("AZURE_BATCH_ACCOUNT"));
    bash.setProcessEnvironment(environment);
    bash.start(QStringLiteral("/bin/bash"),
               {QStringLiteral("-c"), azCommands(planOf({QStringLiteral("north.csv")}))});
    bash.waitForFinished();
    EXPECT_NE(bash.exitCode(), 0);
    EXPECT_TRUE(bash.readAllStandardError().contains("AZURE_BATCH_ACCOUNT: is not set"));
}
