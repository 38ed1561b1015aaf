// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/digest.h"

#include "tests/core/localservice/auth/vectors.h"

#include <set>

using namespace Batchdesk::LocalService;
using namespace Batchdesk::LocalService::Auth;

TEST(Digest, Base64IsCanonical)
{
    for (const std::string bytes : {"", "f", "fo", "foo", "foob", "fooba", "foobar"})
        EXPECT_EQ(fromBase64(toBase64(bytes)), bytes);
    EXPECT_EQ(toBase64("fooba"), "Zm9vYmE=");
    for (const char *text : {"Zm9", "Zm9v\n", "Zm9vYmF=", "Zm9v====", "Z?9v", "=m9v", " Zm9vYmE"})
        EXPECT_EQ(fromBase64(text), std::nullopt) << text;
}

TEST(Digest, Md5OfTheVectors)
{
    int count = 0;
    const auto vectors = Testkit::readVectors("blob.json");
    for (const auto &sample : vectors["integrity"]["values"]) {
        const auto data = Testkit::sampleData(sample);
        Md5 md5;
        for (const char c : data)
            md5.add(&c, 1);
        EXPECT_EQ(toBase64(md5.result()), sample["content_md5_base64"].get<std::string>());
        ++count;
    }
    EXPECT_GE(count, 4);
}

TEST(Digest, ComparisonSeesEveryByte)
{
    EXPECT_TRUE(equalsInConstantTime("abc", "abc"));
    EXPECT_FALSE(equalsInConstantTime("abc", "abd"));
    EXPECT_FALSE(equalsInConstantTime("abc", "ab"));
    EXPECT_FALSE(equalsInConstantTime("", "a"));
}

TEST(Digest, GuidsDiffer)
{
    std::set<std::string> guids;
    for (int i = 0; i < 100; ++i)
        guids.insert(randomGuid());
    EXPECT_EQ(guids.size(), 100u);
    EXPECT_EQ(guids.begin()->size(), 36u);
    EXPECT_EQ((*guids.begin())[14], '4');
}
