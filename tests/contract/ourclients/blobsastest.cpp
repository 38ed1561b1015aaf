// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// The SAS that tasks get: made by us, checked by real servers.
#include "core/auth/servicesas.h"
#include "core/blob/bloberror.h"
#include "tests/contract/ourclients/blobserverfixture.h"

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

class SasTest : public BlobServerTest
{
protected:
    ServiceSas sas(const QString &permissions, const QString &blob = {}) const
    {
        ServiceSas sas;
        sas.account = server().account().storageAccount;
        sas.container = container;
        sas.blob = blob;
        sas.permissions = permissions;
        sas.expiry = QDateTime::currentDateTimeUtc().addSecs(3600);
        sas.httpsOnly = false;
        return sas;
    }

    //! \brief What comes without any key, with the token alone.
    HttpResponse send(const QByteArray &verb, const QString &blob, const ServiceSas &sas,
                      const QByteArray &query = {}, const QByteArray &body = {})
    {
        QUrl url =
            blob.isEmpty() ? client->containerUrl(container) : client->blobUrl(container, blob);
        const QByteArray token = sas.token(server().account().storageKey).reveal();
        url.setQuery(QString::fromLatin1(query.isEmpty() ? token : query + '&' + token),
                     QUrl::StrictMode);
        HttpRequest request;
        request.verb = verb;
        request.url = url;
        request.headers.set("x-ms-version", "2021-12-02");
        if (verb == "PUT") {
            request.headers.set("x-ms-blob-type", "BlockBlob");
            request.headers.set("Content-Type", "application/octet-stream");
            request.body = body;
        }
        return waitFor(transport()->send(request));
    }

    static QByteArray codeOf(const HttpResponse &response)
    {
        return Blob::decodeError({}, response).code.toLatin1();
    }
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Against, SasTest,
                         ::testing::Values(ServerKind::Azurite, ServerKind::ThisComputer),
                         ::testing::PrintToStringParamName());

TEST_P(SasTest, OfABlobReadsThatBlobAlone)
{
    const QString name = QStringLiteral("in/ünï code+%20.csv");
    put(name, "secret");
    put(QStringLiteral("other"), "other");
    const ServiceSas read = sas(QStringLiteral("r"), name);
    const HttpResponse got = send("GET", name, read);
    EXPECT_EQ(got.status, 200) << got.body.constData();
    EXPECT_EQ(got.body, "secret");
    EXPECT_EQ(send("HEAD", name, read).status, 200);
    EXPECT_EQ(send("GET", QStringLiteral("other"), read).status, 403);
    EXPECT_EQ(send("PUT", name, read, {}, "overwritten").status, 403);
    EXPECT_EQ(send("DELETE", name, read).status, 403);
    EXPECT_EQ(send("GET", {}, read, "restype=container&comp=list").status, 403);
    EXPECT_EQ(get(name), "secret");
}

TEST_P(SasTest, OfAContainerReadsAndListsForResourceFiles)
{
    put(QStringLiteral("a"), "x");
    const ServiceSas inputs = sas(QStringLiteral("rl"));
    EXPECT_EQ(send("GET", QStringLiteral("a"), inputs).body, "x");
    const HttpResponse listed = send("GET", {}, inputs, "restype=container&comp=list");
    EXPECT_EQ(listed.status, 200);
    EXPECT_TRUE(listed.body.contains("<Name>a</Name>"));
    EXPECT_EQ(send("PUT", QStringLiteral("b"), inputs, {}, "y").status, 403);
    const HttpResponse noList =
        send("GET", {}, sas(QStringLiteral("r")), "restype=container&comp=list");
    EXPECT_EQ(noList.status, 403);
    EXPECT_EQ(codeOf(noList), "AuthorizationPermissionMismatch");
}

TEST_P(SasTest, OfAContainerWritesForOutputFiles)
{
    const ServiceSas outputs = sas(QStringLiteral("racwl"));
    const QString name = QStringLiteral("t1/out.bin");
    EXPECT_EQ(send("PUT", name, outputs, {}, "first").status, 201);
    EXPECT_EQ(send("PUT", name, outputs, {}, "second").status, 201) << "a retried task's";
    EXPECT_EQ(send("PUT", name, outputs, "comp=block&blockid=MQ%3D%3D", "block").status, 201);
    EXPECT_EQ(get(name), "second");
    EXPECT_EQ(send("DELETE", name, outputs).status, 403);
}

TEST_P(SasTest, ThatIsOverNotYetOrChangedOpensNothing)
{
    put(QStringLiteral("a"), "x");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    ServiceSas over = sas(QStringLiteral("r"));
    over.expiry = now.addSecs(-60);
    EXPECT_EQ(send("GET", QStringLiteral("a"), over).status, 403);
    ServiceSas early = sas(QStringLiteral("r"));
    early.start = now.addSecs(1800);
    EXPECT_EQ(send("GET", QStringLiteral("a"), early).status, 403);
    early.start = now.addSecs(-1800);
    EXPECT_EQ(send("GET", QStringLiteral("a"), early).status, 200);
    ServiceSas elsewhere = sas(QStringLiteral("r"));
    elsewhere.container = QStringLiteral("another");
    EXPECT_EQ(send("GET", QStringLiteral("a"), elsewhere).status, 403);
    ServiceSas secure = sas(QStringLiteral("r"));
    secure.httpsOnly = true;
    const HttpResponse refused = send("GET", QStringLiteral("a"), secure);
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(codeOf(refused), "AuthorizationProtocolMismatch");
}

TEST_P(SasTest, MayComeFromSomeAddressesOnly)
{
    put(QStringLiteral("a"), "x");
    ServiceSas here = sas(QStringLiteral("r"));
    here.addresses = QStringLiteral("127.0.0.1");
    EXPECT_EQ(send("GET", QStringLiteral("a"), here).status, 200);
}

TEST_P(SasTest, OverridesHeadersOfTheAnswer)
{
    put(QStringLiteral("a"), "x");
    ServiceSas shown = sas(QStringLiteral("r"), QStringLiteral("a"));
    shown.overrides.contentType = QStringLiteral("text/html; charset=utf-8");
    shown.overrides.contentDisposition = QStringLiteral("attachment; filename=\"a b.html\"");
    shown.overrides.cacheControl = QStringLiteral("no-store");
    const HttpResponse got = send("GET", QStringLiteral("a"), shown);
    EXPECT_EQ(got.status, 200) << got.body.constData();
    EXPECT_EQ(got.headers.value("Content-Type"), "text/html; charset=utf-8");
    EXPECT_EQ(got.headers.value("Cache-Control"), "no-store");
    EXPECT_TRUE(got.headers.value("Content-Disposition").startsWith("attachment"));
}
