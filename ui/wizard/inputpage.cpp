// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/inputpage.h"

#include "core/plan/plantext.h"
#include "ui/models/inputmodel.h"
#include "ui/models/roles.h"
#include "ui/widgets/deliver.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/livetable.h"
#include "ui/widgets/theme.h"
#include "ui/wizard/columns.h"
#include "ui/wizard/filehead.h"
#include "ui/wizard/linesedit.h"
#include "ui/wizard/notedelegate.h"
#include "ui/wizard/pathedit.h"
#include "ui/wizard/settingsfile.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace Batchdesk {

namespace {

constexpr int headLines = 6;

} // namespace

InputPage::InputPage(SettingsFile *document, QWidget *parent)
    : WizardPage(WizardStep::Input,
                 tr("Each file found here becomes one task, and the tasks run side by side."),
                 document, parent)
{
    pageLayout()->addWidget(new Columns(makeForm(), 2, makeList(), 3, this), 1);
}

LinesEdit *InputPage::addPatterns(QVBoxLayout *layout, const QString &label, const QString &name,
                                  const QString &jsonPath, QList<QString> Settings::Inputs::*member)
{
    auto *edit = new LinesEdit(2, this);
    edit->setObjectName(name);
    addField(layout, label, edit, {jsonPath});
    connect(edit, &LinesEdit::edited, this, [this, jsonPath, member](const QStringList &lines) {
        this->edit(jsonPath, [&](Settings &s) { s.inputs.*member = lines; });
    });
    return edit;
}

QWidget *InputPage::makeForm()
{
    auto *form = new QWidget(this);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep);

    m_folder = new PathEdit(PathEdit::Kind::Folder, tr("Input folder"), form);
    m_folder->lineEdit()->setObjectName(QStringLiteral("inputFolderEdit"));
    m_folder->lineEdit()->setPlaceholderText(tr("The folder with your data files"));
    addField(layout, tr("Input &folder"), m_folder, {QStringLiteral("$.inputs.folder")});
    connect(m_folder, &PathEdit::edited, this, &InputPage::takeFolder);
    connect(m_folder, &PathEdit::chosen, this,
            [this](const QString &path) { takeFolder(this->document().pathFor(path)); });

    m_recursive = new QCheckBox(tr("Look into &sub-folders too"), form);
    m_recursive->setObjectName(QStringLiteral("recursiveCheck"));
    layout->addWidget(m_recursive);
    connect(m_recursive, &QCheckBox::toggled, this, [this](bool on) {
        edit(QStringLiteral("$.inputs.recursive"), [on](Settings &s) { s.inputs.recursive = on; });
    });

    m_include = addPatterns(layout, tr("&Take these files"), QStringLiteral("includeEdit"),
                            QStringLiteral("$.inputs.include"), &Settings::Inputs::include);
    m_exclude = addPatterns(layout, tr("But not t&hese"), QStringLiteral("excludeEdit"),
                            QStringLiteral("$.inputs.exclude"), &Settings::Inputs::exclude);
    auto *hint = new QLabel(tr("One pattern a line: *.csv takes every name that ends in .csv, "
                               "and 2024/*.csv those in the sub-folder 2024."),
                            form);
    hint->setWordWrap(true);
    layout->addWidget(hint);
    layout->addStretch(1);
    return form;
}

QWidget *InputPage::makeList()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);

    m_model = new InputModel(this);
    m_table = new LiveTable(QStringLiteral("inputTable"), side);
    m_table->setAccessibleName(tr("Input files"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(InputModel::Note, new NoteDelegate(m_table));
    m_table->setModelAndWidths(m_model, {30 * gridStep, 12 * gridStep});
    m_table->setMinimumHeight(18 * gridStep);
    m_table->setFrameShape(QFrame::StyledPanel);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { showHead(); });

    m_sum = new QLabel(tr("Files"), side);
    m_sum->setObjectName(QStringLiteral("inputSum"));
    auto *again = new QToolButton(side);
    again->setIcon(themedIcon(QStringLiteral("refresh")));
    again->setObjectName(QStringLiteral("refreshInputsButton"));
    again->setToolTip(tr("Look at the folders again"));
    again->setAccessibleName(again->toolTip());
    connect(again, &QToolButton::clicked, this, &WizardPage::relistRequested);
    auto *head = new QHBoxLayout;
    head->addWidget(m_sum, 1);
    head->addWidget(again);

    m_headTitle = new QLabel(side);
    m_headTitle->setTextFormat(Qt::PlainText);
    m_head = new QPlainTextEdit(side);
    m_head->setObjectName(QStringLiteral("inputHead"));
    m_head->setAccessibleName(tr("First lines of the selected file"));
    m_head->setReadOnly(true);
    m_head->setTabChangesFocus(true);
    m_head->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_head->setFont(codeFont());
    m_head->setFixedHeight((headLines + 1) * m_head->fontMetrics().lineSpacing() + 2 * gridStep);

    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_headTitle);
    layout->addWidget(m_head);
    return side;
}

