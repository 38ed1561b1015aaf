// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <functional>

namespace Batchdesk::Test {

//! \brief A program under test: what it prints, line by line, and how it ends. Killed when it goes.
class Program
{
public:
    Program(const QString &program, const QStringList &arguments,
            const QProcessEnvironment &environment);
    ~Program();
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    //! \brief Waits for a line on standard output that \a wanted accepts; false when it ended
    //! first, or after two minutes.
    bool waitForLine(const std::function<bool(const QString &)> &wanted);
    //! \brief The same for lines that are JSON objects.
    bool waitForJson(const std::function<bool(const QJsonObject &)> &wanted);
    //! \brief Waits for its end and gives the exit code; -1 when it crashed or had to be killed.
    int waitForEnd();

    void write(const QByteArray &bytes) { m_process.write(bytes); } //!< To its standard input.
    void closeInput() { m_process.closeWriteChannel(); }            //!< End of its standard input.
    void terminate() { m_process.terminate(); }                     //!< SIGTERM
    void kill(); //!< SIGKILL, and waits until it is gone.

    QStringList lines() const { return m_lines; } //!< Of standard output, so far.
    QString output() const { return m_lines.join(QLatin1Char('\n')); }
    QString errors(); //!< Standard error, so far.
    //! \brief The last line that is a JSON object of that kind.
    QJsonObject lastJson(const QString &kind) const;

private:
    void readLines();

    QProcess m_process;
    QStringList m_lines;
    QString m_errors;
};

} // namespace Batchdesk::Test
