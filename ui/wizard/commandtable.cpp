// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/commandtable.h"

#include "ui/models/roles.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/livetable.h"
#include "ui/widgets/theme.h"
#include "ui/wizard/notedelegate.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

constexpr int linesShown = 4;

} // namespace

CommandTable::CommandTable(QWidget *parent)
    : QWidget(parent)
    , m_model(new CommandModel(this))
    , m_table(new LiveTable(QStringLiteral("commandTable"), this))
    , m_line(new QPlainTextEdit(this))
{
    m_table->setAccessibleName(tr("Tasks and their commands"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(CommandModel::Note, new NoteDelegate(m_table));
    m_table->setModelAndWidths(m_model, {18 * gridStep, 18 * gridStep, 14 * gridStep});
    m_table->setMinimumHeight(18 * gridStep);
    // The file stands at the end of a command, the program at its beginning.
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setFrameShape(QFrame::StyledPanel);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { showLine(); });

    m_line->setObjectName(QStringLiteral("commandLineView"));
    m_line->setAccessibleName(tr("Whole command line of the selected task"));
    m_line->setReadOnly(true);
    m_line->setTabChangesFocus(true);
    m_line->setFont(codeFont());
    m_line->setFixedHeight(linesShown * m_line->fontMetrics().lineSpacing() + 2 * gridStep);

    auto *head = new QHBoxLayout;
    auto *label = new QLabel(tr("As it will run on the node"), this);
    label->setBuddy(m_line);
    head->addWidget(label, 1);
    head->addWidget(new CopyButton(
        tr("Copy the command line"), [this] { return m_line->toPlainText(); }, this));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    layout->addWidget(makeChips());
    layout->addWidget(m_table, 1);
    layout->addLayout(head);
    layout->addWidget(m_line);
}

QWidget *CommandTable::makeChips()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gridStep / 2);
    m_chips = new QButtonGroup(this);
    const auto add = [&](CommandModel::Filter filter, const QString &text, const QString &name) {
        auto *chip = new QPushButton(text, bar);
        chip->setCheckable(true);
        chip->setObjectName(name);
        m_chips->addButton(chip, int(filter));
        row->addWidget(chip);
    };
    add(CommandModel::Filter::All, tr("All"), QStringLiteral("allCommandsChip"));
    add(CommandModel::Filter::Shortest, tr("Shortest"), QStringLiteral("shortestCommandsChip"));
    add(CommandModel::Filter::Longest, tr("Longest"), QStringLiteral("longestCommandsChip"));
    add(CommandModel::Filter::Flagged, tr("Flagged"), QStringLiteral("flaggedCommandsChip"));
    row->addStretch(1);
    m_chips->button(int(CommandModel::Filter::All))->setChecked(true);
    connect(m_chips, &QButtonGroup::idClicked, this,
            [this](int id) { choose(CommandModel::Filter(id)); });
    return bar;
}

void CommandTable::choose(CommandModel::Filter filter)
{
    m_model->setFilter(filter);
    // Whoever asks for the shortest line wants to see it, wherever the cursor was.
    restoreCurrent({});
    m_table->scrollToTop();
}

void CommandTable::setDraft(const DraftPtr &draft)
{
    const QString current = m_table->currentIndex().data(IdRole).toString();
    m_model->setDraft(draft);
    const qsizetype flagged = m_model->flaggedCount();
    QAbstractButton *chip = m_chips->button(int(CommandModel::Filter::Flagged));
    chip->setText(tr("Flagged (%1)").arg(flagged));
    chip->setEnabled(flagged > 0 || chip->isChecked());
    m_table->setColumnHidden(CommandModel::Note, flagged == 0);
    restoreCurrent(current);
}

void CommandTable::restoreCurrent(const QString &path)
{
    const int row = path.isEmpty() ? 0 : qMax(0, m_model->rowOf(path));
    if (row < m_model->rowCount())
        m_table->setCurrentIndex(m_model->index(row, 0));
    showLine();
}

void CommandTable::showLine()
{
    const QModelIndex current = m_table->currentIndex();
    const QString line = current.isValid() ? m_model->commandLine(current.row()) : QString();
    if (line != m_line->toPlainText())
        m_line->setPlainText(line);
}

} // namespace Batchdesk
