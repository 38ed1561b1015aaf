// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/hostkeys.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace Batchdesk {

//! \brief Keys of a host with their fingerprints, which can be selected, and what the host itself
//! publishes about them.
class HostKeyList final : public QWidget
{
    Q_OBJECT

public:
    explicit HostKeyList(QWidget *parent = nullptr);

    //! \brief A line of text.
    void addText(const QString &text);
    //! \brief Keys that the host shows now, each judged by what it publishes.
    void addShown(const QList<Git::HostKey> &keys, const Git::PublishedHost &published);
    //! \brief Keys that were trusted before.
    void addPinned(const QList<Git::HostKey> &keys);
    //! \brief The fingerprints that the host publishes, to be compared with.
    void addPublished(const Git::PublishedHost &published);
    //! \brief Where it publishes them.
    void addPage(const Git::PublishedHost &published);

private:
    void addFingerprint(const QString &name, const QString &fingerprint);

    QVBoxLayout *m_layout = nullptr;
};

} // namespace Batchdesk
