// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/http/message.h"

#include "core/localservice/http/percentcode.h"

namespace Batchdesk::LocalService {

std::optional<std::string> FieldList::find(std::string_view name) const
{
    for (const auto &[fieldName, fieldValue] : m_fields) {
        if (Http::equalsIgnoringCase(fieldName, name))
            return fieldValue;
    }
    return std::nullopt;
}

std::string FieldList::value(std::string_view name, std::string fallback) const
{
    auto found = find(name);
    return found ? std::move(*found) : std::move(fallback);
}

std::optional<std::string> Request::body(std::size_t limit) const
{
    std::string bytes;
    if (!readBody)
        return bytes;
    const bool complete = readBody([&](const char *data, std::size_t size) {
        if (size > limit - bytes.size())
            return false;
        bytes.append(data, size);
        return true;
    });
    if (!complete)
        return std::nullopt;
    return bytes;
}

} // namespace Batchdesk::LocalService
