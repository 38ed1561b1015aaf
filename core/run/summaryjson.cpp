// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/summaryjson.h"

#include <QJsonArray>

#include <array>

namespace Batchdesk {

namespace {

using Ending = RunSummary::Ending;

constexpr std::array<std::pair<Ending, const char *>, 5> endings{{
    {Ending::Succeeded, "succeeded"},
    {Ending::TasksFailed, "tasksFailed"},
    {Ending::Refused, "refused"},
    {Ending::Broken, "broken"},
    {Ending::Stopped, "stopped"},
}};

Ending endingOf(const QString &name)
{
    for (const auto &[ending, text] : endings) {
        if (name == QLatin1String(text))
            return ending;
    }
    return Ending::Broken;
}

QJsonObject errorToJson(const Error &error)
{
    return {{QStringLiteral("kind"), int(error.kind)},
            {QStringLiteral("message"), error.message},
            {QStringLiteral("place"), error.place},
            {QStringLiteral("advice"), error.advice},
            {QStringLiteral("code"), error.code}};
}

Error errorFromJson(const QJsonObject &object)
{
    Error error;
    error.kind = Error::Kind(object.value(QLatin1String("kind")).toInt(int(Error::Kind::Service)));
    error.message = object.value(QLatin1String("message")).toString();
    error.place = object.value(QLatin1String("place")).toString();
    error.advice = object.value(QLatin1String("advice")).toString();
    error.code = object.value(QLatin1String("code")).toString();
    return error;
}

QJsonObject failureToJson(const FailedTask &task)
{
    QJsonObject object{{QStringLiteral("id"), task.id},
                       {QStringLiteral("input"), task.input},
                       {QStringLiteral("message"), task.message}};
    if (task.exitCode)
        object.insert(QStringLiteral("exitCode"), *task.exitCode);
    return object;
}

FailedTask failureFromJson(const QJsonObject &object)
{
    FailedTask task;
    task.id = object.value(QLatin1String("id")).toString();
    task.input = object.value(QLatin1String("input")).toString();
    task.message = object.value(QLatin1String("message")).toString();
    if (object.contains(QLatin1String("exitCode")))
        task.exitCode = object.value(QLatin1String("exitCode")).toInt();
    return task;
}

template <typename T, typename Convert>
QJsonArray toArray(const QList<T> &list, Convert convert)
{
    QJsonArray array;
    for (const T &item : list)
        array.append(convert(item));
    return array;
}

} // namespace

QString endingName(Ending ending)
{
    for (const auto &[value, text] : endings) {
        if (value == ending)
            return QLatin1String(text);
    }
    return {};
}

QJsonObject summaryToJson(const RunSummary &summary)
{
    return {
        {QStringLiteral("run"), summary.runId},
        {QStringLiteral("ending"), endingName(summary.ending)},
        {QStringLiteral("tasks"), summary.tasksTotal},
        {QStringLiteral("succeeded"), summary.succeeded},
        {QStringLiteral("failed"), summary.failed},
        {QStringLiteral("notRun"), summary.notRun},
        {QStringLiteral("elapsedMs"), summary.elapsedMs},
        {QStringLiteral("resultsFolder"), summary.resultsFolder},
        {QStringLiteral("filesBroughtHome"), summary.filesBroughtHome},
        {QStringLiteral("deleted"), QJsonArray::fromStringList(summary.deleted)},
        {QStringLiteral("kept"),
         toArray(summary.kept,
                 [](const KeptThing &thing) {
                     return QJsonObject{{QStringLiteral("what"), thing.what},
                                        {QStringLiteral("why"), thing.why}};
                 })},
        {QStringLiteral("failures"), toArray(summary.failures, failureToJson)},
        {QStringLiteral("errors"), toArray(summary.errors, errorToJson)},
    };
}

RunSummary summaryFromJson(const QJsonObject &object)
{
    RunSummary summary;
    summary.runId = object.value(QLatin1String("run")).toString();
    summary.ending = endingOf(object.value(QLatin1String("ending")).toString());
    summary.tasksTotal = object.value(QLatin1String("tasks")).toInt();
    summary.succeeded = object.value(QLatin1String("succeeded")).toInt();
    summary.failed = object.value(QLatin1String("failed")).toInt();
    summary.notRun = object.value(QLatin1String("notRun")).toInt();
    summary.elapsedMs = object.value(QLatin1String("elapsedMs")).toInteger();
    summary.resultsFolder = object.value(QLatin1String("resultsFolder")).toString();
    summary.filesBroughtHome = object.value(QLatin1String("filesBroughtHome")).toInteger();
    for (const QJsonValue &item : object.value(QLatin1String("deleted")).toArray())
        summary.deleted << item.toString();
    for (const QJsonValue &item : object.value(QLatin1String("kept")).toArray())
        summary.kept << KeptThing{item[QLatin1String("what")].toString(),
                                  item[QLatin1String("why")].toString()};
    for (const QJsonValue &item : object.value(QLatin1String("failures")).toArray())
        summary.failures << failureFromJson(item.toObject());
    for (const QJsonValue &item : object.value(QLatin1String("errors")).toArray())
        summary.errors << errorFromJson(item.toObject());
    return summary;
}

} // namespace Batchdesk
