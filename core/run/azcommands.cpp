// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/azcommands.h"

#include "core/batch/jobcodec.h"
#include "core/batch/poolcodec.h"
#include "core/batch/taskcodec.h"
#include "core/plan/shellquoting.h"

#include <QJsonDocument>
#include <QUrl>

namespace Batchdesk {

namespace {

constexpr qsizetype tasksPerFile = 100; // what one request may add

//! Stands around the name of a shell variable until the text about it is quoted. No letter of any
//! language, so that no name or command is taken for one.
constexpr QChar mark(0xFDD0);

const QString endpointVariable = QStringLiteral("blob_endpoint");
const QString applicationSas = QStringLiteral("application_sas");
const QString inputSas = QStringLiteral("input_sas");
const QString outputSas = QStringLiteral("output_sas");
const QString secretSas = QStringLiteral("secret_sas");
const QString briefSas = QStringLiteral("preparation_sas");

QString marked(const QString &variable)
{
    return mark + variable + mark;
}

//! Links that the script completes when it runs, since the plan knows neither keys nor endpoint.
class ScriptLinks final : public BlobLinks
{
public:
    explicit ScriptLinks(const Plan &plan)
        : m_applicationContainer(plan.applicationContainer)
    {
    }

    QString readLink(const BlobPlace &place) const override
    {
        const bool isApplication = place.container == m_applicationContainer;
        return link(place, isApplication ? applicationSas : inputSas);
    }
    QString briefLink(const BlobPlace &place, std::chrono::seconds) const override
    {
        const bool isApplication = place.container == m_applicationContainer;
        return link(place, isApplication ? briefSas : secretSas);
    }
    QString writeLink(const QString &container) const override
    {
        return marked(endpointVariable) + QLatin1Char('/') + container + QLatin1Char('?')
            + marked(outputSas);
    }

private:
    static QString link(const BlobPlace &place, const QString &sas)
    {
        const QString path = QString::fromLatin1(QUrl::toPercentEncoding(place.name, "/"));
        return marked(endpointVariable) + QLatin1Char('/') + place.container + QLatin1Char('/')
            + path + QLatin1Char('?') + marked(sas);
    }

