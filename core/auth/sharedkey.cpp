// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/auth/sharedkey.h"

#include "core/base/isotime.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <array>

namespace Batchdesk {

namespace {

using Field = QPair<QByteArray, QByteArray>;

QByteArray signature(const Secret &key, const QByteArray &text)
{
    const Secret rawKey(QByteArray::fromBase64(key.reveal()));
    return QMessageAuthenticationCode::hash(text, rawKey.reveal(), QCryptographicHash::Sha256)
        .toBase64();
}

//! The verb and the eleven header lines that Batch and Storage have in common.
QByteArray verbAndHeaders(const HttpRequest &request, const QByteArray &length,
                          const QByteArray &date)
{
    static constexpr std::array after{"If-Modified-Since", "If-Match", "If-None-Match",
                                      "If-Unmodified-Since", "Range"};
    const auto line = [&request](const char *name) {
        return request.headers.value(name).trimmed() + '\n';
    };
    QByteArray text = request.verb + '\n' + line("Content-Encoding") + line("Content-Language")
        + length + '\n' + line("Content-MD5") + line("Content-Type") + date + '\n';
    for (const char *name : after)
        text += line(name);
    return text;
}

//! One space for every run of white space; quoted parts stay as they are.
QByteArray unfolded(const QByteArray &value)
{
    QByteArray result;
    bool isQuoted = false;
    for (const char c : value.trimmed()) {
        isQuoted ^= c == '"';
        const bool isSpace = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!isSpace || isQuoted)
            result += c;
        else if (!result.endsWith(' '))
            result += ' ';
    }
    return result;
}

//! Storage sorts header names by culture and not by byte: '_' stands before digits and letters.
bool culturallyBefore(const QByteArray &left, const QByteArray &right)
{
    const auto weight = [](char c) { return c == '_' ? ' ' : c; };
    return std::lexicographical_compare(
        left.begin(), left.end(), right.begin(), right.end(),
        [&weight](char a, char b) { return weight(a) < weight(b); });
}

template <typename Before>
QByteArray headerLines(const HttpRequest &request, QByteArrayView prefix, Before before)
{
    QList<Field> fields;
    for (const auto &[name, value] : request.headers.fields()) {
        if (name.toLower().startsWith(prefix))
            fields.append({name.toLower(), unfolded(value)});
    }
    std::stable_sort(fields.begin(), fields.end(),
                     [&before](const Field &left, const Field &right) {
                         return before(left.first, right.first);
                     });
    QByteArray text;
    for (const auto &[name, value] : fields)
        text += name + ':' + value + '\n';
    return text;
}

//! The query as sent, split and decoded here: QUrlQuery keeps some characters encoded.
QList<Field> decodedQuery(const QUrl &url)
{
    QList<Field> fields;
    const QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    for (const QByteArray &part : query.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = equals < 0 ? part : part.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : part.mid(equals + 1);
        fields.append({QByteArray::fromPercentEncoding(name).toLower(),
                       QByteArray::fromPercentEncoding(value)});
    }
    std::stable_sort(fields.begin(), fields.end());
    return fields;
}

//! "/account/path" and the sorted parameters; several values of one name are joined by commas.
QByteArray resource(const QString &account, const QUrl &url, bool skipEmpty)
{
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    QByteArray text = '/' + account.toUtf8() + (path.isEmpty() ? QByteArray("/") : path);
    QByteArray last;
    for (const auto &[name, value] : decodedQuery(url)) {
        if (skipEmpty && value.isEmpty())
            continue;
        if (!last.isNull() && name == last)
            text += ',' + value;
        else
            text += '\n' + name + ':' + value;
        last = name;
    }
    return text;
}

void authorize(HttpRequest &request, const QString &account, const Secret &key,
               const QByteArray &text)
{
    request.headers.set("Authorization",
                        "SharedKey " + account.toUtf8() + ':' + signature(key, text));
}

} // namespace

BatchSharedKeySigner::BatchSharedKeySigner(const QString &account, const Secret &key)
    : m_account(account)
    , m_key(key)
{
}

void BatchSharedKeySigner::sign(HttpRequest &request, const QDateTime &now) const
{
    request.headers.set("ocp-date", toHttpDate(now));
    authorize(request, m_account, m_key, stringToSign(m_account, request));
}

QByteArray BatchSharedKeySigner::stringToSign(const QString &account, const HttpRequest &request)
{
    const std::optional<qint64> length = contentLength(request);
    return verbAndHeaders(request, length ? QByteArray::number(*length) : QByteArray(),
                          request.headers.value("Date"))
        + headerLines(request, "ocp-", std::less<QByteArray>())
        + resource(account, request.url, true);
}

StorageSharedKeySigner::StorageSharedKeySigner(const QString &account, const Secret &key)
    : m_account(account)
    , m_key(key)
{
}

void StorageSharedKeySigner::sign(HttpRequest &request, const QDateTime &now) const
{
    request.headers.set("x-ms-date", toHttpDate(now));
    authorize(request, m_account, m_key, stringToSign(m_account, request));
}

QByteArray StorageSharedKeySigner::stringToSign(const QString &account, const HttpRequest &request)
{
    const qint64 length = contentLength(request).value_or(0);
    const bool hasOwnDate = request.headers.contains("x-ms-date");
    return verbAndHeaders(request, length > 0 ? QByteArray::number(length) : QByteArray(),
                          hasOwnDate ? QByteArray() : request.headers.value("Date"))
        + headerLines(request, "x-ms-", culturallyBefore) + resource(account, request.url, false);
}

} // namespace Batchdesk
