// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/bloblisting.h"

#include <gmock/gmock.h>

namespace Batchdesk::LocalService {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(BlobListing, ReadsNamesAndMarker)
{
    const auto listing = parseBlobListing(
        "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults "
        "ServiceEndpoint=\"http://x/\" ContainerName=\"c\"><Prefix>d</Prefix><!-- <Name> --><Blobs>"
        "<Blob><Name>dir/a&amp;b &lt;&#252;&#x1F600;&gt;.txt</Name><Snapshot/><Properties>"
        "<Content-MD5 /></Properties><Metadata><Name>not this</Name></Metadata></Blob>\n"
        "<Blob><Name>line&#10;break</Name></Blob><Blob><Name><![CDATA[<raw>&]]></Name></Blob>"
        "<Blob><Name Encoded=\"true\">a%EF%BF%BE%2</Name></Blob>"
        "<BlobPrefix><Name>folder/</Name></BlobPrefix></Blobs>"
        "<NextMarker>m&amp;1</NextMarker></EnumerationResults>\n");
    ASSERT_TRUE(listing);
    EXPECT_THAT(
        listing->names,
        ElementsAre("dir/a&b <ü\xF0\x9F\x98\x80>.txt", "line\nbreak", "<raw>&", "a\xEF\xBF\xBE%2"));
    EXPECT_EQ(listing->nextMarker, "m&1");
}

TEST(BlobListing, EmptyContainer)
{
    const auto listing =
        parseBlobListing("<EnumerationResults><Blobs/><NextMarker/></EnumerationResults>");
    ASSERT_TRUE(listing);
    EXPECT_THAT(listing->names, IsEmpty());
    EXPECT_EQ(listing->nextMarker, "");
}

TEST(BlobListing, RefusesWhatIsNoListing)
{
    for (const char *text :
         {"", "plain", "<Other/>", "<EnumerationResults>",
          "<EnumerationResults><Blobs></EnumerationResults>",
          "<EnumerationResults><Blobs><Blob><Name>a&b</Name></Blob></Blobs></EnumerationResults>",
          "<EnumerationResults><Blobs><Blob><Name>&#0;</Name></Blob></Blobs></EnumerationResults>",
          "<EnumerationResults><Blobs><Blob><Name>&#xD800;</Name></Blob></Blobs></"
          "EnumerationResults>",
          "<!DOCTYPE x><EnumerationResults/>", "<EnumerationResults/><EnumerationResults/>",
          "<EnumerationResults", "<EnumerationResults><!-- </EnumerationResults>"})
        EXPECT_FALSE(parseBlobListing(text)) << text;
}

} // namespace
} // namespace Batchdesk::LocalService
