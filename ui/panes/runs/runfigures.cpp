// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/runs/runfigures.h"

#include "ui/models/statelook.h"
#include "ui/widgets/segmentedbar.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tonelabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

QList<SegmentedBar::Segment> segmentsOf(int done, int failed, int running, int rest, bool isOver)
{
    return {
        {RunFigures::tr("done"), done, Tone::Good},
        {RunFigures::tr("failed"), failed, Tone::Bad},
        {RunFigures::tr("running"), running, Tone::Busy},
        {isOver ? RunFigures::tr("not run") : RunFigures::tr("waiting"), rest, Tone::Neutral},
    };
}

} // namespace

RunFigures::RunFigures(QWidget *parent)
    : QWidget(parent)
    , m_done(new QLabel(this))
    , m_times(new QLabel(this))
    , m_bar(new SegmentedBar(this))
{
    m_done->setObjectName(QStringLiteral("runDoneLabel"));
    m_times->setObjectName(QStringLiteral("runTimesLabel"));
    m_times->setForegroundRole(QPalette::PlaceholderText);
    m_times->setWordWrap(true);
    m_times->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_bar->setObjectName(QStringLiteral("runBar"));
    m_bar->setAccessibleName(tr("Tasks"));
    auto *figures = new QHBoxLayout;
    figures->setSpacing(2 * gridStep);
    figures->addWidget(m_done);
    figures->addWidget(m_times, 1);
    auto *legend = new QHBoxLayout;
    legend->setSpacing(3 * gridStep);
    for (ToneLabel *&label : m_legend) {
        label = new ToneLabel(this);
        legend->addWidget(label);
    }
    legend->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    layout->addLayout(figures);
    layout->addWidget(m_bar);
    layout->addLayout(legend);
    showCounts({}, {}, 0);
}

void RunFigures::showCounts(const RunProgress &progress, const std::optional<RunSummary> &summary,
                            int tasksPlanned)
{
    const int total =
        std::max({tasksPlanned, progress.tasksTotal, summary ? summary->tasksTotal : 0});
    const int done = summary ? summary->succeeded : progress.tasks.succeeded;
    const int failed = summary ? summary->failed : progress.tasks.failed;
    const int running = summary ? 0 : progress.tasks.running;
    const int rest = std::max(0, total - done - failed - running);
    const auto segments = segmentsOf(done, failed, running, rest, summary.has_value());
    m_bar->setSegments(segments);
    const QLocale locale;
    for (std::size_t i = 0; i < m_legend.size(); ++i) {
        const auto &segment = segments.at(qsizetype(i));
        m_legend[i]->setText(segment.tone,
                             tr("%1 %2").arg(locale.toString(segment.value), segment.name));
        // What cannot come any more needs no entry; while the run goes on the legend keeps still.
        m_legend[i]->setVisible(!summary || segment.value > 0 || i == 0);
    }
    m_done->setText(
        tr("%1 of %2").arg(locale.toString(done + failed), tr("%n task(s) ended", nullptr, total)));
}

void RunFigures::showTimes(qint64 elapsedMs, const RunEstimate &estimate)
{
    QStringList parts;
    if (elapsedMs >= 0)
        parts << tr("%1 elapsed").arg(durationText(elapsedMs));
    if (estimate.remaining)
        parts << tr("about %1 left").arg(durationText(estimate.remaining->count()));
    if (estimate.tasksPerMinute) {
        parts << tr("%1 tasks/min")
                     .arg(QLocale().toString(*estimate.tasksPerMinute, 'f',
                                             *estimate.tasksPerMinute < 10 ? 1 : 0));
    }
    m_times->setText(parts.join(QStringLiteral("  ·  ")));
}

} // namespace Batchdesk
