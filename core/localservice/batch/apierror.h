// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief A refusal as the Batch service words it: status, code, message and values.
//!
//! The status and the message follow from the code, so that no two handlers can say it differently.
class ApiError : public std::runtime_error
{
public:
    using Values = std::vector<std::pair<std::string, std::string>>;

    //! \brief \a code must be one of the known ones; anything else becomes InternalError.
    explicit ApiError(std::string_view code, Values values = {});

    int status() const { return m_status; }
    const std::string &code() const { return m_code; }
    const Values &values() const { return m_values; }

    //! \brief 400: a property of the body is wrong.
    static ApiError property(std::string_view name, std::string_view value,
                             std::string_view reason);
    //! \brief 400: a query parameter is wrong.
    static ApiError query(std::string_view name, std::string_view value, std::string_view reason);
    //! \brief 400: a property that must be there is not.
    static ApiError missing(std::string_view name);
    //! \brief 409 and the like, with a sentence on what this computer cannot do.
    static ApiError because(std::string_view code, std::string_view reason);

private:
    std::string m_code;
    int m_status = 500;
    Values m_values;
};

} // namespace Batchdesk::LocalService
