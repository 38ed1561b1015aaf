// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>

namespace Batchdesk::LocalService {

//! \brief Whole numbers, kept as spans: thousands of tasks with ids one after the other cost one
//! entry, and whether a range is complete is one look-up. A number may be in it more than once.
class NumberSet
{
public:
    void insert(std::int64_t number);
    //! \brief Takes \a number out once.
    void erase(std::int64_t number);
    //! \brief All from \a first to \a last are in it.
    bool containsAll(std::int64_t first, std::int64_t last) const;

private:
    std::map<std::int64_t, std::int64_t> m_spans; //!< First to last; none touches the next.
    std::map<std::int64_t, int> m_more;           //!< How often besides the one time in the spans.
};

} // namespace Batchdesk::LocalService
