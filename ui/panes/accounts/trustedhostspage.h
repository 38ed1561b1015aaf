// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/hostkeys.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Batchdesk {

class HostKeyModel;
class LiveTable;
class Notice;

//! \brief The hosts whose SSH keys the user trusts.
class TrustedHostsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit TrustedHostsPage(const Git::KnownHosts &knownHosts, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addTable(QVBoxLayout *layout);
    void refresh();
    QString current() const;
    void askToForget();
    void forget(const QString &host);

    Git::KnownHosts m_knownHosts;
    HostKeyModel *m_model = nullptr;
    LiveTable *m_table = nullptr;
    QLabel *m_empty = nullptr;
    QWidget *m_actions = nullptr;
    Notice *m_notice = nullptr;
};

} // namespace Batchdesk
