// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/blob/blobfixture.h"

using namespace Batchdesk::LocalService;

class ServicePropertiesTest : public Testkit::BlobServiceTest
{
protected:
    Response set(const std::string &sections)
    {
        return send("PUT", "/?restype=service&comp=properties", {},
                    "<StorageServiceProperties>" + sections + "</StorageServiceProperties>");
    }

    std::string get() { return content("/?restype=service&comp=properties"); }
};

TEST_F(ServicePropertiesTest, AreAllOffAndMayBeSetOff)
{
    const std::string before = get();
    EXPECT_EQ(elements(before, "Enabled"), (std::vector<std::string>(7, "false")));
    EXPECT_EQ(set("<Logging><Version>1.0</Version><Delete>false</Delete><Read>false</Read><Write>"
                  "false</Write></Logging><Cors/><DeleteRetentionPolicy><Enabled>false</Enabled>"
                  "</DeleteRetentionPolicy>")
                  .status,
              202);
    EXPECT_EQ(get(), before);
}

TEST_F(ServicePropertiesTest, WhatIsNotKeptHereIsNotSwitchedOn)
{
    for (const char *section :
         {"<Logging><Read>true</Read></Logging>",
          "<HourMetrics><Enabled>true</Enabled></HourMetrics>", "<Cors><CorsRule/></Cors>",
          "<DeleteRetentionPolicy><Enabled>true</Enabled><Days>7</Days></DeleteRetentionPolicy>",
          "<StaticWebsite><Enabled>true</Enabled></StaticWebsite>"})
        EXPECT_EQ(codeOf(set(section)), "NotImplemented") << section;
    EXPECT_EQ(codeOf(set("<Else/>")), "UnsupportedXmlNode");
    EXPECT_EQ(codeOf(set("<Logging>")), "InvalidXmlDocument");
    EXPECT_EQ(codeOf(send("PUT", "/?restype=service&comp=properties", {}, "<Other/>")),
              "InvalidXmlDocument");
}

TEST_F(ServicePropertiesTest, TheDefaultVersionIsThatOfRequestsWithout)
{
    EXPECT_EQ(codeOf(set("<DefaultServiceVersion>2000-01-01</DefaultServiceVersion>")),
              "InvalidXmlNodeValue");
    EXPECT_EQ(set("<DefaultServiceVersion>2020-10-02</DefaultServiceVersion>").status, 202);
    restart();
    EXPECT_EQ(elements(get(), "DefaultServiceVersion"), (std::vector<std::string>{"2020-10-02"}));
    EXPECT_EQ(service->handle(request("GET", "/acct/data/b", {}, {})).headers.value("x-ms-version"),
              "2020-10-02");
}

TEST_F(ServicePropertiesTest, TheAccountIsDescribedOnEveryLevel)
{
    makeContainer();
    put("/data/b", "x");
    for (const char *path : {"/", "/data", "/data/b"}) {
        const Response response =
            send("HEAD", std::string(path) + "?restype=account&comp=properties");
        EXPECT_EQ(response.status, 200) << path;
        EXPECT_EQ(response.headers.value("x-ms-sku-name"), "Standard_LRS") << path;
        EXPECT_EQ(response.headers.value("x-ms-account-kind"), "StorageV2") << path;
    }
}