    QString m_applicationContainer;
};

//! A line that ends a here-document and does not stand in it.
QString endLineFor(const QString &content)
{
    QString line = QStringLiteral("END");
    while (content.contains(line))
        line += QLatin1Char('_');
    return line;
}

QString withLineBreak(const QString &text)
{
    return text.endsWith(QLatin1Char('\n')) ? text : text + QLatin1Char('\n');
}

//! Feeds \a content to a command exactly as it is.
QString verbatim(const QString &command, const QString &content)
{
    const QString end = endLineFor(content);
    return QStringLiteral("%1 <<'%2'\n").arg(command, end) + withLineBreak(content) + end
        + QLatin1Char('\n');
}

//! Feeds \a content to a command, with the marked variables filled in and nothing else expanded.
QString withVariables(const QString &command, QString content)
{
    for (const QChar special : {QLatin1Char('\\'), QLatin1Char('$'), QLatin1Char('`')})
        content.replace(special, QLatin1Char('\\') + QString(special));
    for (const QString &variable :
         {endpointVariable, applicationSas, inputSas, outputSas, secretSas, briefSas})
        content.replace(marked(variable), QStringLiteral("${%1}").arg(variable));
    const QString end = endLineFor(content);
    return QStringLiteral("%1 <<%2\n").arg(command, end) + withLineBreak(content) + end
        + QLatin1Char('\n');
}

QString indentedJson(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson());
}

//! A command that writes \a content to a file.
QString writeFile(const QString &target, const QByteArray &content)
{
    const QString text = QString::fromUtf8(content);
    // A here-document ends in a line break and holds text only.
    if (text.toUtf8() == content && !content.contains('\0') && content.endsWith('\n'))
        return verbatim(QStringLiteral("cat > ") + target, text);
    return verbatim(QStringLiteral("base64 -d > ") + target,
                    QString::fromLatin1(content.toBase64()));
}

QString inWork(const QString &path)
{
    return QStringLiteral("\"$work\"/") + quotedForBash(path);
}

bool needsSecret(const Plan &plan)
{
    return plan.clone && plan.clone->needsSecret();
}

QString secretFileVariable(const Plan &plan)
{
    if (!needsSecret(plan))
        return {};
    return QStringLiteral(R"sh(# The file with the private key or token that opens the repository.
secret_file="${BATCHDESK_GIT_SECRET_FILE:?is not set}"
)sh");
}

QString preamble(const Plan &plan)
{
    const QString title = plan.title.simplified(); // it stands in a comment of one line
    const QString head = QStringLiteral(R"sh(#!/usr/bin/env bash
# %1 (%2) as az commands: %3 task(s).
# Needs az and zip, and in the environment: AZURE_BATCH_ACCOUNT, AZURE_BATCH_ACCESS_KEY,
# AZURE_BATCH_ENDPOINT and AZURE_STORAGE_CONNECTION_STRING. No key is written anywhere.
set -euo pipefail
)sh")
                             .arg(title, plan.runId, QString::number(plan.tasks.size()));
    return head + QStringLiteral(R"sh(
export AZURE_BATCH_ACCOUNT="${AZURE_BATCH_ACCOUNT:?is not set}"
export AZURE_BATCH_ACCESS_KEY="${AZURE_BATCH_ACCESS_KEY:?is not set}"
export AZURE_BATCH_ENDPOINT="${AZURE_BATCH_ENDPOINT:?is not set}"
export AZURE_STORAGE_CONNECTION_STRING="${AZURE_STORAGE_CONNECTION_STRING:?is not set}"
poll_seconds="${POLL_SECONDS:-15}"
work="$(mktemp -d)"
)sh") + secretFileVariable(plan);
}

QString variablesOf(const Plan &plan)
{
    QList<QPair<const char *, QString>> variables{
        {"pool", plan.pool.id},
        {"job", plan.job.id},
        {"application", plan.applicationContainer},
        {"input", plan.inputContainer},
        {"output", plan.outputContainer},
        {"input_folder", plan.inputFolder},
        {"results", plan.downloadFolder},
    };
    if (!plan.clone)
        variables.append({"application_folder", plan.applicationFolder});
    if (needsSecret(plan))
        variables.append({"secret", plan.clone->secret.container});
    QString text;
    for (const auto &[name, value] : variables)
        text += QLatin1String(name) + QLatin1Char('=') + quotedForBash(value) + QLatin1Char('\n');
    return text;
}

//! Removes what the script made and the settings do not keep, however the script ends.
QString cleanUpFunction(const Plan &plan)
{
    using Containers = Settings::CleanUp::Containers;
    QString text = QStringLiteral(R"sh(
# Runs at the end, however that comes. Only what this script made is removed.
made=' '
clean_up() {
    set +e
)sh");
    const auto remove = [&text](const char *what, const char *command) {
        text += QStringLiteral("    case \"$made\" in *' %1 '*) %2 ;; esac\n")
                    .arg(QLatin1String(what), QLatin1String(command));
    };
    if (plan.cleanUp.job)
        remove("job", "az batch job delete --job-id \"$job\" --yes");
    if (plan.cleanUp.pool)
        remove("pool", "az batch pool delete --pool-id \"$pool\" --yes");
    const auto removeContainer = [&](const char *what) {
        const QByteArray command =
            QByteArray("az storage container delete --name \"$") + what + "\" --output none";
        remove(what, command.constData());
    };
    if (needsSecret(plan))
        removeContainer("secret");
    if (plan.cleanUp.containers != Containers::Keep) {
        removeContainer("application");
        removeContainer("input");
    }
    if (plan.cleanUp.containers == Containers::All && plan.ownsOutputContainer)
        remove("results", "az storage container delete --name \"$output\" --output none");
    return text + QStringLiteral("    rm -rf \"$work\"\n}\ntrap clean_up EXIT\n");
}

QString containerCommands(const Plan &plan)
{
    QString text = QStringLiteral(R"sh(
# Containers, and links that open them to the nodes for a while.
az storage container create --name "$application" --fail-on-exist --output none
made+='application '
az storage container create --name "$input" --fail-on-exist --output none
made+='input '
az storage container create --name "$output"%1 --output none
link() {
    local ends=$(($(date +%s) + $3)) expiry
    expiry="$(date -u -d "@$ends" +%Y-%m-%dT%H:%MZ 2>/dev/null || date -u -r "$ends" +%Y-%m-%dT%H:%MZ)"
    az storage container generate-sas --name "$1" --permissions "$2" --expiry "$expiry" --output tsv
}
application_sas="$(link "$application" r %2)"
input_sas="$(link "$input" r %2)"
output_sas="$(link "$output" racwl %2)"
blob_endpoint="$(az storage blob url --container-name "$application" --name x --output tsv)"
blob_endpoint="${blob_endpoint%"/$application/x"}"
)sh");
    text.replace(QStringLiteral("%1"),
                 plan.ownsOutputContainer ? QStringLiteral(" --fail-on-exist") : QString());
    text.replace(QStringLiteral("%2"), QString::number(linkLifetime(plan).count()));
    return text;
}

//! Uploads what opens the repository into a container of its own.
QString secretCommands(const Plan &plan)
{
    if (!plan.clone)
        return {};
    const QString seconds = QString::number(secretLifetime(plan).count());
    QString text = QStringLiteral("\n# What prepares the nodes, for as long as the job may live.\n"
                                  "preparation_sas=\"$(link \"$application\" r %1)\"\n")
                       .arg(seconds);
    if (!needsSecret(plan))
        return text;
    return text
        + QStringLiteral(
              R"sh(az storage container create --name "$secret" --fail-on-exist --output none
made+='secret '
secret_sas="$(link "$secret" r %1)"
az storage blob upload --file "$secret_file" --container-name "$secret" --name %2 \
    --no-progress --output none
)sh")
              .arg(seconds, quotedForBash(plan.clone->secret.name));
}

//! The zip of the application's folder.
QString archiveCommands(const Plan &plan)
{
    if (plan.clone)
        return {};
    QString files;
    for (const ApplicationFile &file : plan.applicationFiles)
        files += QStringLiteral("./") + file.path + QLatin1Char('\n');
    const QString archive = QStringLiteral("application/") + plan.archive.name;
    return verbatim(QStringLiteral("cat > \"$work\"/application.txt"), files)
        + QStringLiteral(
              "(cd \"$application_folder\" && tr '\\n' '\\0' < \"$work\"/application.txt "
              "| xargs -0 zip -q %1)\n")
              .arg(inWork(archive));
}

QString applicationCommands(const Plan &plan)
{
    QString text = QStringLiteral("\n# The application and the nodes' scripts.\n");
    text += QStringLiteral("mkdir -p \"$work\"/application \"$work\"/input\n");
    text += archiveCommands(plan);
    for (const PlannedScript &script : plan.scripts) {
        const QString path = QStringLiteral("application/") + script.place.name;
        text += QStringLiteral("mkdir -p %1\n").arg(inWork(path.section(QLatin1Char('/'), 0, -2)));
        text += writeFile(inWork(path), script.content);
    }
    return text
        + QStringLiteral("az storage blob upload-batch --source \"$work/application\" \\\n"
                         "    --destination \"$application\" --no-progress --output none\n");
}

QString inputCommands(const Plan &plan)
{
    QString files;
    for (const PlannedTask &task : plan.tasks)
        files += plan.inputPlace(task).name + QLatin1Char('\n');
    QString text =
        QStringLiteral("\n# The input files of the tasks, and no others of their folder.\n");
    text += verbatim(QStringLiteral("cat > \"$work\"/input.txt"), files);
    return text + QStringLiteral(R"sh(while IFS= read -r file; do
    case "$file" in */*) mkdir -p "$work/input/${file%/*}" ;; esac
    ln -s "$input_folder/$file" "$work/input/$file"
done < "$work"/input.txt
az storage blob upload-batch --source "$work/input" --destination "$input" \
    --no-progress --output none
)sh");
}

QString poolAndJobCommands(const Plan &plan, const BlobLinks &links)
{
    QString text = QStringLiteral("\n# Pool and job.\n");
    text += withVariables(QStringLiteral("cat > \"$work\"/pool.json"),
                          indentedJson(Batch::toJson(poolSpec(plan, links))));
    text += QStringLiteral("az batch pool create --json-file \"$work\"/pool.json\n"
                           "made+='pool '\n");
    text += withVariables(QStringLiteral("cat > \"$work\"/job.json"),
                          indentedJson(Batch::toJson(jobSpec(plan, links))));
    return text
        + QStringLiteral("az batch job create --json-file \"$work\"/job.json\n"
                         "made+='job '\n");
}

QString taskCommands(const Plan &plan, const BlobLinks &links)
{
    QString text = QStringLiteral("\n# Tasks, a hundred at a time.\n");
    for (qsizetype from = 0; from < plan.tasks.size(); from += tasksPerFile) {
        QStringList tasks;
        for (qsizetype i = from; i < qMin(from + tasksPerFile, plan.tasks.size()); ++i) {
            const QJsonObject task = Batch::toJson(taskSpec(plan, plan.tasks.at(i), links));
            tasks << QString::fromUtf8(QJsonDocument(task).toJson(QJsonDocument::Compact));
        }
        text += withVariables(QStringLiteral("cat > \"$work\"/tasks.json"),
                              QStringLiteral("[\n%1\n]\n").arg(tasks.join(QLatin1String(",\n"))));
        text += QStringLiteral("az batch task create --job-id \"$job\" "
                               "--json-file \"$work\"/tasks.json --output none\n");
    }
    return text
        + QStringLiteral("# From now on the job ends with its last task.\n"
                         "az batch job set --job-id \"$job\" --on-all-tasks-complete "
                         "terminatejob\n");
}

QString waitingCommands(const Plan &plan)
{
    QString text = QStringLiteral(R"sh(
# Wait, and bring the results home.
while [ "$(az batch job show --job-id "$job" --query state --output tsv)" != completed ]; do
    sleep "$poll_seconds"
done
az batch task list --job-id "$job" --output table \
    --query '[].{task: id, result: executionInfo.result, exitCode: executionInfo.exitCode}'
failed="$(az batch task list --job-id "$job" --output tsv \
    --query "length([?executionInfo.result != 'success'])")"
mkdir -p "$results"
)sh");
    if (plan.outputPrefix.isEmpty()) {
        text += QStringLiteral("az storage blob download-batch --source \"$output\" "
                               "--destination \"$results\" \\\n"
                               "    --no-progress --output none\n");
    } else {
        // az keeps the virtual folder of the run, which the results folder stands for already.
        text += QStringLiteral("mkdir \"$work\"/home\n"
                               "az storage blob download-batch --source \"$output\" "
                               "--destination \"$work\"/home \\\n"
                               "    --pattern %1 --no-progress --output none\n"
                               "cp -R \"$work\"/home/%2. \"$results\"\n")
                    .arg(quotedForBash(plan.outputPrefix + QLatin1Char('*')),
                         quotedForBash(plan.outputPrefix));
    }
    return text
        + QStringLiteral(R"sh(made+='results '
echo "The results are in $results; $failed of %1 task(s) failed."
[ "$failed" = 0 ]
)sh")
              .arg(plan.tasks.size());
}

} // namespace

QString azCommands(const Plan &plan)
{
    const ScriptLinks links(plan);
    return preamble(plan) + variablesOf(plan) + cleanUpFunction(plan) + containerCommands(plan)
        + secretCommands(plan) + applicationCommands(plan) + inputCommands(plan)
        + poolAndJobCommands(plan, links) + taskCommands(plan, links) + waitingCommands(plan);
}

} // namespace Batchdesk
