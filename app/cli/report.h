// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runvalues.h"

#include <QString>

namespace Batchdesk::Cli {

//! \brief Tells on standard output how a run goes: JSON lines, a line that rewrites itself on a
//! terminal, or plain lines.
class Report
{
public:
    enum class Style { Json, Terminal, Plain };

    explicit Report(Style style)
        : m_style(style)
    {
    }

    void event(const RunEvent &event);
    void progress(const RunProgress &progress);
    //! \brief Ends with the line "results: FOLDER" when there are results.
    void summary(const RunSummary &summary);

private:
    void rewriteLine(const QString &line);
    void endRewrittenLine();

    Style m_style;
    QString m_line;       //!< What stands on the terminal's last line.
    int m_toldTenths = 0; //!< Plain: how much of the tasks was told.
};

//! \brief The summary in words, a line each, without the results line.
QStringList summaryLines(const RunSummary &summary);

} // namespace Batchdesk::Cli
