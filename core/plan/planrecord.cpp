// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/planrecord.h"

#include "core/plan/imagecatalogue.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

namespace Batchdesk {

namespace {

constexpr int recordVersion = 1;

Error unreadable(const QString &why)
{
    return Error::invalidInput(
        QCoreApplication::translate("PlanRecord", "The record of the run cannot be read: %1")
            .arg(why));
}

QJsonArray warningsJson(const QList<Error> &warnings)
{
    QJsonArray list;
    for (const Error &warning : warnings)
        list.append(QJsonArray{warning.message, warning.place, warning.advice});
    return list;
}

// Rows instead of objects: a run of a million files repeats no key a million times.
QJsonObject listingJson(const Listing &listing)
{
    QJsonArray application;
    for (const ApplicationFile &file : listing.application)
        application.append(QJsonArray{file.path, file.size, file.executable});
    QJsonArray inputs;
    for (const InputFile &file : listing.inputs)
        inputs.append(QJsonArray{file.path, file.size});
    return {
        {QStringLiteral("applicationFolder"), listing.applicationFolder},
        {QStringLiteral("application"), application},
        {QStringLiteral("applicationIgnored"), listing.applicationIgnored},
        {QStringLiteral("inputFolder"), listing.inputFolder},
        {QStringLiteral("inputs"), inputs},
        {QStringLiteral("inputsLookedAt"), listing.inputsLookedAt},
        {QStringLiteral("startScript"), QString::fromLatin1(listing.startScript.toBase64())},
        {QStringLiteral("hostKeys"), QString::fromLatin1(listing.hostKeys)},
        {QStringLiteral("warnings"), warningsJson(listing.warnings)},
    };
}

Listing listingFrom(const QJsonObject &json)
{
    Listing listing;
    listing.applicationFolder = json.value(QLatin1String("applicationFolder")).toString();
    listing.applicationIgnored = json.value(QLatin1String("applicationIgnored")).toString();
    listing.inputFolder = json.value(QLatin1String("inputFolder")).toString();
    listing.inputsLookedAt = json.value(QLatin1String("inputsLookedAt")).toInteger();
    listing.startScript =
        QByteArray::fromBase64(json.value(QLatin1String("startScript")).toString().toLatin1());
    listing.hostKeys = json.value(QLatin1String("hostKeys")).toString().toLatin1();
    for (const QJsonValue &value : json.value(QLatin1String("application")).toArray()) {
        const QJsonArray row = value.toArray();
        listing.application.append(
            {row.at(0).toString(), row.at(1).toInteger(), row.at(2).toBool()});
    }
    for (const QJsonValue &value : json.value(QLatin1String("inputs")).toArray()) {
        const QJsonArray row = value.toArray();
        listing.inputs.append({row.at(0).toString(), row.at(1).toInteger()});
    }
    for (const QJsonValue &value : json.value(QLatin1String("warnings")).toArray()) {
        const QJsonArray row = value.toArray();
        listing.warnings << Error::invalidInput(row.at(0).toString(), row.at(1).toString(),
                                                row.at(2).toString());
    }
    return listing;
}

} // namespace

PlanRecord PlanRecord::of(const Settings &settings, const QString &baseFolder,
                          const Listing &listing, const RunStamp &stamp)
{
    PlanRecord record{settings, baseFolder, listing, stamp};
    const ImageCatalogue &catalogue = ImageCatalogue::shipped();
    if (const Outcome<ImageChoice> image = catalogue.resolve(settings.pool.image)) {
        record.settings.pool.image = *image;
        record.settings.pool.image.name.clear();
    }
    if (settings.pool.vmSize.isEmpty())
        record.settings.pool.vmSize = catalogue.defaultVmSize();
    return record;
}

QByteArray PlanRecord::toJson() const
{
    const QJsonObject object{
        {QStringLiteral("version"), recordVersion},
        {QStringLiteral("settings"), QJsonDocument::fromJson(serializeSettings(settings)).object()},
        {QStringLiteral("baseFolder"), baseFolder},
        {QStringLiteral("time"), stamp.time.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("salt"), stamp.salt},
        {QStringLiteral("listing"), listingJson(listing)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Outcome<PlanRecord> PlanRecord::fromJson(const QByteArray &json)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError)
        return unreadable(fault.errorString());
    const QJsonObject object = document.object();
    const int version = object.value(QLatin1String("version")).toInt();
    if (version != recordVersion)
        return unreadable(QCoreApplication::translate(
                              "PlanRecord", "it is of version %1, and this Batchdesk knows %2")
                              .arg(version)
                              .arg(recordVersion));
    PlanRecord record;
    record.baseFolder = object.value(QLatin1String("baseFolder")).toString();
    record.stamp.time =
        QDateTime::fromString(object.value(QLatin1String("time")).toString(), Qt::ISODateWithMs);
    record.stamp.salt = object.value(QLatin1String("salt")).toString();
    if (!record.stamp.time.isValid())
        return unreadable(QCoreApplication::translate("PlanRecord", "its time is missing"));
    record.listing = listingFrom(object.value(QLatin1String("listing")).toObject());
    const SettingsDocument settings =
        parseSettings(QJsonDocument(object.value(QLatin1String("settings")).toObject()).toJson(),
                      record.baseFolder + QStringLiteral("/settings.json"));
    if (!settings.ok())
        return settings.errors.first();
    record.settings = settings.settings;
    return record;
}

} // namespace Batchdesk
