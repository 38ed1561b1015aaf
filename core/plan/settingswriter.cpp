// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/base/isotime.h"
#include "core/plan/gitsettings.h"
#include "core/plan/orderedjson.h"
#include "core/plan/settings.h"
#include "core/plan/settingskeys.h"

#include <QJsonArray>

namespace Batchdesk {

namespace {

QJsonValue json(const QString &text)
{
    return text;
}

QJsonValue json(bool value)
{
    return value;
}

QJsonValue json(int value)
{
    return value;
}

QJsonValue json(const QList<QString> &texts)
{
    return QJsonArray::fromStringList(texts);
}

QJsonValue json(const std::optional<std::chrono::seconds> &time)
{
    return time ? toIsoDuration(time) : QString(unlimitedTime);
}

template <typename T>
void addIfChanged(OrderedJson &section, const char *key, const T &value, const T &usual)
{
    if (value != usual)
        section.add(QLatin1String(key), json(value));
}

void addSection(OrderedJson &top, const char *key, const OrderedJson &section)
{
    if (!section.isEmpty())
        top.add(QLatin1String(key), section);
}

void addImage(OrderedJson &section, const ImageChoice &image)
{
    if (image == ImageChoice())
        return;
    if (!image.name.isEmpty()) {
        section.add(QStringLiteral("image"), image.name);
        return;
    }
    OrderedJson object;
    object.add(QStringLiteral("publisher"), image.reference.publisher);
    object.add(QStringLiteral("offer"), image.reference.offer);
    object.add(QStringLiteral("sku"), image.reference.sku);
    object.add(QStringLiteral("version"), image.reference.version);
    object.add(QStringLiteral("nodeAgentSKUId"), image.nodeAgentSkuId);
    object.add(QStringLiteral("os"),
               image.os == ImageChoice::Os::Windows ? QStringLiteral("windows")
                                                    : QStringLiteral("linux"));
    section.add(QStringLiteral("image"), object);
}

void addStartTask(OrderedJson &section, const StartTaskChoice &start)
{
    const QString key = QStringLiteral("startTask");
    OrderedJson object;
    switch (start.kind) {
    case StartTaskChoice::Kind::Python3:
        return;
    case StartTaskChoice::Kind::None:
        section.add(key, QStringLiteral("none"));
        return;
    case StartTaskChoice::Kind::Script:
        object.add(QStringLiteral("script"), start.script);
        break;
    case StartTaskChoice::Kind::Command:
        object.add(QStringLiteral("command"), start.command);
        break;
    }
    addIfChanged(object, "elevated", start.elevated, StartTaskChoice().elevated);
    section.add(key, object);
}

OrderedJson poolSection(const Settings::Pool &pool)
{
    const Settings::Pool usual;
    OrderedJson section;
    addIfChanged(section, "id", pool.id, usual.id);
    addImage(section, pool.image);
    addIfChanged(section, "vmSize", pool.vmSize, usual.vmSize);
    addIfChanged(section, "dedicatedNodes", pool.dedicatedNodes, usual.dedicatedNodes);
    addIfChanged(section, "spotNodes", pool.spotNodes, usual.spotNodes);
    addIfChanged(section, "slotsPerNode", pool.slotsPerNode, usual.slotsPerNode);
    addStartTask(section, pool.startTask);
    return section;
}

OrderedJson jobSection(const Settings::Job &job)
{
    const Settings::Job usual;
    OrderedJson section;
    addIfChanged(section, "id", job.id, usual.id);
    if (job.preparation.kind == PreparationChoice::Kind::Command) {
        OrderedJson preparation;
        preparation.add(QStringLiteral("command"), job.preparation.command);
        section.add(QStringLiteral("preparation"), preparation);
    }
    addIfChanged(section, "maxWallClockTime", job.maxWallClockTime, usual.maxWallClockTime);
    addIfChanged(section, "retries", job.retries, usual.retries);
    return section;
}

OrderedJson taskSection(const Settings::Task &task)
{
    const Settings::Task usual;
    OrderedJson section;
    section.add(QStringLiteral("command"), task.command);
    OrderedJson environment;
    for (const Batch::NameValue &variable : task.environment)
        environment.add(variable.name, variable.value);
    addSection(section, "environment", environment);
    addIfChanged(section, "outputs", task.outputs, usual.outputs);
    addIfChanged(section, "maxWallClockTime", task.maxWallClockTime, usual.maxWallClockTime);
    return section;
}

OrderedJson applicationSection(const Settings::Application &application)
{
    const Settings::Application usual;
    OrderedJson section;
    if (application.git) {
        section.add(QStringLiteral("git"), gitSection(*application.git));
        return section;
    }
    addIfChanged(section, "folder", application.folder, usual.folder);
    addIfChanged(section, "ignore", application.ignore, usual.ignore);
    return section;
}

OrderedJson cleanUpSection(const Settings::CleanUp &cleanUp)
{
    using Containers = Settings::CleanUp::Containers;
    const Settings::CleanUp usual;
    OrderedJson section;
    addIfChanged(section, "job", cleanUp.job, usual.job);
    addIfChanged(section, "pool", cleanUp.pool, usual.pool);
    if (cleanUp.containers == Containers::Keep)
        section.add(QStringLiteral("containers"), QStringLiteral("keep"));
    else if (cleanUp.containers == Containers::All)
        section.add(QStringLiteral("containers"), QStringLiteral("all"));
    return section;
}

} // namespace

QByteArray serializeSettings(const Settings &settings)
{
    const Settings usual;
    OrderedJson top;
    top.add(QStringLiteral("$schema"), QString(settingsSchemaId));
    top.add(QStringLiteral("version"), Settings::currentVersion);
    addIfChanged(top, "name", settings.name, usual.name);
    addIfChanged(top, "account", settings.account, usual.account);

    addSection(top, "application", applicationSection(settings.application));

    OrderedJson inputs;
    addIfChanged(inputs, "folder", settings.inputs.folder, usual.inputs.folder);
    addIfChanged(inputs, "include", settings.inputs.include, usual.inputs.include);
    addIfChanged(inputs, "exclude", settings.inputs.exclude, usual.inputs.exclude);
    addIfChanged(inputs, "recursive", settings.inputs.recursive, usual.inputs.recursive);
    addSection(top, "inputs", inputs);

    addSection(top, "pool", poolSection(settings.pool));
    addSection(top, "job", jobSection(settings.job));
    top.add(QStringLiteral("task"), taskSection(settings.task));

    OrderedJson outputs;
    addIfChanged(outputs, "container", settings.outputs.container, usual.outputs.container);
    addIfChanged(outputs, "folder", settings.outputs.folder, usual.outputs.folder);
    addSection(top, "outputs", outputs);
    addSection(top, "cleanUp", cleanUpSection(settings.cleanUp));
    return top.indented() + '\n';
}

} // namespace Batchdesk
