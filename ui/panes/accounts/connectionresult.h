// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/accounts.h"

#include <QWidget>

class QLabel;

namespace Batchdesk {

class StatePill;

//! \brief What came of asking Batch and Storage, side by side. Hidden until something was asked.
class ConnectionResult final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionResult(QWidget *parent = nullptr);

    using QWidget::show;
    //! \brief Both are being asked.
    void showBusy();
    void show(const Accounts::Connection &connection);
    //! \brief Neither could be asked.
    void show(const Error &error);
    void clear();

private:
    //! One service: its state, and what it said.
    struct Column
    {
        StatePill *pill = nullptr;
        QLabel *text = nullptr;
    };

    Column addColumn(const QString &name, const QString &objectName);
    void fill(const Column &column, const Outcome<void> &answer);

    Column m_batch;
    Column m_storage;
};

} // namespace Batchdesk