void InputPage::takeFolder(const QString &folder)
{
    edit(QStringLiteral("$.inputs.folder"), [&](Settings &s) { s.inputs.folder = folder; });
    m_folder->setPath(folder);
}

void InputPage::showSettings()
{
    const Settings::Inputs &inputs = document().settings().inputs;
    m_folder->setBaseFolder(document().baseFolder());
    m_folder->setPath(inputs.folder);
    m_recursive->setChecked(inputs.recursive);
    m_include->setLines(inputs.include);
    m_exclude->setLines(inputs.exclude);
}

QString InputPage::sumText() const
{
    const QList<InputFile> &inputs = m_draft->listing.inputs;
    QString text = tr("%n file(s)", nullptr, int(inputs.size()));
    if (inputs.isEmpty())
        return text;
    const InputFile &largest = inputs.at(m_draft->largest);
    return text
        + tr(", %1; the largest is %2, %3")
              .arg(byteText(m_draft->inputBytes), largest.path, byteText(largest.size));
}

void InputPage::showDraft(const DraftPtr &draft)
{
    const QString current = m_table->currentIndex().data(IdRole).toString();
    m_draft = draft;
    m_model->setDraft(draft);
    m_table->setColumnHidden(InputModel::Note, !draft || draft->flagged.empty());
    if (!draft) {
        m_sum->setText(tr("Files"));
        return;
    }
    const QString sum = sumText();
    m_sum->setText(m_sum->fontMetrics().elidedText(sum, Qt::ElideMiddle, 60 * gridStep));
    m_sum->setToolTip(sum);
    if (m_table->currentIndex().isValid())
        return;
    const int row = qMax(0, m_model->rowOf(current));
    if (row < m_model->rowCount())
        m_table->setCurrentIndex(m_model->index(row, 0));
    else
        showHead();
}

void InputPage::showHead()
{
    const QString name = m_table->currentIndex().data(IdRole).toString();
    if (name.isEmpty() || !m_draft) {
        m_shownFile.clear();
        m_headTitle->setText(tr("First lines"));
        m_head->clear();
        return;
    }
    const QString path = m_draft->listing.inputFolder + QLatin1Char('/') + name;
    m_shownFile = path;
    deliver(QtConcurrent::run(readFileHead, path), this, [this, path, name](const FileHead &head) {
        if (path == m_shownFile)
            showHead(name, head);
    });
}

void InputPage::showHead(const QString &name, const FileHead &head)
{
    const QString shown =
        m_headTitle->fontMetrics().elidedText(name, Qt::ElideMiddle, 40 * gridStep);
    m_headTitle->setToolTip(name);
    switch (head.kind) {
    case FileHead::Kind::Text:
        m_headTitle->setText(head.isAll ? tr("%1, the whole file").arg(shown)
                                        : tr("First lines of %1").arg(shown));
        m_head->setPlainText(head.text.isEmpty() ? tr("(This file is empty.)") : head.text);
        break;
    case FileHead::Kind::Binary:
        m_headTitle->setText(shown);
        m_head->setPlainText(tr("(This is no text file.)"));
        break;
    case FileHead::Kind::Unreadable:
        m_headTitle->setText(shown);
        m_head->setPlainText(tr("(This file cannot be read: %1)").arg(head.text));
        break;
    }
}

} // namespace Batchdesk
