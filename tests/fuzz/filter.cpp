// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/filter.h"

#include "core/localservice/batch/apierror.h"
#include "tests/fuzz/fuzz.h"

#include <chrono>

// $filter of every list. What parses can be asked of any item; what does not is refused with a 400
// that says why.
namespace Batchdesk::Fuzz {

using namespace LocalService;

void fuzzOne(std::string_view input)
{
    using Type = FilterField::Type;
    static const FilterFields fields{
        {"id", Type::Text},
        {"state", Type::Word},
        {"creationTime", Type::Time},
        {"enableAutoScale", Type::Truth},
        {"executionInfo/exitCode", Type::Number},
        {"name", Type::Prefix},
    };
    const auto full = [](std::string_view field) -> FilterValue {
        if (field == "creationTime")
            return Time(std::chrono::seconds(1767323045));
        if (field == "enableAutoScale")
            return true;
        if (field == "executionInfo/exitCode")
            return std::int64_t(0);
        return std::string("active");
    };
    const auto empty = [](std::string_view) -> FilterValue { return {}; };
    try {
        const Filter filter(input, fields);
        const bool once = filter.matches(full);
        require(filter.matches(full) == once, "a filter says the same of the same item");
        (void)filter.matches(empty);
        if (input.empty())
            return;
        const Filter opposite("not (" + std::string(input) + ")", fields);
        require(opposite.matches(full) != once, "not turns the answer round");
    } catch (const ApiError &error) {
        require(error.status() == 400 && error.code() == "InvalidQueryParameterValue",
                "a bad filter is a bad query parameter");
        require(error.values().size() >= 3 && !error.values().back().second.empty(),
                "a refusal gives its reason");
    }
}

} // namespace Batchdesk::Fuzz
