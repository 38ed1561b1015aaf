// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/transfer/fakeblobstore.h"

#include "core/blob/connectblob.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUrlQuery>

namespace Batchdesk::Test {

namespace {

HttpResponse refused(int status, const QByteArray &code)
{
    return answer(status,
                  "<?xml version=\"1.0\"?><Error><Code>" + code
                      + "</Code><Message>no</Message></Error>",
                  {{"x-ms-error-code", code}, {"Content-Type", "application/xml"}});
}

QByteArray md5(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toBase64();
}

bool isDamaged(const HttpRequest &request)
{
    return request.headers.contains("Content-MD5")
        && request.headers.value("Content-MD5") != md5(bodyOf(request));
}

} // namespace

FakeBlobStore::FakeBlobStore()
{
    AccountAccess account;
    account.blobEndpoint = QUrl(QStringLiteral("http://127.0.0.1:81/acct"));
    account.storageAccount = QStringLiteral("acct");
    account.storageKey = Secret(QByteArray("a2V5"));
    const RetryPolicy retry{2, std::chrono::milliseconds(1), std::chrono::milliseconds(1)};
    client = Blob::connectBlob(account, transport, std::make_shared<SystemClock>(), retry, 64);
    transport->handler = [this](const HttpRequest &request) -> std::optional<HttpResponse> {
        if (!hangOn.isEmpty() && request.url.toString().contains(hangOn))
            return std::nullopt;
        if (intercept) {
            if (auto own = intercept(request))
                return own;
        }
        return answerTo(request);
    };
}

void FakeBlobStore::put(const QString &name, const QByteArray &bytes, bool withMd5)
{
    blobs.insert(name,
                 {bytes, "\"0x" + QByteArray::number(++m_versions) + '"',
                  withMd5 ? md5(bytes) : QByteArray()});
}

Blob::BlobItem FakeBlobStore::listed(const QString &name) const
{
    Blob::BlobItem item;
    item.name = name;
    item.size = blobs.value(name).bytes.size();
    item.eTag = QString::fromLatin1(blobs.value(name).eTag);
    item.contentMd5 = QByteArray::fromBase64(blobs.value(name).md5);
    return item;
}

int FakeBlobStore::count(const QByteArray &verb, const QString &inUrl) const
{
    const auto &requests = transport->requests();
    return static_cast<int>(
        std::count_if(requests.begin(), requests.end(), [&](const HttpRequest &request) {
            return request.verb == verb && request.url.toString().contains(inUrl);
        }));
}

HttpResponse FakeBlobStore::answerTo(const HttpRequest &request)
{
    const QString name = request.url.path(QUrl::FullyDecoded).section(QLatin1Char('/'), 3);
    const QUrlQuery query(request.url);
    const QString comp = query.queryItemValue(QStringLiteral("comp"));
    if (request.verb == "PUT" && comp == QLatin1String("block")) {
        const QString id = query.queryItemValue(QStringLiteral("blockid"), QUrl::FullyDecoded);
        return putBlock(name, QByteArray::fromBase64(id.toLatin1()), request);
    }
    if (comp == QLatin1String("blocklist"))
        return request.verb == "PUT" ? putBlockList(name, request) : blockList(name);
    if (request.verb == "PUT")
        return putBlob(name, request);
    if (request.verb == "DELETE") {
        uncommitted.remove(name);
        blobs.remove(name);
        return answer(202);
    }
    return blobs.contains(name) ? get(name, request) : refused(404, "BlobNotFound");
}

HttpResponse FakeBlobStore::putBlob(const QString &name, const HttpRequest &request)
{
    if (isDamaged(request))
        return refused(400, "Md5Mismatch");
    put(name, bodyOf(request));
    return answer(201, {}, {{"ETag", blobs.value(name).eTag}});
}

HttpResponse FakeBlobStore::putBlock(const QString &name, const QByteArray &id,
                                     const HttpRequest &request)
{
    if (isDamaged(request))
        return refused(400, "Md5Mismatch");
    auto &blocks = uncommitted[name];
    if (!blocks.isEmpty() && blocks.first().first.size() != id.size())
        return refused(400, "InvalidBlobOrBlock");
    blocks.removeIf([&id](const auto &block) { return block.first == id; });
    blocks.append({id, bodyOf(request)});
    return answer(201);
}

HttpResponse FakeBlobStore::putBlockList(const QString &name, const HttpRequest &request)
{
    QByteArray bytes;
    static const QRegularExpression latest(QStringLiteral("<Latest>([^<]+)</Latest>"));
    auto found = latest.globalMatch(QString::fromLatin1(bodyOf(request)));
    const auto blocks = uncommitted.value(name);
    while (found.hasNext()) {
        const QByteArray id = QByteArray::fromBase64(found.next().captured(1).toLatin1());
        const auto block = std::find_if(blocks.begin(), blocks.end(),
                                        [&id](const auto &b) { return b.first == id; });
        if (block == blocks.end())
            return refused(400, "InvalidBlockList");
        bytes += block->second;
    }
    put(name, bytes);
    blobs[name].md5 = request.headers.value("x-ms-blob-content-md5");
    uncommitted.remove(name);
    return answer(201, {}, {{"ETag", blobs.value(name).eTag}});
}

HttpResponse FakeBlobStore::blockList(const QString &name) const
{
    if (!uncommitted.contains(name) && !blobs.contains(name))
        return refused(404, "BlobNotFound");
    QByteArray xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList><UncommittedBlocks>";
    for (const auto &[id, bytes] : uncommitted.value(name))
        xml += "<Block><Name>" + id.toBase64() + "</Name><Size>" + QByteArray::number(bytes.size())
            + "</Size></Block>";
    return answer(200, xml + "</UncommittedBlocks></BlockList>",
                  {{"Content-Type", "application/xml"}});
}

HttpResponse FakeBlobStore::get(const QString &name, const HttpRequest &request) const
{
    const StoredBlob blob = blobs.value(name);
    const QByteArray wanted = request.headers.value("If-Match");
    if (!wanted.isEmpty() && wanted != blob.eTag)
        return refused(412, "ConditionNotMet");
    const qint64 size = blob.bytes.size();
    QList<QPair<QByteArray, QByteArray>> headers{{"ETag", blob.eTag}};
    const QByteArray range = request.headers.value("x-ms-range");
    if (range.isEmpty()) {
        headers.append({"Content-Length", QByteArray::number(size)});
        if (!blob.md5.isEmpty())
            headers.append({"Content-MD5", blob.md5});
        return answer(200, request.verb == "HEAD" ? QByteArray() : blob.bytes, headers);
    }
    const QList<QByteArray> ends = range.mid(6).split('-');
    const qint64 from = ends.at(0).toLongLong();
    if (from >= size)
        return refused(416, "InvalidRange");
    const qint64 to = ends.at(1).isEmpty() ? size - 1 : std::min(ends.at(1).toLongLong(), size - 1);
    headers.append({"Content-Range",
                    "bytes " + QByteArray::number(from) + '-' + QByteArray::number(to) + '/'
                        + QByteArray::number(size)});
    if (!blob.md5.isEmpty())
        headers.append({"x-ms-blob-content-md5", blob.md5});
    return answer(206, blob.bytes.mid(from, to - from + 1), headers);
}

} // namespace Batchdesk::Test
