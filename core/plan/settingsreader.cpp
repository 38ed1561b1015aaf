// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/settingsreader.h"

#include "core/base/isotime.h"
#include "core/plan/nearestname.h"
#include "core/plan/settingskeys.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SettingsReader)
};

//! The type only: the value could be a key that was put in the wrong place.
QString typeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return Texts::tr("null");
    case QJsonValue::Bool:
        return Texts::tr("true or false");
    case QJsonValue::Double:
        return Texts::tr("a number");
    case QJsonValue::String:
        return Texts::tr("text");
    case QJsonValue::Array:
        return Texts::tr("a list");
    case QJsonValue::Object:
        return Texts::tr("an object");
    case QJsonValue::Undefined:
        break;
    }
    return Texts::tr("nothing");
}

} // namespace

SettingsReport::SettingsReport(const QByteArray &text, const QString &file)
    : m_positions(text)
    , m_file(file)
{
    for (const QString &path : m_positions.duplicates())
        error(path, Texts::tr("This key stands here more than once"),
              Texts::tr("Keep one of them."));
}

Error SettingsReport::made(const QString &path, const QString &message, const QString &advice) const
{
    return Error::invalidInput(
        message,
        Texts::tr("%1, line %2, %3").arg(m_file, QString::number(m_positions.lineOf(path)), path),
        advice);
}

void SettingsReport::error(const QString &path, const QString &message, const QString &advice)
{
    m_paths << path;
    m_lines << m_positions.lineOf(path);
    errors << made(path, message, advice);
}

void SettingsReport::warning(const QString &path, const QString &message, const QString &advice)
{
    warnings << made(path, message, advice);
}

bool SettingsReport::hasErrorAt(const QString &path) const
{
    return std::any_of(m_paths.begin(), m_paths.end(),
                       [&path](const QString &reported) { return reported.startsWith(path); });
}

void SettingsReport::sort()
{
    QList<qsizetype> order(errors.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [this](qsizetype a, qsizetype b) { return m_lines.at(a) < m_lines.at(b); });
    QList<Error> sorted;
    for (const qsizetype i : order)
        sorted << errors.at(i);
    errors = sorted;
    std::stable_sort(m_lines.begin(), m_lines.end());
}

SettingsSection::SettingsSection(SettingsReport &report, const QJsonObject &object,
                                 const QString &path)
    : m_report(report)
    , m_object(object)
    , m_path(path)
{
    const QStringList known = settingsKeys(path);
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            m_report.error(jsonChildPath(path, key), Texts::tr("\"%1\" is not known here").arg(key),
                           nearestNameAdvice(key, known));
    }
}

QString SettingsSection::pathOf(const char *key) const
{
    return jsonChildPath(m_path, QLatin1String(key));
}

void SettingsSection::wrongType(const char *key, const QString &expected)
{
    m_report.error(pathOf(key),
                   Texts::tr("Expected %1, found %2").arg(expected, typeOf(value(key))));
}

void SettingsSection::read(const char *key, QString &target)
{
    if (!contains(key))
        return;
    if (value(key).isString())
        target = value(key).toString();
    else
        wrongType(key, Texts::tr("text"));
}

void SettingsSection::read(const char *key, bool &target)
{
    if (!contains(key))
        return;
    if (value(key).isBool())
        target = value(key).toBool();
    else
        wrongType(key, Texts::tr("true or false"));
}

void SettingsSection::read(const char *key, int &target)
{
    if (!contains(key))
        return;
    const double number = value(key).toDouble(std::nan(""));
    if (value(key).isDouble() && number == std::floor(number)
        && std::abs(number) <= double(std::numeric_limits<int>::max()))
        target = int(number);
    else if (value(key).isDouble())
        m_report.error(pathOf(key),
                       Texts::tr("%1 is not a whole number, or too large").arg(number));
    else
        wrongType(key, Texts::tr("a whole number"));
}

void SettingsSection::read(const char *key, QList<QString> &target)
{
    if (!contains(key))
        return;
    if (!value(key).isArray())
        return wrongType(key, Texts::tr("a list of texts"));
    QList<QString> texts;
    const QJsonArray items = value(key).toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items.at(i).isString())
            texts << items.at(i).toString();
        else
            m_report.error(jsonItemPath(pathOf(key), i),
                           Texts::tr("Expected text, found %1").arg(typeOf(items.at(i))));
    }
    target = texts;
}

void SettingsSection::read(const char *key, std::optional<std::chrono::seconds> &target)
{
    if (!contains(key))
        return;
    const QString expected =
        Texts::tr("a duration such as \"PT1H30M\" or \"P1D\", or \"unlimited\"");
    if (!value(key).isString())
        return wrongType(key, expected);
    const QString text = value(key).toString();
    if (text == unlimitedTime) {
        target.reset();
    } else if (const auto duration = fromIsoDuration(text)) {
        target = *duration;
    } else {
        m_report.error(pathOf(key), Texts::tr("\"%1\" is not a duration").arg(text),
                       Texts::tr("Expected %1.").arg(expected));
    }
}

std::optional<SettingsSection> SettingsSection::section(const char *key)
{
    if (!contains(key))
        return {};
    if (value(key).isObject())
        return SettingsSection(m_report, value(key).toObject(), pathOf(key));
    wrongType(key, Texts::tr("an object"));
    return {};
}

} // namespace Batchdesk
