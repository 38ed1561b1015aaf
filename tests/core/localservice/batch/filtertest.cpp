// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/filter.h"

#include "core/localservice/batch/apierror.h"

#include <gtest/gtest.h>

#include <map>

using namespace Batchdesk::LocalService;

namespace {

using Type = FilterField::Type;

const FilterFields fields{
    {"id", Type::Text},
    {"state", Type::Word},
    {"name", Type::Prefix},
    {"auto", Type::Truth},
    {"executionInfo/exitCode", Type::Number},
    {"creationTime", Type::Time},
    {"executionInfo/endTime", Type::Time},
};

const std::map<std::string_view, FilterValue> item{
    {"id", "it's"},
    {"state", "active"},
    {"name", "wd/out.txt"},
    {"auto", true},
    {"executionInfo/exitCode", std::int64_t(-3)},
    {"creationTime", *parseIsoTime("2026-01-02T03:04:05Z")},
};

bool matches(std::string_view text)
{
    return Filter(text, fields).matches([](std::string_view name) {
        const auto at = item.find(name);
        return at == item.end() ? FilterValue() : at->second;
    });
}

// Why the filter is refused.
std::string refusal(std::string_view text)
{
    try {
        Filter(text, fields);
    } catch (const ApiError &error) {
        EXPECT_EQ(error.code(), "InvalidQueryParameterValue");
        EXPECT_EQ(error.values().at(0).second, "$filter");
        return error.values().at(2).second;
    }
    return "accepted";
}

} // namespace

TEST(Filter, ComparesEachTypeOfField)
{
    EXPECT_TRUE(matches("id eq 'it''s'"));
    EXPECT_FALSE(matches("id eq 'IT''S'"));
    EXPECT_TRUE(matches("id gt 'a' and id le 'it''s'"));
    EXPECT_TRUE(matches("startswith(id,'it''')"));
    EXPECT_TRUE(matches("startswith( name , 'wd/' )"));
    EXPECT_TRUE(matches("state eq 'Active'"));
    EXPECT_FALSE(matches("state ne 'ACTIVE'"));
    EXPECT_TRUE(matches("auto eq true"));
    EXPECT_FALSE(matches("auto ne true"));
    EXPECT_TRUE(matches("executionInfo/exitCode lt 0"));
    EXPECT_TRUE(matches("executionInfo/exitCode eq -3"));
    EXPECT_FALSE(matches("executionInfo/exitCode ge -2"));
    EXPECT_TRUE(matches("creationTime eq DateTime'2026-01-02T03:04:05Z'"));
    EXPECT_TRUE(matches("creationTime lt datetime'2026-01-02T03:04:05.1Z'"));
    EXPECT_TRUE(matches("creationTime gt 2026-01-01T00:00:00Z"));
    EXPECT_TRUE(matches("creationTime gt '2026-01-02T04:04:05+02:00'"));
    EXPECT_FALSE(matches("creationTime gt DateTime'2026-01-03T00:00:00Z'"));
}

TEST(Filter, AnAbsentFieldIsUnequalAndNeitherAboveNorBelow)
{
    EXPECT_FALSE(matches("executionInfo/endTime eq DateTime'2026-01-01T00:00:00Z'"));
    EXPECT_TRUE(matches("executionInfo/endTime ne DateTime'2026-01-01T00:00:00Z'"));
    EXPECT_FALSE(matches("executionInfo/endTime gt DateTime'2026-01-01T00:00:00Z'"));
    EXPECT_FALSE(matches("executionInfo/endTime lt DateTime'2026-01-01T00:00:00Z'"));
}

TEST(Filter, BindsAndTighterThanOr)
{
    EXPECT_TRUE(matches("state eq 'active' or state eq 'x' and id eq 'x'"));
    EXPECT_FALSE(matches("(state eq 'active' or state eq 'x') and id eq 'x'"));
    EXPECT_TRUE(matches("not (id eq 'x') AND NOT state eq 'x'"));
    EXPECT_TRUE(matches("  ( ( id ne 'x' ) )\t"));
}

TEST(Filter, RefusesWhatDoesNotFitTheField)
{
    EXPECT_EQ(refusal("id eq 5"), "'id' must be compared with a quoted text.");
    EXPECT_EQ(refusal("state eq true"), "'state' must be compared with a quoted text.");
    EXPECT_EQ(refusal("executionInfo/exitCode eq '1'"),
              "'executionInfo/exitCode' must be compared with a whole number.");
    EXPECT_EQ(refusal("auto eq 'true'"), "'auto' must be compared with true or false.");
    EXPECT_EQ(refusal("creationTime gt 5"),
              "'creationTime' must be compared with a time, as DateTime'2026-01-01T00:00:00Z'.");
    EXPECT_EQ(refusal("creationTime gt 'soon'"),
              "'creationTime' must be compared with a time, as DateTime'2026-01-01T00:00:00Z'.");
    EXPECT_EQ(refusal("id eq DateTime'2026-01-01T00:00:00Z'"),
              "'id' must be compared with a quoted text.");
    EXPECT_EQ(refusal("creationTime gt DateTime'2026-13-01T00:00:00Z'"),
              "Expected a quoted ISO 8601 time after DateTime.");
    EXPECT_EQ(refusal("state gt 'a'"), "gt cannot be used with 'state'.");
    EXPECT_EQ(refusal("auto lt true"), "lt cannot be used with 'auto'.");
    EXPECT_EQ(refusal("name eq 'wd'"), "eq cannot be used with 'name'.");
    EXPECT_EQ(refusal("startswith(state,'a')"), "startswith cannot be used with 'state'.");
    EXPECT_EQ(refusal("color eq 'red'"), "This collection cannot be filtered by 'color'.");
    EXPECT_EQ(refusal("Id eq 'x'"), "This collection cannot be filtered by 'Id'.");
}

TEST(Filter, RefusesWhatIsNoExpression)
{
    for (const auto *bad : {" ",
                            "id",
                            "id eq",
                            "id eq 'x",
                            "id eq 'x' and",
                            "id eq 'x' id eq 'y'",
                            "(id eq 'x'",
                            "id eq 'x')",
                            "()",
                            "not",
                            "id = 'x'",
                            "eq 'x'",
                            "startswith(id)",
                            "startswith(id,5)",
                            "startswith id,'x'",
                            "startswith(id,'x'",
                            "id eq x",
                            "executionInfo/exitCode eq 1.5",
                            "executionInfo/exitCode eq 99999999999999999999",
                            "id eq 'x' xor id eq 'y'",
                            "'x' eq id",
                            "id eq ('x')",
                            "id,eq,'x'",
                            "\xff eq 'x'"})
        EXPECT_NE(refusal(bad), "accepted") << bad;
}

TEST(Filter, NeitherDepthNorLengthNeedsStack)
{
    const std::string deep(100'000, '(');
    EXPECT_EQ(refusal(deep + "id eq 'x'"), "The expression is nested too deeply.");
    std::string nots;
    for (int i = 0; i < 10'000; ++i)
        nots += "not ";
    EXPECT_EQ(refusal(nots + "id eq 'x'"), "The expression is nested too deeply.");
    std::string chain = "id eq 'x'";
    for (int i = 0; i < 50'000; ++i)
        chain += " or id eq 'x'";
    EXPECT_FALSE(matches(chain));
    EXPECT_TRUE(matches(chain + " or id eq 'it''s'"));
}
