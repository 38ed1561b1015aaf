// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/transport.h"

#include <algorithm>

namespace Batchdesk {

namespace {

auto named(QByteArrayView name)
{
    return [name](const QPair<QByteArray, QByteArray> &field) {
        return name.compare(field.first, Qt::CaseInsensitive) == 0;
    };
}

} // namespace

void HttpHeaders::set(const QByteArray &name, const QByteArray &value)
{
    remove(name);
    m_fields.append({name, value});
}

QByteArray HttpHeaders::value(QByteArrayView name) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), named(name));
    return found == m_fields.end() ? QByteArray() : found->second;
}

bool HttpHeaders::contains(QByteArrayView name) const
{
    return std::any_of(m_fields.begin(), m_fields.end(), named(name));
}

void HttpHeaders::remove(QByteArrayView name)
{
    m_fields.removeIf(named(name));
}

std::optional<qint64> contentLength(const HttpRequest &request)
{
    if (request.headers.contains("Content-Length"))
        return request.headers.value("Content-Length").toLongLong();
    if (const auto *bytes = std::get_if<QByteArray>(&request.body); bytes && !bytes->isEmpty())
        return bytes->size();
    if (const auto *window = std::get_if<FileWindow>(&request.body))
        return window->size;
    if (request.verb == "POST" || request.verb == "PUT" || request.verb == "PATCH")
        return 0;
    return std::nullopt;
}

} // namespace Batchdesk
