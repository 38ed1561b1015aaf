// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/jsonpositions.h"
#include "core/plan/settings.h"

#include <QJsonObject>
#include <QSet>

#include <optional>

namespace Batchdesk {

//! \brief Where the sections of one settings.json report what is wrong, so that all of it is known
//! at once and each thing is said once.
class SettingsReport
{
public:
    //! \param file as it is to be shown.
    SettingsReport(const QByteArray &text, const QString &file);

    void error(const QString &path, const QString &message, const QString &advice = {});
    void warning(const QString &path, const QString &message, const QString &advice = {});
    //! \brief True when something at \a path or within it was reported as an error.
    bool hasErrorAt(const QString &path) const;

    QList<Error> errors; //!< In the order of their lines once sorted.
    QList<Error> warnings;

    //! \brief Sorts the errors by line.
    void sort();

private:
    Error made(const QString &path, const QString &message, const QString &advice) const;

    JsonPositions m_positions;
    QString m_file;
    QStringList m_paths;
    QList<int> m_lines;
};

//! \brief One object of settings.json: its keys are read into typed targets, which keep their
//! default when the key is absent or wrong.
class SettingsSection
{
public:
    //! \brief Unknown keys are reported at once, each with the nearest known one.
    SettingsSection(SettingsReport &report, const QJsonObject &object, const QString &path);

    bool contains(const char *key) const { return m_object.contains(QLatin1String(key)); }
    QJsonValue value(const char *key) const { return m_object.value(QLatin1String(key)); }
    QString pathOf(const char *key) const;

    void read(const char *key, QString &target);
    void read(const char *key, bool &target);
    void read(const char *key, int &target);
    void read(const char *key, QList<QString> &target);
    void read(const char *key, std::optional<std::chrono::seconds> &target);
    //! \brief The object at \a key; nothing when it is absent or no object.
    std::optional<SettingsSection> section(const char *key);
    //! \brief Says that the value at \a key is of the wrong type.
    void wrongType(const char *key, const QString &expected);
    SettingsReport &report() { return m_report; }

private:
    SettingsReport &m_report;
    QJsonObject m_object;
    QString m_path;
};

} // namespace Batchdesk
