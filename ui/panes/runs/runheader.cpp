// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/runs/runheader.h"

#include "ui/widgets/copybutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/statepill.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace Batchdesk {

RunHeader::RunHeader(const QString &runId, QWidget *parent)
    : QWidget(parent)
    , m_origin(new ElidedLabel(this))
{
    auto *id = new QLabel(runId, this);
    id->setForegroundRole(QPalette::PlaceholderText);
    id->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_origin->setForegroundRole(QPalette::PlaceholderText);
    auto *origin = new QHBoxLayout;
    origin->setSpacing(gridStep / 2);
    origin->addWidget(id);
    origin->addWidget(new CopyButton(
        tr("Copy run id"), [runId] { return runId; }, this));
    origin->addWidget(m_origin, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep / 2);
    layout->addWidget(makeTitleRow());
    layout->addLayout(origin);
    setTitle(runId);
}

QWidget *RunHeader::makeTitleRow()
{
    auto *row = new QWidget(this);
    m_back = new QToolButton(row);
    m_back->setObjectName(QStringLiteral("backToRunsButton"));
    m_back->setText(tr("‹ Runs"));
    m_back->setAutoRaise(true);
    m_back->setAccessibleName(tr("Back to the list of runs"));
    m_back->setToolTip(tr("Back to the list of runs (Alt+Left)"));
    m_title = new ElidedLabel(row);
    m_title->setObjectName(QStringLiteral("runTitle"));
    m_title->setFont(titleFont());
    m_pill = new StatePill(row);
    m_pill->setObjectName(QStringLiteral("runStatePill"));
    m_stop = new QPushButton(themedIcon(QStringLiteral("stop")), tr("&Stop"), row);
    m_stop->setObjectName(QStringLiteral("stopRunButton"));
    m_stop->hide();
    m_results = new QPushButton(themedIcon(QStringLiteral("outputs")), tr("Open &results"), row);
    m_results->setObjectName(QStringLiteral("openResultsButton"));
    m_folder = new QPushButton(themedIcon(QStringLiteral("folder")), tr("Open &folder"), row);
    m_folder->setObjectName(QStringLiteral("openFolderButton"));

    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    layout->addWidget(m_back);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_pill);
    layout->addSpacing(gridStep);
    layout->addWidget(m_stop);
    layout->addWidget(m_results);
    layout->addWidget(m_folder);
    connect(m_back, &QToolButton::clicked, this, &RunHeader::backRequested);
    connect(m_stop, &QPushButton::clicked, this, &RunHeader::stopRequested);
    connect(m_results, &QPushButton::clicked, this, &RunHeader::resultsRequested);
    connect(m_folder, &QPushButton::clicked, this, &RunHeader::folderRequested);
    setHasResults(false);
    return row;
}

void RunHeader::setTitle(const QString &title)
{
    m_title->setWholeText(title);
}

QString RunHeader::title() const
{
    return m_title->text();
}

void RunHeader::setOrigin(const QString &account, const QDateTime &startedAt)
{
    QStringList parts{account};
    if (startedAt.isValid())
        parts << tr("started %1").arg(exactTime(startedAt));
    m_origin->setWholeText(parts.join(QStringLiteral("  ·  ")));
}

void RunHeader::setLook(const StateLook &look)
{
    m_pill->setLook(look);
}

void RunHeader::setStoppable(bool stoppable, bool stopping)
{
    m_stop->setVisible(stoppable);
    m_stop->setEnabled(!stopping);
    m_stop->setText(stopping ? tr("Stopping…") : tr("&Stop"));
}

void RunHeader::setHasResults(bool hasResults)
{
    m_results->setEnabled(hasResults);
    m_folder->setEnabled(hasResults);
    const QString hint = hasResults ? QString() : tr("Nothing was brought home yet");
    m_results->setToolTip(hint);
    m_folder->setToolTip(hint);
}

} // namespace Batchdesk
