// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/settings.h"
#include "core/plan/settingskeys.h"
#include "tests/core/plan/qtprinters.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

QJsonObject schema()
{
    QFile file(QStringLiteral(BATCHDESK_SOURCE_DIR "/resources/settings.schema.json"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

QJsonObject child(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toObject();
}

//! The description of an object itself, or of the object among its alternatives.
QJsonObject objectForm(const QJsonObject &node)
{
    if (node.contains(QLatin1String("properties")))
        return node;
    for (const QJsonValue &form : node.value(QLatin1String("oneOf")).toArray()) {
        if (form.toObject().contains(QLatin1String("properties")))
            return form.toObject();
    }
    return {};
}

//! Compares a node of the schema with the reader's keys, and gathers the defaults it declares.
QJsonObject checkedDefaults(const QJsonObject &node, const QString &path)
{
    QJsonObject defaults;
    const QJsonObject properties = child(objectForm(node), "properties");
    QStringList known = settingsKeys(path);
    known.sort();
    EXPECT_EQ(properties.keys(), known) << qPrintable(path);
    EXPECT_FALSE(objectForm(node).value(QLatin1String("additionalProperties")).toBool(true))
        << qPrintable(path);
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const QString at = path + QLatin1Char('.') + it.key();
        const QJsonObject property = it.value().toObject();
        EXPECT_GT(property.value(QLatin1String("description")).toString().size(), 10)
            << qPrintable(at);
        const QJsonObject nested =
            objectForm(property).isEmpty() ? QJsonObject() : checkedDefaults(property, at);
        const bool isSection = property.value(QLatin1String("type")) == QLatin1String("object")
            && !property.contains(QLatin1String("default"));
        if (isSection)
            defaults.insert(it.key(), nested);
        else if (property.contains(QLatin1String("default")))
            defaults.insert(it.key(), property.value(QLatin1String("default")));
    }
    return defaults;
}

} // namespace

TEST(SettingsSchema, HasTheKeysOfTheReaderAndItsDefaults)
{
    QJsonObject defaults = checkedDefaults(schema(), QStringLiteral("$"));
    EXPECT_EQ(schema().value(QLatin1String("$id")).toString(), QString(settingsSchemaId));

    // A file that spells out all declared defaults means the same as one that says nothing.
    QJsonObject task = child(defaults, "task");
    EXPECT_EQ(task.size(), 3);
    task.insert(QStringLiteral("command"), QStringLiteral("x"));
    defaults.insert(QStringLiteral("task"), task);
    EXPECT_EQ(child(defaults, "pool").size(), 7);
    EXPECT_EQ(child(defaults, "cleanUp").size(), 3);
    // A repository has no defaults as a whole: it takes the place of the folder.
    QJsonObject application = child(defaults, "application");
    EXPECT_EQ(application.take(QStringLiteral("git")).toObject().size(), 5);
    defaults.insert(QStringLiteral("application"), application);
    const SettingsDocument document =
        parseSettings(QJsonDocument(defaults).toJson(), QStringLiteral("settings.json"));
    ASSERT_TRUE(document.ok()) << qPrintable(document.errors.first().caption());
    Settings expected;
    expected.task.command = QStringLiteral("x");
    EXPECT_EQ(document.settings, expected);
}
