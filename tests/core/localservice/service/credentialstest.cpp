// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/credentials.h"

#include "core/localservice/auth/digest.h"
#include "core/localservice/service.h"
#include "tests/core/localservice/service/temporarystate.h"

#include <fstream>

using namespace Batchdesk::LocalService;

class CredentialsTest : public Testkit::TemporaryStateTest
{
};

TEST_F(CredentialsTest, AreMadeAtRandomAndReadBack)
{
    const auto file = directory / "credentials.json";
    Credentials made = loadCredentials(file);
    EXPECT_EQ(Auth::fromBase64(made.key).value().size(), 64u);
    EXPECT_NE(loadCredentials(file).key, made.key);
    made.batchPort = 1;
    made.blobPort = 65535;
    made.formerBlobPorts = {2, 3};
    saveCredentials(file, made);
    EXPECT_EQ(loadCredentials(file), made);
    EXPECT_EQ(modeOf(file), std::filesystem::perms(0600));
}

TEST_F(CredentialsTest, ADamagedFileIsNamedButNotQuoted)
{
    const auto file = directory / "credentials.json";
    for (const char *text :
         {"", "{", "[]",
          R"({"account":"a","key":"secret%","batchPort":1,"blobPort":2,"formerBlobPorts":[]})"}) {
        std::ofstream(file) << text;
        try {
            loadCredentials(file);
            ADD_FAILURE() << text;
        } catch (const ServiceError &error) {
            EXPECT_NE(std::string(error.what()).find(file.string()), std::string::npos);
            EXPECT_EQ(std::string(error.what()).find("secret"), std::string::npos);
        }
    }
}

TEST_F(CredentialsTest, UrlsOfFormerPortsLeadToThePresentOne)
{
    Credentials credentials{"acct", "", 1, 0, {}};
    moveBlobPort(credentials, 100);
    EXPECT_TRUE(credentials.formerBlobPorts.empty());
    moveBlobPort(credentials, 200);
    moveBlobPort(credentials, 300);
    EXPECT_EQ(credentials.formerBlobPorts, (std::vector<std::uint16_t>{100, 200}));
    EXPECT_EQ(currentBlobUrl(credentials, "http://127.0.0.1:100/acct/c/b?sig=x"),
              "http://127.0.0.1:300/acct/c/b?sig=x");
    EXPECT_EQ(currentBlobUrl(credentials, "http://localhost:200/acct?sig=x"),
              "http://127.0.0.1:300/acct?sig=x");
    for (const char *other : {"http://127.0.0.1:100/acct2/c", "http://127.0.0.1:1000/acct/c",
                              "http://example.com:100/acct/c", "https://127.0.0.1:100/acct/c",
                              "http://127.0.0.1:300/acct/c"})
        EXPECT_EQ(currentBlobUrl(credentials, other), other);

    moveBlobPort(credentials, 100);
    EXPECT_EQ(credentials.formerBlobPorts, (std::vector<std::uint16_t>{200, 300}));
    EXPECT_EQ(currentBlobUrl(credentials, "http://127.0.0.1:300/acct/c"),
              "http://127.0.0.1:100/acct/c");
}
