// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/planning.h"

#include "app/cli/command.h"
#include "core/plan/freshstamp.h"

#include <QCoreApplication>
#include <QDir>

namespace Batchdesk::Cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

void applyOptions(Settings &settings, const QCommandLineParser &parser)
{
    if (parser.isSet(QStringLiteral("account")))
        settings.account = parser.value(QStringLiteral("account"));
    if (parser.isSet(QStringLiteral("output")))
        settings.outputs.folder =
            QDir::current().absoluteFilePath(parser.value(QStringLiteral("output")));
    if (parser.isSet(QStringLiteral("keep-pool")))
        settings.cleanUp.pool = false;
}

void warn(const QList<Error> &warnings)
{
    for (const Error &warning : warnings)
        printProblem(Texts::tr("warning: %1").arg(warning.caption()));
}

} // namespace

void addPlanningOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("account"),
         Texts::tr("Use this account: local, env (AZURE_* variables), or a profile."),
         QStringLiteral("NAME")},
        {QStringLiteral("output"), Texts::tr("Bring the results to this folder."),
         QStringLiteral("DIR")},
        {QStringLiteral("keep-pool"), Texts::tr("Leave the pool in place when the run has ended.")},
        {QStringLiteral("json"), Texts::tr("Print one JSON object a line.")},
    });
}

std::optional<Planned> planFrom(const QCommandLineParser &parser)
{
    const bool json = parser.isSet(QStringLiteral("json"));
    if (parser.positionalArguments().size() != 1) {
        printProblem(Texts::tr("Name one settings.json."));
        return {};
    }
    Planned planned;
    planned.document = readSettings(parser.positionalArguments().first());
    warn(planned.document.warnings);
    if (!planned.document.ok()) {
        printErrors(planned.document.errors, json);
        return {};
    }
    Settings settings =
        planned.document.settings; // the options are of this run, not of the document
    applyOptions(settings, parser);
    const QString folder = planned.document.baseFolder();
    planned.record = PlanRecord::of(settings, folder, listFolders(settings, folder), freshStamp());
    const PlanResult result = planned.record.plan();
    if (!result.ok()) {
        printErrors(result.errors, json);
        return {};
    }
    planned.plan = result.plan;
    warn(planned.plan.warnings);
    return planned;
}

} // namespace Batchdesk::Cli
