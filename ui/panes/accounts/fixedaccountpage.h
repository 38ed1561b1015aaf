// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace Batchdesk {

class Accounts;
class ConnectionResult;

//! \brief An account with nothing to enter: this computer, or the environment.
class FixedAccountPage final : public QWidget
{
    Q_OBJECT

public:
    //! \param name "local" or "env".
    FixedAccountPage(Accounts *accounts, const QString &name, QWidget *parent = nullptr);

private:
    void explain(const QString &text);
    void explainConnectionFile();
    void test();

    Accounts *m_accounts = nullptr;
    QString m_name;
    QVBoxLayout *m_layout = nullptr;
    ConnectionResult *m_result = nullptr;
    bool m_asking = false;
};

} // namespace Batchdesk
