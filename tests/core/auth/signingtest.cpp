// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/auth/servicesas.h"
#include "core/auth/sharedkey.h"
#include "core/base/isotime.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

QJsonDocument load(const QString &name)
{
    QFile file(QStringLiteral(BATCHDESK_VECTORS "/") + name);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << file.fileName().toStdString();
    return QJsonDocument::fromJson(file.readAll());
}

QString field(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

HttpRequest requestOf(const QJsonObject &vector)
{
    HttpRequest request;
    request.verb = field(vector, "method").toLatin1();
    request.url = QUrl(field(vector, "url"), QUrl::StrictMode);
    const QJsonObject headers = vector.value(QLatin1String("headers")).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        request.headers.set(it.key().toLatin1(), it.value().toString().toUtf8());
    return request;
}

QDateTime dateOf(const HttpRequest &request, const char *header)
{
    return fromHttpDate(request.headers.value(header));
}

ServiceSas sasOf(const QJsonObject &vector, const QString &account)
{
    const QJsonObject in = vector.value(QLatin1String("inputs")).toObject();
    ServiceSas sas;
    sas.account = account;
    sas.container = field(in, "container");
    sas.blob = field(in, "blob");
    sas.permissions = field(in, "permission");
    sas.start = fromIsoTime(field(in, "start"));
    sas.expiry = fromIsoTime(field(in, "expiry"));
    sas.httpsOnly = field(in, "protocol") == QLatin1String("https");
    sas.anyProtocol = field(in, "protocol").isEmpty();
    sas.storedPolicy = field(in, "policy_id");
    sas.addresses = field(in, "ip");
    sas.snapshot = field(in, "snapshot");
    sas.encryptionScope = field(in, "encryption_scope");
    sas.overrides = {field(in, "cache_control"), field(in, "content_disposition"),
                     field(in, "content_encoding"), field(in, "content_language"),
                     field(in, "content_type")};
    if (field(vector, "id").endsWith(QLatin1String("-2025")))
        sas.version = QStringLiteral("2025-11-05");
    return sas;
}

QMap<QByteArray, QByteArray> parts(const QByteArray &token)
{
    QMap<QByteArray, QByteArray> result;
    for (const QByteArray &part : token.split('&')) {
        const qsizetype equals = part.indexOf('=');
        result.insert(part.left(equals), QByteArray::fromPercentEncoding(part.mid(equals + 1)));
    }
    return result;
}

} // namespace

TEST(BatchSharedKey, AgreesWithEveryVector)
{
    const QJsonArray vectors = load(QStringLiteral("batch-sharedkey.json")).array();
    ASSERT_EQ(vectors.size(), 8);
    for (const QJsonValue &value : vectors) {
        const QJsonObject vector = value.toObject();
        SCOPED_TRACE(field(vector, "name").toStdString());
        HttpRequest request = requestOf(vector);
        const QString account = field(vector, "account");
        EXPECT_EQ(BatchSharedKeySigner::stringToSign(account, request),
                  field(vector, "string_to_sign").toUtf8());
        const BatchSharedKeySigner signer(account, Secret(field(vector, "key").toLatin1()));
        signer.sign(request, dateOf(request, "ocp-date"));
        EXPECT_EQ(request.headers.value("Authorization"),
                  field(vector, "authorization").toLatin1());
    }
}

TEST(StorageSharedKey, AgreesWithEveryVector)
{
    const QJsonObject file = load(QStringLiteral("blob.json")).object();
    const StorageSharedKeySigner signer(field(file, "account"),
                                        Secret(field(file, "key_base64").toLatin1()));
    int seen = 0;
    for (const QJsonValue &value : file.value(QLatin1String("vectors")).toArray()) {
        const QJsonObject vector = value.toObject();
        if (field(vector, "kind") != QLatin1String("sharedkey"))
            continue;
        ++seen;
        SCOPED_TRACE(field(vector, "id").toStdString());
        HttpRequest request = requestOf(vector);
        EXPECT_EQ(StorageSharedKeySigner::stringToSign(field(file, "account"), request),
                  field(vector, "string_to_sign").toUtf8());
        signer.sign(request, dateOf(request, "x-ms-date"));
        EXPECT_EQ(request.headers.value("Authorization"),
                  field(vector, "authorization").toLatin1());
    }
    EXPECT_EQ(seen, 48);
}

