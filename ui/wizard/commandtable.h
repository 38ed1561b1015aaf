// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/commandmodel.h"

#include <QWidget>

class QButtonGroup;
class QPlainTextEdit;

namespace Batchdesk {

class LiveTable;

//! \brief The table file → task → command with its filters, and below it the whole command line of
//! the current row as it will run.
class CommandTable final : public QWidget
{
    Q_OBJECT

public:
    explicit CommandTable(QWidget *parent = nullptr);

    //! \brief Shows another plan; the current row stays on its file.
    void setDraft(const DraftPtr &draft);

private:
    QWidget *makeChips();
    void choose(CommandModel::Filter filter);
    void restoreCurrent(const QString &path);
    void showLine();

    CommandModel *m_model = nullptr;
    LiveTable *m_table = nullptr;
    QButtonGroup *m_chips = nullptr;
    QPlainTextEdit *m_line = nullptr;
};

} // namespace Batchdesk
