// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/transport.h"
#include "tests/support/faketransport.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

#include <gtest/gtest.h>

namespace Batchdesk::Test {

//! \brief An exchange as raw HTTP text in data/<name>_request.txt and data/<name>_response.txt:
//! first line, the headers that matter, an empty line, the body.
//!
//! In a request, the value <guid> stands for any GUID and <absent> for a header that must not be
//! sent. JSON bodies are compared by value, XML bodies without declaration and the space
//! between elements.
class RecordedExchange
{
public:
    explicit RecordedExchange(const char *name)
        : m_base(QStringLiteral(BATCHDESK_TEST_DATA "/%1_").arg(QLatin1String(name)))
    {
    }

    HttpResponse response() const
    {
        const Message message = read(QStringLiteral("response.txt"));
        return answer(message.firstLine.split(' ').value(1).toInt(), message.body, message.headers);
    }

    //! \brief Whether \a sent is what was recorded; says each difference.
    ::testing::AssertionResult matches(const HttpRequest &sent) const
    {
        const Message expected = read(QStringLiteral("request.txt"));
        QStringList differences;
        const QUrl &url = sent.url;
        QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
        if (url.hasQuery())
            target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
        compare(differences, "first line", expected.firstLine,
                sent.verb + ' ' + target + " HTTP/1.1");
        HttpHeaders headers = sent.headers;
        headers.set("Host", url.authority(QUrl::FullyEncoded).toLatin1());
        if (const auto length = contentLength(sent))
            headers.set("Content-Length", QByteArray::number(*length));
        for (const auto &[name, value] : expected.headers)
            compareHeader(differences, headers, name, value);
        compare(differences, "body", normalized(expected.body), normalized(bodyOf(sent)));
        if (differences.isEmpty())
            return ::testing::AssertionSuccess();
        return ::testing::AssertionFailure() << qPrintable(m_base) << "request.txt:\n"
                                             << differences.join(QLatin1Char('\n')).toStdString();
    }

private:
    struct Message
    {
        QByteArray firstLine;
        QList<QPair<QByteArray, QByteArray>> headers;
        QByteArray body;
    };

    Message read(const QString &ending) const
    {
        QFile file(m_base + ending);
        if (!file.open(QIODevice::ReadOnly)) {
            ADD_FAILURE() << "cannot read " << qPrintable(file.fileName());
            return {};
        }
        const QByteArray text = file.readAll();
        const qsizetype end = text.indexOf("\n\n");
        Message message;
        message.body = text.mid(end + 2);
        QList<QByteArray> lines = text.left(end).split('\n');
        message.firstLine = lines.takeFirst();
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(": ");
            message.headers.append({line.left(colon), line.mid(colon + 2)});
        }
        return message;
    }

    static void compare(QStringList &differences, const char *what, const QByteArray &expected,
                        const QByteArray &actual)
    {
        if (expected != actual)
            differences << QStringLiteral("%1\n  expected: %2\n  sent:     %3")
                               .arg(QLatin1String(what), QString::fromUtf8(expected),
                                    QString::fromUtf8(actual));
    }

    static void compareHeader(QStringList &differences, const HttpHeaders &sent,
                              const QByteArray &name, const QByteArray &expected)
    {
        static const QRegularExpression guid(
            QStringLiteral("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
        const QByteArray actual = sent.contains(name) ? sent.value(name) : QByteArray("<absent>");
        if (expected == "<guid>" && guid.match(QString::fromLatin1(actual)).hasMatch())
            return;
        compare(differences, name.constData(), expected, actual);
    }

    static QByteArray normalized(const QByteArray &body)
    {
        const QJsonDocument json = QJsonDocument::fromJson(body);
        if (!json.isNull())
            return json.toJson(QJsonDocument::Indented);
        if (!body.startsWith('<'))
            return body;
        QString xml = QString::fromUtf8(body);
        xml.remove(QRegularExpression(QStringLiteral("^<\\?xml[^>]*>"))); // Its spelling is free.
        xml.replace(QRegularExpression(QStringLiteral(">\\s+")), QStringLiteral(">\n"));
        return xml.trimmed().replace(QStringLiteral("><"), QStringLiteral(">\n<")).toUtf8();
    }

    QString m_base;
};

} // namespace Batchdesk::Test
