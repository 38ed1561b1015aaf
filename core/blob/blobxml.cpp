// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/blob/blobxml.h"

#include "core/base/isotime.h"

#include <QCoreApplication>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace Batchdesk::Blob {
namespace {

// Names that no XML could hold come percent-encoded.
QString readName(QXmlStreamReader &xml)
{
    const bool isEncoded =
        xml.attributes().value(QLatin1String("Encoded")) == QLatin1String("true");
    const QString text = xml.readElementText();
    return isEncoded ? QUrl::fromPercentEncoding(text.toUtf8()) : text;
}

QMap<QString, QString> readMetadata(QXmlStreamReader &xml)
{
    QMap<QString, QString> metadata;
    while (xml.readNextStartElement()) {
        const QString name = xml.name().toString();
        metadata.insert(name, xml.readElementText());
    }
    return metadata;
}

// Listings of blobs have the ETag bare, those of containers and all headers have it quoted.
QString quoted(const QString &eTag)
{
    const QLatin1Char quote('"');
    return eTag.isEmpty() || eTag.endsWith(quote) ? eTag : quote + eTag + quote;
}

void readProperties(QXmlStreamReader &xml, BlobItem &blob)
{
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("Last-Modified"))
            blob.lastModified = fromHttpDate(xml.readElementText().toLatin1());
        else if (xml.name() == QLatin1String("Etag"))
            blob.eTag = quoted(xml.readElementText());
        else if (xml.name() == QLatin1String("Content-Length"))
            blob.size = xml.readElementText().toLongLong();
        else if (xml.name() == QLatin1String("Content-MD5"))
            blob.contentMd5 = QByteArray::fromBase64(xml.readElementText().toLatin1());
        else if (xml.name() == QLatin1String("Content-Type"))
            blob.contentType = xml.readElementText();
        else if (xml.name() == QLatin1String("Content-Encoding"))
            blob.contentEncoding = xml.readElementText();
        else if (xml.name() == QLatin1String("Content-Language"))
            blob.contentLanguage = xml.readElementText();
        else if (xml.name() == QLatin1String("Content-Disposition"))
            blob.contentDisposition = xml.readElementText();
        else if (xml.name() == QLatin1String("Cache-Control"))
            blob.cacheControl = xml.readElementText();
        else
            xml.skipCurrentElement();
    }
}

BlobItem readBlob(QXmlStreamReader &xml)
{
    BlobItem blob;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("Name"))
            blob.name = readName(xml);
        else if (xml.name() == QLatin1String("Properties"))
            readProperties(xml, blob);
        else if (xml.name() == QLatin1String("Metadata"))
            blob.metadata = readMetadata(xml);
        else
            xml.skipCurrentElement();
    }
    return blob;
}

QString readPrefix(QXmlStreamReader &xml)
{
    QString prefix;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("Name"))
            prefix = readName(xml);
        else
            xml.skipCurrentElement();
    }
    return prefix;
}

ContainerItem readContainer(QXmlStreamReader &xml)
{
    BlobItem properties;
    ContainerItem container;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("Name"))
            container.name = readName(xml);
        else if (xml.name() == QLatin1String("Properties"))
            readProperties(xml, properties);
        else if (xml.name() == QLatin1String("Metadata"))
            container.metadata = readMetadata(xml);
        else
            xml.skipCurrentElement();
    }
    container.eTag = properties.eTag;
    container.lastModified = properties.lastModified;
    return container;
}

BlockItem readBlock(QXmlStreamReader &xml)
{
    BlockItem block;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("Name"))
            block.id = QByteArray::fromBase64(xml.readElementText().toLatin1());
        else if (xml.name() == QLatin1String("Size"))
            block.size = xml.readElementText().toLongLong();
        else
            xml.skipCurrentElement();
    }
    return block;
}

Error unreadable(const QString &operation, const QString &reason)
{
    Error error;
    error.message = QCoreApplication::translate("Blob", "The service's answer could not be read");
    error.place = operation;
    error.advice = QCoreApplication::translate(
        "Blob", "Check that the account's address is that of a Blob Storage account.");
    error.details.append({QStringLiteral("XML"), reason});
    return error;
}

// Calls readChild for each child of the root element; it must consume the child.
template <typename ReadChild>
std::optional<Error> readDocument(const QString &operation, const QByteArray &body,
                                  QLatin1String root, ReadChild readChild)
{
    QXmlStreamReader xml(body);
    if (!xml.readNextStartElement() || xml.name() != root)
        return unreadable(operation, QStringLiteral("no %1 element").arg(root));
    while (xml.readNextStartElement())
        readChild(xml);
    if (xml.hasError())
        return unreadable(
            operation,
            QStringLiteral("%1 in line %2").arg(xml.errorString()).arg(xml.lineNumber()));
    return std::nullopt;
}

} // namespace

Outcome<ContainerPage> readContainers(const QString &operation, const QByteArray &xml)
{
    ContainerPage page;
    const auto readChild = [&page](QXmlStreamReader &reader) {
        if (reader.name() == QLatin1String("Containers")) {
            while (reader.readNextStartElement())
                page.containers.append(readContainer(reader));
        } else if (reader.name() == QLatin1String("NextMarker")) {
            page.nextMarker = reader.readElementText();
        } else {
            reader.skipCurrentElement();
        }
    };
    const auto error = readDocument(operation, xml, QLatin1String("EnumerationResults"), readChild);
    return error ? Outcome<ContainerPage>(*error) : Outcome<ContainerPage>(page);
}

Outcome<BlobPage> readBlobs(const QString &operation, const QByteArray &xml)
{
    BlobPage page;
    const auto readEntry = [&page](QXmlStreamReader &reader) {
        if (reader.name() == QLatin1String("BlobPrefix"))
            page.prefixes.append(readPrefix(reader));
        else if (reader.name() == QLatin1String("Blob"))
            page.blobs.append(readBlob(reader));
        else
            reader.skipCurrentElement();
    };
    const auto readChild = [&page, &readEntry](QXmlStreamReader &reader) {
        if (reader.name() == QLatin1String("Blobs")) {
            while (reader.readNextStartElement())
                readEntry(reader);
        } else if (reader.name() == QLatin1String("NextMarker")) {
            page.nextMarker = reader.readElementText();
        } else {
            reader.skipCurrentElement();
        }
    };
    const auto error = readDocument(operation, xml, QLatin1String("EnumerationResults"), readChild);
    return error ? Outcome<BlobPage>(*error) : Outcome<BlobPage>(page);
}

Outcome<QList<BlockItem>> readBlocks(const QString &operation, const QByteArray &xml,
                                     QLatin1String element)
{
    QList<BlockItem> blocks;
    const auto readChild = [&blocks, element](QXmlStreamReader &reader) {
        if (reader.name() == element) {
            while (reader.readNextStartElement())
                blocks.append(readBlock(reader));
        } else {
            reader.skipCurrentElement();
        }
    };
    const auto error = readDocument(operation, xml, QLatin1String("BlockList"), readChild);
    return error ? Outcome<QList<BlockItem>>(*error) : Outcome<QList<BlockItem>>(blocks);
}

QByteArray writeBlockList(const QList<QByteArray> &ids)
{
    QByteArray body;
    QXmlStreamWriter xml(&body);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("BlockList"));
    for (const QByteArray &id : ids)
        xml.writeTextElement(QStringLiteral("Latest"), QString::fromLatin1(id.toBase64()));
    xml.writeEndDocument();
    return body;
}

} // namespace Batchdesk::Blob
