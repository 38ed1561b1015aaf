// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/wiretime.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief The value of a field or of a literal in a $filter. Nothing: the field is absent.
using FilterValue = std::variant<std::monostate, std::string, std::int64_t, bool, Time>;

//! \brief A field that a $filter may name.
struct FilterField
{
    enum class Type {
        Text,   //!< All comparisons and startswith, with regard to case.
        Word,   //!< A name of the service's own: eq and ne, without regard to case.
        Prefix, //!< Only startswith.
        Number,
        Truth, //!< eq and ne.
        Time
    };
    std::string_view name; //!< Members of members after a slash.
    Type type = Type::Text;
};
using FilterFields = std::vector<FilterField>;

//! \brief Gives the value of a field of the item at hand.
using FieldReader = std::function<FilterValue(std::string_view field)>;

//! \brief A parsed $filter: comparisons, startswith, and, or, not, parentheses.
class Filter
{
public:
    //! \brief Matches everything.
    Filter() = default;
    //! \brief Throws ApiError InvalidQueryParameterValue.
    //! \param fields the fields that may be named.
    Filter(std::string_view text, const FilterFields &fields);

    bool matches(const FieldReader &item) const { return !m_test || m_test(item); }

private:
    std::function<bool(const FieldReader &)> m_test;
};

} // namespace Batchdesk::LocalService
