// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/access.h"
#include "core/plan/settings.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace Batchdesk {

class Notice;

//! \brief Tries whether a repository opens with its key, says what came of it, and lets a host that
//! is not known yet be trusted. What is changed meanwhile makes an answer void.
class GitAccess final : public QWidget
{
    Q_OBJECT

public:
    //! \param credentials has to outlive it.
    explicit GitAccess(Git::Credentials *credentials, QWidget *parent = nullptr);

    //! \brief What is tried; another one than before clears what was found.
    void setSource(const GitSource &source);

Q_SIGNALS:
    //! \brief The keys of a host were pinned.
    void trusted();
    //! \brief The user wants to see the trusted hosts.
    void trustedHostsRequested();

private:
    void test();
    void reveal();
    void show(const Git::AccessReport &report);
    void showUnknownHost(const Git::AccessReport &report);
    void showChangedHost(const Git::AccessReport &report);
    void trust(const QList<Git::HostKey> &keys);
    QString successWords(const Git::AccessReport &report) const;

    Git::Credentials *m_credentials = nullptr;
    Git::KnownHosts m_knownHosts;
    GitSource m_source;
    std::optional<Git::Address> m_address;
    QPushButton *m_test = nullptr;
    Notice *m_notice = nullptr;
    quint64 m_generation = 0; //!< Of what is asked; answers for an earlier one are dropped.
    bool m_asking = false;
};

} // namespace Batchdesk
