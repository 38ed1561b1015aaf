// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/common.h"

#include <QList>
#include <QTableWidget>

namespace Batchdesk {

//! \brief Environment variables to be edited in place; an empty row at the end takes a new one, and
//! a row whose name is emptied goes.
class VariablesTable final : public QTableWidget
{
    Q_OBJECT

public:
    explicit VariablesTable(QWidget *parent = nullptr);

    QList<Batch::NameValue> variables() const;
    void setVariables(const QList<Batch::NameValue> &variables);

Q_SIGNALS:
    //! \brief The user changed it.
    void edited();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addRow(const QString &name, const QString &value);
    void takeChange(QTableWidgetItem *item);

    bool m_setting = false;
};

} // namespace Batchdesk
