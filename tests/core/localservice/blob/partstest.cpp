// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/digest.h"
#include "core/localservice/blob/crc64.h"
#include "core/localservice/blob/xml.h"
#include "tests/core/localservice/auth/vectors.h"

using namespace Batchdesk::LocalService;
using namespace Batchdesk::LocalService::Blobs;

TEST(Crc64, OfTheVectors)
{
    int count = 0;
    const auto vectors = Testkit::readVectors("blob.json");
    for (const auto &sample : vectors["integrity"]["values"]) {
        const auto data = Testkit::sampleData(sample);
        Crc64 crc;
        crc.add(data.data(), data.size() / 2);
        crc.add(data.data() + data.size() / 2, data.size() - data.size() / 2);
        EXPECT_EQ(Auth::toBase64(crc.result()),
                  sample["x_ms_content_crc64_base64_little_endian"].get<std::string>());
        ++count;
    }
    EXPECT_GE(count, 4);
}

TEST(Crc64, IsTheSameHoweverTheBytesCome)
{
    std::string data;
    for (int i = 0; i < 1000; ++i)
        data += static_cast<char>(i * 37 + i / 7);
    Crc64 whole;
    whole.add(data.data(), data.size());
    for (const std::size_t step : {1, 3, 7, 8, 9, 64}) {
        Crc64 pieces;
        for (std::size_t at = 0; at < data.size(); at += step)
            pieces.add(data.data() + at, std::min(step, data.size() - at));
        EXPECT_EQ(pieces.result(), whole.result()) << step;
    }
}

TEST(Xml, Utf8IsToldFromWhatIsNot)
{
    for (const char *good :
         {"", "a", "\xc3\xa4", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xef\xbf\xbf"})
        EXPECT_TRUE(isUtf8(good)) << good;
    for (const char *bad : {"\xff", "\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80",
                            "a\xe2\x82", "\xc3(", "\xf8\x88\x80\x80\x80"})
        EXPECT_FALSE(isUtf8(bad)) << bad;
}

TEST(Xml, WritesTextThatReadersGetBackAsItWas)
{
    XmlWriter xml;
    xml.open("A", {{"b", "\"<&>\"\n\t"}});
    xml.element("C", "<&>\r\n\t");
    xml.encodable("Name", "plain & simple");
    xml.encodable("Name", "bell\x07");
    xml.element("D", "bell\x07\xff\xef\xbf\xbe.");
    xml.close("A");
    EXPECT_EQ(
        xml.document(),
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><A b=\"&quot;&lt;&amp;&gt;&quot;&#xA;&#x9;\">"
        "<C>&lt;&amp;&gt;&#xD;\n\t</C><Name>plain &amp; simple</Name>"
        "<Name Encoded=\"true\">bell%07</Name>"
        "<D>bell\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd.</D></A>");
}

TEST(Xml, ReadsFlatDocuments)
{
    const auto children =
        parseFlatXml("\xef\xbb\xbf<?xml version='1.0'?>\n<L>\n <A> x </A><B></B>\n</L >\n", "L");
    ASSERT_TRUE(children);
    EXPECT_EQ(*children, (std::vector<std::pair<std::string, std::string>>{{"A", "x"}, {"B", ""}}));
    EXPECT_TRUE(parseFlatXml("<L/>", "L")->empty());
    for (const char *bad : {"", "<M/>", "<L>", "<L><A></L>", "<L><A>&auml;</A></L>",
                            "<L><A>&amp</A></L>", "<L><A><B/></A></L>", "<L/>x", "<L><></></L>"})
        EXPECT_FALSE(parseFlatXml(bad, "L")) << bad;
}

TEST(Xml, ReadsTreesWithEntitiesAndAttributes)
{
    const auto root =
        parseXml("<L xmlns='x'><A><B>1 &lt; 2 &#x26; &#38; &quot;&apos;&gt;</B></A><C/></L>");
    ASSERT_TRUE(root);
    EXPECT_EQ(root->name, "L");
    ASSERT_TRUE(root->child("A"));
    EXPECT_EQ(root->child("A")->textOf("B"), "1 < 2 & & \"'>");
    EXPECT_EQ(root->textOf("C"), "");
    EXPECT_EQ(root->child("D"), nullptr);
}

TEST(Xml, RefusesWhatIsDeeperOrStrangerThanItsDocuments)
{
    std::string deep;
    for (int i = 0; i < 100; ++i)
        deep += "<a>";
    EXPECT_FALSE(parseXml(deep));
    std::string many = "<L>";
    for (int i = 0; i < 300'000; ++i)
        many += "<a/>";
    EXPECT_FALSE(parseXml(many + "</L>"));
    for (const char *bad :
         {"", "<", "<>", "</L>", "<L", "<L>text<A/></L>", "<L><A/>text</L>", "<!--x--><L/>",
          "<L><![CDATA[x]]></L>", "<L>&#0;</L>", "<L>&#999999;</L>", "<?xml", "<L></l>"})
        EXPECT_FALSE(parseXml(bad)) << bad;
}
