// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/numberset.h"

#include <iterator>

namespace Batchdesk::LocalService {

void NumberSet::insert(std::int64_t number)
{
    if (containsAll(number, number)) {
        ++m_more[number];
        return;
    }
    std::int64_t last = number;
    const auto next = m_spans.upper_bound(number);
    // A span that ends where this begins, and one that begins where this ends, become one with it.
    if (next != m_spans.end() && next->first - 1 == number) {
        last = next->second;
        m_spans.erase(next);
    }
    const auto after = m_spans.upper_bound(number);
    if (after != m_spans.begin() && std::prev(after)->second == number - 1)
        std::prev(after)->second = last;
    else
        m_spans.emplace(number, last);
}

void NumberSet::erase(std::int64_t number)
{
    if (const auto more = m_more.find(number); more != m_more.end()) {
        if (--more->second == 0)
            m_more.erase(more);
        return;
    }
    if (!containsAll(number, number))
        return;
    const auto span = std::prev(m_spans.upper_bound(number));
    const auto [first, last] = *span;
    m_spans.erase(span);
    if (first < number)
        m_spans.emplace(first, number - 1);
    if (number < last)
        m_spans.emplace(number + 1, last);
}

bool NumberSet::containsAll(std::int64_t first, std::int64_t last) const
{
    const auto after = m_spans.upper_bound(first);
    return after != m_spans.begin() && std::prev(after)->second >= last;
}

} // namespace Batchdesk::LocalService
