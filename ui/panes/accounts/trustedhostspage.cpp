// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/trustedhostspage.h"

#include "ui/models/hostkeymodel.h"
#include "ui/panes/accounts/pageparts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/livetable.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

constexpr int mostRows = 12;
const QList<int> widths{170, 76, 330, 120};

} // namespace

TrustedHostsPage::TrustedHostsPage(const Git::KnownHosts &knownHosts, QWidget *parent)
    : QWidget(parent)
    , m_knownHosts(knownHosts)
    , m_model(new HostKeyModel(this))
{
    QVBoxLayout *layout = beginPage(this, tr("Trusted hosts"));
    addText(layout,
            tr("By these keys the hosts of repositories prove that they are themselves. They are "
               "sent with each job, and the nodes refuse a host that shows another one."));
    m_notice = new Notice(this);
    layout->addWidget(m_notice);
    addTable(layout);
    layout->addStretch();
    refresh();
}

void TrustedHostsPage::addTable(QVBoxLayout *layout)
{
    m_table = new LiveTable(QStringLiteral("trustedHostsTable"), this);
    m_table->setAccessibleName(tr("Trusted hosts"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModelAndWidths(m_model, widths);
    fitToRows(m_table, mostRows);
    layout->addWidget(m_table);
    m_empty = addText(layout,
                      tr("No host yet. The first time that a repository is tried or run, you are "
                         "shown the key of its host, compared with the one that it publishes."));
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_actions = new QWidget(this);
    auto *forgetButton =
        new QPushButton(themedIcon(QStringLiteral("trash")), tr("For&get host…"), m_actions);
    forgetButton->setObjectName(QStringLiteral("forgetHostButton"));
    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(forgetButton);
    row->addStretch();
    layout->addWidget(m_actions);
    connect(forgetButton, &QPushButton::clicked, this, &TrustedHostsPage::askToForget);
}

void TrustedHostsPage::showEvent(QShowEvent *event)
{
    refresh(); // a host may have been trusted elsewhere
    QWidget::showEvent(event);
}

void TrustedHostsPage::refresh()
{
    const QString selected = current();
    const QList<HostKeyModel::Row> rows = pinnedKeys(m_knownHosts);
    m_model->setRows(rows);
    m_table->setVisible(!rows.isEmpty());
    m_actions->setVisible(!rows.isEmpty());
    m_empty->setVisible(rows.isEmpty());
    int again = 0;
    for (int row = int(rows.size()) - 1; row >= 0; --row) {
        if (rows.at(row).host == selected)
            again = row;
    }
    if (m_table->selectedIds().isEmpty() && !rows.isEmpty())
        m_table->selectRow(again);
}

QString TrustedHostsPage::current() const
{
    return m_table->selectedIds().value(0);
}

void TrustedHostsPage::askToForget()
{
    const QString host = current();
    if (host.isEmpty())
        return;
    m_notice->show(Tone::Warning,
                   tr("Forget the keys of %1? You are asked again before anything is cloned from "
                      "it. Compare the key with care then.")
                       .arg(host));
    auto *forgetIt = m_notice->addButton(tr("F&orget"), QStringLiteral("confirmForgetHostButton"));
    auto *keep = m_notice->addButton(tr("&Keep"), QStringLiteral("keepHostButton"));
    connect(forgetIt, &QPushButton::clicked, this, [this, host] { forget(host); });
    connect(keep, &QPushButton::clicked, m_notice, &Notice::clear);
    keep->setFocus();
}

void TrustedHostsPage::forget(const QString &host)
{
    m_notice->clear();
    const auto done = m_knownHosts.forget(host);
    if (!done)
        m_notice->show(done.error());
    refresh();
}

} // namespace Batchdesk
