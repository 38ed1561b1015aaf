// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/apiversion.h"
#include "core/localservice/batch/filter.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief What one operation of the REST API takes beside its path and body.
struct OperationRules
{
    //! The headers that make a request depend on the state of its object.
    enum class Conditions {
        None,
        Dates, //!< If-Modified-Since and If-Unmodified-Since.
        All    //!< These, If-Match and If-None-Match.
    };

    //! Query parameters beside api-version and timeout, lower case.
    std::vector<std::string_view> query;
    Conditions conditions = Conditions::None;
    const FilterFields *filter = nullptr;                      //!< Of $filter.
    const std::vector<std::string_view> *selectable = nullptr; //!< Of $select.
    ApiVersion since = oldestApiVersion;
    std::optional<ApiVersion> goneSince = std::nullopt; //!< The first version without it.

    bool takes(std::string_view parameter) const;
    bool isIn(ApiVersion version) const;
};

//! \brief The rules of the operation with that name, as "Pool_Add". One that is not listed takes
//! nothing and is in every version.
const OperationRules &rulesOf(std::string_view operation);
//! \brief Whether rulesOf() lists it.
bool hasRules(std::string_view operation);

} // namespace Batchdesk::LocalService
