// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/apierror.h"
#include "tests/core/localservice/batch/bench.h"

using namespace Batchdesk::LocalService;

namespace {

class Wire : public Testing::Bench
{
protected:
    void SetUp() override { open(); }
};

} // namespace

TEST(WireTime, IsWrittenWithSevenDigitsAndReadBack)
{
    const Time time{std::chrono::microseconds(1767323045123456)};
    EXPECT_EQ(isoTime(time), "2026-01-02T03:04:05.1234560Z");
    EXPECT_EQ(parseIsoTime("2026-01-02T03:04:05.1234567Z"), time);
    EXPECT_EQ(parseIsoTime("2026-01-02T04:04:05.123456+01:00"), time);
    EXPECT_FALSE(parseIsoTime("2026-13-02T03:04:05Z"));
    EXPECT_FALSE(parseIsoTime("9999-12-31T23:59:60.5Z"))
        << "which would be in a year of five digits";
    EXPECT_FALSE(parseIsoTime("soon"));
    for (const auto *bad :
         {" 202-01-02", "+202-01-02", "2026-1-02", "2026-01-02 03:04:05Z", "2026-01-02T 3:04:05Z",
          "2026-01-02T03:04:05.Z", "2026-01-02T03:04:05+1:00", "2026-01-02T03:04:05+01:00x",
          "2026-01-02T03:04:05+99:00", "0000-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00"})
        EXPECT_FALSE(parseIsoTime(bad)) << bad;
    EXPECT_EQ(httpTime(time), "Fri, 02 Jan 2026 03:04:05 GMT");
    EXPECT_EQ(parseHttpTime(httpTime(time)), std::chrono::floor<std::chrono::seconds>(time));
    EXPECT_FALSE(parseHttpTime("Fri, 02 Jan 2026 03:04:05 GMT and more"));
    EXPECT_FALSE(parseHttpTime("Fri, 02 Jan -026 03:04:05 GMT"));
}

TEST(WireErrors, ALongValueIsCutBetweenCharacters)
{
    const std::string ascii(256, 'a');
    const auto repeated = [](const std::string &value) {
        const ApiError error = ApiError::property("id", value, "too long");
        for (const auto &[name, text] : error.values()) {
            if (name == "PropertyValue")
                return text;
        }
        return std::string("(not repeated)");
    };
    EXPECT_EQ(repeated(ascii), ascii);
    EXPECT_EQ(repeated(ascii + "b"), ascii + "...");
    // The 256th byte is within the last character, of two, three or four bytes.
    for (const std::string character : {"\u00e4", "\u20ac", "\U0001f600"}) {
        const std::string before(255, 'a');
        EXPECT_EQ(repeated(before + character), before + "...") << character;
    }
    const std::string whole = std::string(254, 'a') + "\u00e4";
    EXPECT_EQ(repeated(whole), whole);
    EXPECT_EQ(repeated(whole + "x"), whole + "...");
}

TEST(WireTime, DurationsTakeTheNormalForm)
{
    const auto normal = [](std::string_view text) {
        const auto duration = parseIsoDuration(text);
        return duration ? isoDuration(*duration) : "none";
    };
    EXPECT_EQ(normal("PT01H00M00S"), "PT1H");
    EXPECT_EQ(normal("P7D"), "P7D");
    EXPECT_EQ(normal("PT90M"), "PT1H30M");
    EXPECT_EQ(normal("PT0.5S"), "PT0.500000S");
    EXPECT_EQ(normal("P10675199DT2H48M5.4775807S"), "P10675199DT2H48M5.4775807S");
    for (const auto *bad : {"", "P", "PT", "1H", "PT1D", "P1H", "PT1S1M", "PT-1S", "P1Y"})
        EXPECT_EQ(normal(bad), "none") << bad;
}

TEST_F(Wire, VersionIsRequiredAndKnown)
{
    EXPECT_EQ(code("GET", "/pools?api-version="), "MissingRequiredQueryParameter");
    EXPECT_EQ(code("GET", "/pools?api-version=1999-01-01"), "UnsupportedRequestVersion");
    EXPECT_EQ(status("GET", "/pools?api-version=2022-10-01.16.0"), 200);
    EXPECT_EQ(code("GET", "/pools?$expand=all"), "InvalidQueryParameterValue");
}

TEST_F(Wire, UnknownPathsAndVerbs)
{
    EXPECT_EQ(code("GET", "/nothing"), "ResourceNotFound");
    EXPECT_EQ(code("PUT", "/pools"), "UnsupportedHttpVerb");
}

TEST_F(Wire, ErrorsHaveTheServiceShape)
{
    const Response response =
        send("GET", "/pools/none", {},
             {{"client-request-id", "abc"}, {"return-client-request-id", "true"}});
    EXPECT_EQ(response.status, 404);
    EXPECT_EQ(response.contentType, "application/json; odata=minimalmetadata");
    EXPECT_EQ(response.headers.value("client-request-id"), "abc");
    const Json error = Json::parse(response.body);
    EXPECT_EQ(error["odata.metadata"],
              "http://127.0.0.1:4711/"
              "$metadata#Microsoft.Azure.Batch.Protocol.Entities.Container.errors/@Element");
    EXPECT_EQ(error["message"]["lang"], "en-US");
    EXPECT_EQ(error["message"]["value"],
              "The specified pool does not exist.\nRequestId:"
                  + response.headers.value("request-id") + "\nTime:" + isoTime(m_clock->now()));
}

TEST_F(Wire, CreatedCarriesTheHeadersOfWhatWasMade)
{
    const Response response = send("POST", "/jobs", {{"id", "j"}, {"poolInfo", {{"poolId", "p"}}}});
    EXPECT_EQ(response.status, 201);
    EXPECT_TRUE(response.body.empty());
    EXPECT_EQ(response.headers.value("Location"), "http://127.0.0.1:4711/jobs/j");
    EXPECT_EQ(response.headers.value("DataServiceVersion"), "3.0");
    EXPECT_EQ(response.headers.value("ETag"), get("/jobs/j")["eTag"]);
}

TEST_F(Wire, ImagesAndCounts)
{
    EXPECT_EQ(
        get("/supportedimages?$filter=nodeAgentSKUId%20eq%20'batch.node.el%209'")["value"].size(),
        2u);
    addPool("p", 0);
    const Json counts = get("/nodecounts?maxresults=10")["value"][0];
    EXPECT_EQ(counts["poolId"], "p");
    EXPECT_EQ(counts["lowPriority"]["total"], 0);
}
