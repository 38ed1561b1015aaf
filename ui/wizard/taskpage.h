// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/wizard/wizardpage.h"

namespace Batchdesk {

class CommandEdit;
class CommandTable;
class DurationEdit;
class LinesEdit;
class VariablesTable;

//! \brief The command, what becomes of it for each file, and what of a task comes home.
class TaskPage final : public WizardPage
{
    Q_OBJECT

public:
    explicit TaskPage(SettingsFile *document, QWidget *parent = nullptr);

    void showDraft(const DraftPtr &draft) override;

protected:
    void showSettings() override;

private:
    QWidget *makeCommand();
    QWidget *makeForm();

    CommandEdit *m_command = nullptr;
    CommandTable *m_table = nullptr;
    LinesEdit *m_outputs = nullptr;
    VariablesTable *m_environment = nullptr;
    DurationEdit *m_time = nullptr;
};

} // namespace Batchdesk
