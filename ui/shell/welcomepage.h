// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace Batchdesk {

//! \brief Where a new user begins: two doors, and the settings files used last.
class WelcomePage final : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    //! \brief Shows the list of recent files anew.
    void refresh();

Q_SIGNALS:
    void sampleRequested();
    void accountRequested();
    void openRequested();
    void recentRequested(const QString &path);

private:
    QWidget *m_recent = nullptr;
    QVBoxLayout *m_recentFiles = nullptr;
};

} // namespace Batchdesk
