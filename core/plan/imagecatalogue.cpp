// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/imagecatalogue.h"

#include "core/plan/nearestname.h"
#include "core/plan/shippedfile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Batchdesk {

namespace {

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

bool isDefault(const QJsonObject &object)
{
    return object.value(QLatin1String("default")).toBool();
}

QList<QJsonObject> entriesOf(const QByteArray &json, const char *list)
{
    QList<QJsonObject> entries;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (const QJsonValue &value : object.value(QLatin1String(list)).toArray())
        entries << value.toObject();
    return entries;
}

CatalogueImage imageFrom(const QJsonObject &object)
{
    CatalogueImage entry;
    entry.title = text(object, "title");
    entry.architecture = text(object, "architecture");
    entry.note = text(object, "note");
    entry.image.name = text(object, "id");
    entry.image.reference.publisher = text(object, "publisher");
    entry.image.reference.offer = text(object, "offer");
    entry.image.reference.sku = text(object, "sku");
    if (object.contains(QLatin1String("version")))
        entry.image.reference.version = text(object, "version");
    entry.image.nodeAgentSkuId = text(object, "nodeAgentSKUId");
    entry.image.os = text(object, "os") == QLatin1String("windows") ? ImageChoice::Os::Windows
                                                                    : ImageChoice::Os::Linux;
    return entry;
}

CatalogueVmSize vmSizeFrom(const QJsonObject &object)
{
    CatalogueVmSize entry;
    entry.name = text(object, "name");
    entry.vCpus = object.value(QLatin1String("vCPUs")).toInt();
    entry.memoryGiB = object.value(QLatin1String("memoryGiB")).toDouble();
    entry.series = text(object, "series");
    entry.architecture = text(object, "architecture");
    entry.note = text(object, "note");
    return entry;
}

} // namespace

const ImageCatalogue &ImageCatalogue::shipped()
{
    static const ImageCatalogue catalogue =
        fromJson(shippedFile(QStringLiteral("catalogue/images.json")),
                 shippedFile(QStringLiteral("catalogue/vmsizes.json")));
    return catalogue;
}

ImageCatalogue ImageCatalogue::fromJson(const QByteArray &images, const QByteArray &vmSizes)
{
    ImageCatalogue catalogue;
    for (const QJsonObject &object : entriesOf(images, "images")) {
        const CatalogueImage entry = imageFrom(object);
        if (entry.image.name.isEmpty())
            continue;
        catalogue.m_images.append(entry);
        if (isDefault(object))
            catalogue.m_defaultImage = entry.image.name;
    }
    for (const QJsonObject &object : entriesOf(vmSizes, "vmSizes")) {
        const CatalogueVmSize entry = vmSizeFrom(object);
        if (entry.name.isEmpty())
            continue;
        catalogue.m_vmSizes.append(entry);
        if (isDefault(object))
            catalogue.m_defaultVmSize = entry.name;
    }
    return catalogue;
}

Outcome<ImageChoice> ImageCatalogue::resolve(const ImageChoice &choice) const
{
    if (choice.name.isEmpty() && !choice.nodeAgentSkuId.isEmpty())
        return choice;
    const QString name = choice.name.isEmpty() ? m_defaultImage : choice.name;
    const auto found =
        std::find_if(m_images.begin(), m_images.end(),
                     [&name](const CatalogueImage &entry) { return entry.image.name == name; });
    if (found != m_images.end())
        return found->image;
    QStringList known;
    for (const CatalogueImage &entry : m_images)
        known << entry.image.name;
    return Error::invalidInput(
        QCoreApplication::translate("ImageCatalogue", "There is no image called \"%1\"").arg(name),
        {}, nearestNameAdvice(name, known));
}

bool ImageCatalogue::architecturesDiffer(const QString &imageName, const QString &vmSize) const
{
    const QString image = imageName.isEmpty() ? m_defaultImage : imageName;
    const QString size = vmSize.isEmpty() ? m_defaultVmSize : vmSize;
    const auto listedImage =
        std::find_if(m_images.begin(), m_images.end(),
                     [&](const CatalogueImage &entry) { return entry.image.name == image; });
    const auto listedSize =
        std::find_if(m_vmSizes.begin(), m_vmSizes.end(), [&](const CatalogueVmSize &entry) {
            return entry.name.compare(size, Qt::CaseInsensitive) == 0;
        });
    return listedImage != m_images.end() && listedSize != m_vmSizes.end()
        && listedImage->architecture != listedSize->architecture;
}

} // namespace Batchdesk