TEST(SharedKey, SignsTheLengthThatTheBodyWillHave)
{
    HttpRequest request;
    request.verb = "PUT";
    request.url = QUrl(QStringLiteral("https://a.blob.core.windows.net/c/b"));
    request.body = FileWindow{QStringLiteral("/nowhere"), 10, 4711};
    EXPECT_TRUE(StorageSharedKeySigner::stringToSign(QStringLiteral("a"), request)
                    .startsWith("PUT\n\n\n4711\n"));
    request.body = {};
    EXPECT_TRUE(StorageSharedKeySigner::stringToSign(QStringLiteral("a"), request)
                    .startsWith("PUT\n\n\n\n"));
    EXPECT_TRUE(BatchSharedKeySigner::stringToSign(QStringLiteral("a"), request)
                    .startsWith("PUT\n\n\n0\n"));
    request.verb = "GET";
    EXPECT_TRUE(
        BatchSharedKeySigner::stringToSign(QStringLiteral("a"), request).startsWith("GET\n\n\n\n"));
}

TEST(SharedKey, ASecondTryIsDatedAnew)
{
    const BatchSharedKeySigner signer(QStringLiteral("a"), Secret(QByteArray("a2V5")));
    HttpRequest request;
    request.verb = "GET";
    request.url = QUrl(QStringLiteral("https://a.batch.azure.com/pools"));
    signer.sign(request, fromIsoTime(u"2026-01-01T00:00:00Z"));
    const QByteArray first = request.headers.value("Authorization");
    signer.sign(request, fromIsoTime(u"2026-01-01T00:00:01Z"));
    EXPECT_EQ(request.headers.value("ocp-date"), QByteArray("Thu, 01 Jan 2026 00:00:01 GMT"));
    EXPECT_NE(request.headers.value("Authorization"), first);
    EXPECT_EQ(request.headers.fields().size(), 2);
}

TEST(ServiceSas, AgreesWithEveryVector)
{
    const QJsonObject file = load(QStringLiteral("blob.json")).object();
    const Secret key(field(file, "key_base64").toLatin1());
    int seen = 0;
    for (const QJsonValue &value : file.value(QLatin1String("vectors")).toArray()) {
        const QJsonObject vector = value.toObject();
        if (!field(vector, "kind").startsWith(QLatin1String("service-sas-")))
            continue;
        ++seen;
        SCOPED_TRACE(field(vector, "id").toStdString());
        const ServiceSas sas = sasOf(vector, field(file, "account"));
        EXPECT_EQ(sas.stringToSign(), field(vector, "string_to_sign").toUtf8());
        EXPECT_EQ(parts(sas.token(key).reveal()), parts(field(vector, "sas_token").toLatin1()));
    }
    EXPECT_EQ(seen, 15);
}

TEST(ServiceSas, TheTokenIsEncodedForAQuery)
{
    ServiceSas sas;
    sas.account = QStringLiteral("a");
    sas.container = QStringLiteral("c");
    sas.permissions = QStringLiteral("r");
    sas.expiry = fromIsoTime(u"2036-11-26T12:30:00.25Z");
    const QByteArray token = sas.token(Secret(QByteArray("a2V5"))).reveal();
    EXPECT_TRUE(token.contains("se=2036-11-26T12%3A30%3A00Z")) << token.toStdString();
    EXPECT_TRUE(token.contains("&spr=https&")) << token.toStdString();
    const QByteArray signature = token.mid(token.indexOf("sig=") + 4);
    EXPECT_FALSE(signature.contains('+') || signature.contains('/') || signature.contains('='));
}
