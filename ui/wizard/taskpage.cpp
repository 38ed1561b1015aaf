// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/taskpage.h"

#include "core/plan/commandtemplate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/theme.h"
#include "ui/wizard/columns.h"
#include "ui/wizard/commandedit.h"
#include "ui/wizard/commandtable.h"
#include "ui/wizard/durationedit.h"
#include "ui/wizard/linesedit.h"
#include "ui/wizard/settingsfile.h"
#include "ui/wizard/variablestable.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace Batchdesk {

TaskPage::TaskPage(SettingsFile *document, QWidget *parent)
    : WizardPage(WizardStep::Task,
                 tr("How your program is started for one file. A word in braces stands for "
                    "something that is known when the task runs; names with spaces need no "
                    "quotes."),
                 document, parent)
{
    m_table = new CommandTable(this);
    pageLayout()->addWidget(makeCommand());
    pageLayout()->addWidget(new Columns(m_table, 2, makeForm(), 1, this), 1);
}

QWidget *TaskPage::makeCommand()
{
    auto *area = new QWidget(this);
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    m_command = new CommandEdit(area);
    m_command->setObjectName(QStringLiteral("commandEdit"));
    m_command->setPlaceholderText(
        QStringLiteral("python3 {app}/main.py {input} --output {output}"));
    addField(layout, tr("&Command"), m_command, {QStringLiteral("$.task.command")});
    connect(m_command, &CommandEdit::edited, this, [this](const QString &command) {
        edit(QStringLiteral("$.task.command"), [&](Settings &s) { s.task.command = command; });
    });

    auto *row = new FlowLayout(gridStep / 2);
    auto *label = new QLabel(tr("Insert:"), area);
    row->addWidget(label);
    for (const QString &name : CommandTemplate::placeholders()) {
        auto *button = new QToolButton(area);
        button->setText(QStringLiteral("{%1}").arg(name));
        button->setFont(codeFont());
        button->setToolTip(placeholderMeaning(name));
        button->setAccessibleName(tr("Insert {%1}: %2").arg(name, placeholderMeaning(name)));
        button->setObjectName(QStringLiteral("insert_%1").arg(name));
        connect(button, &QToolButton::clicked, this,
                [this, name] { m_command->insertPlaceholder(name); });
        row->addWidget(button);
    }
    layout->addLayout(row);
    return area;
}

QWidget *TaskPage::makeForm()
{
    auto *form = new QWidget(this);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep);

    m_outputs = new LinesEdit(2, form);
    m_outputs->setObjectName(QStringLiteral("outputsEdit"));
    addField(layout, tr("&Results to bring home"), m_outputs, {QStringLiteral("$.task.outputs")})
        ->setHint(tr("One pattern a line. output/** is everything that the program writes to "
                     "{output}; what it prints is kept anyway."));
    connect(m_outputs, &LinesEdit::edited, this, [this](const QStringList &lines) {
        edit(QStringLiteral("$.task.outputs"), [&](Settings &s) { s.task.outputs = lines; });
    });

    m_time = new DurationEdit(tr("Time limit of a task"), form);
    m_time->setObjectName(QStringLiteral("taskTimeEdit"));
    addField(layout, tr("&Time limit of a task"), m_time,
             {QStringLiteral("$.task.maxWallClockTime")});
    connect(m_time, &DurationEdit::edited, this, [this](const auto &duration) {
        edit(QStringLiteral("$.task.maxWallClockTime"),
             [&](Settings &s) { s.task.maxWallClockTime = duration; });
    });

    m_environment = new VariablesTable(form);
    m_environment->setObjectName(QStringLiteral("environmentTable"));
    addField(layout, tr("&Environment variables"), m_environment,
             {QStringLiteral("$.task.environment")})
        ->setHint(tr("No passwords here: the service shows these values to whoever may see the "
                     "task."));
    connect(m_environment, &VariablesTable::edited, this, [this] {
        edit(QStringLiteral("$.task.environment"),
             [&](Settings &s) { s.task.environment = m_environment->variables(); });
    });
    layout->addStretch(1);
    return form;
}

void TaskPage::showSettings()
{
    const Settings::Task &task = document().settings().task;
    m_command->setCommand(task.command);
    m_outputs->setLines(task.outputs);
    m_time->setDuration(task.maxWallClockTime);
    m_environment->setVariables(task.environment);
}

void TaskPage::showDraft(const DraftPtr &draft)
{
    m_table->setDraft(draft);
}

} // namespace Batchdesk
