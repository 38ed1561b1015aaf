// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/http/message.h"
#include "core/localservice/http/httpdate.h"
#include "core/localservice/http/percentcode.h"

#include <gtest/gtest.h>

using namespace Batchdesk::LocalService;

TEST(FieldList, FindsWithoutRegardToCaseAndKeepsOrder)
{
    FieldList fields;
    fields.add("X-Ms-Meta-A", "1");
    fields.add("x-ms-meta-a", "2");
    EXPECT_EQ(fields.find("x-MS-meta-A"), "1");
    EXPECT_EQ(fields.find("x-ms-meta"), std::nullopt);
    EXPECT_EQ(fields.value("missing", "none"), "none");
    ASSERT_EQ(fields.all().size(), 2u);
    EXPECT_EQ(fields.all()[1].second, "2");
}

TEST(Request, BodyIsRefusedBeyondTheLimit)
{
    Request request;
    request.readBody = [](const auto &consumer) {
        return consumer("abc", 3) && consumer("def", 3);
    };
    EXPECT_EQ(request.body(6), "abcdef");
    EXPECT_EQ(request.body(5), std::nullopt);
    EXPECT_EQ(Request().body(0), "");
}

TEST(PercentCode, DecodesAndRefusesBrokenTriplets)
{
    EXPECT_EQ(Http::percentDecode("a%2Fb%c3%BC+"), "a/b\xc3\xbc+");
    EXPECT_EQ(Http::percentDecode("a+b", true), "a b");
    EXPECT_EQ(Http::percentDecode("a%2"), std::nullopt);
    EXPECT_EQ(Http::percentDecode("%zz"), std::nullopt);
    EXPECT_EQ(Http::percentEncode("a/b ~\xff", "/"), "a/b%20~%FF");
}

TEST(HttpDate, ReadsWhatItWrites)
{
    const auto time = Http::parseHttpDate("Sun, 22 Nov 2026 14:07:11 GMT");
    ASSERT_TRUE(time);
    EXPECT_EQ(Http::formatHttpDate(*time), "Sun, 22 Nov 2026 14:07:11 GMT");
    EXPECT_EQ(Http::formatIsoTime(*time + std::chrono::microseconds(479651)),
              "2026-11-22T14:07:11.4796510Z");
    EXPECT_EQ(Http::parseIsoTime("2026-11-22T14:07:11Z"), time);
    EXPECT_EQ(Http::parseIsoTime("2026-11-22T14:07:11.123Z"), time);
    EXPECT_TRUE(Http::parseIsoTime("2026-11-22T14:07Z"));
    EXPECT_TRUE(Http::parseIsoTime("2026-11-22"));
}

TEST(HttpDate, RefusesWhatIsNotADate)
{
    for (const char *text : {"", "Sun, 22 Nov 2026 14:07:11 CET", "Sun, 31 Feb 2026 14:07:11 GMT",
                             "Sun, 22 Foo 2026 14:07:11 GMT", "Sun, 22 Nov 2026 25:07:11 GMT"})
        EXPECT_FALSE(Http::parseHttpDate(text)) << text;
    for (const char *text :
         {"", "2026", "2026-13-01", "2026-11-22T14:07:11", "2026-11-22 14:07:11Z",
          "2026-11-22T14:07:11.Z", "2026-11-22T14:07:1Z", "2026-11-22T"})
        EXPECT_FALSE(Http::parseIsoTime(text)) << text;
    EXPECT_FALSE(Http::parseIsoTime("9999-12-31T23:59:60.5Z")) << "beyond what can be written";
    EXPECT_FALSE(Http::parseHttpDate("Fri, 31 Dec 9999 23:59:60 GMT"));
}
