// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/sshkey.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTabBar;

namespace Batchdesk {

class ElidedLabel;

//! \brief How a host of repositories is told of a key: the public half, and what to press where.
class KeyGuides final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyGuides(QWidget *parent = nullptr);

    void setKey(const Git::PublicKey &key);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addKeyRow();
    void showGuide();
    void chooseHost();

    Git::PublicKey m_key;
    ElidedLabel *m_line = nullptr;
    QTabBar *m_hosts = nullptr;
    QLineEdit *m_repository = nullptr;
    QLabel *m_guide = nullptr;
};

} // namespace Batchdesk
