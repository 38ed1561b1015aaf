// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/applicationpage.h"

#include "core/plan/plantext.h"
#include "ui/models/archivemodel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"
#include "ui/wizard/columns.h"
#include "ui/wizard/linesedit.h"
#include "ui/wizard/pathedit.h"
#include "ui/wizard/settingsfile.h"

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

constexpr int sizeColumnWidth = 13 * gridStep;

//! Gives files and folders their icon, which a model without widgets does not have.
class FileDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() != ArchiveModel::Name)
            return;
        static const QIcon folder = themedIcon(QStringLiteral("folder"));
        static const QIcon file = themedIcon(QStringLiteral("file"));
        option->icon = index.data(ArchiveModel::IsFolderRole).toBool() ? folder : file;
        option->features |= QStyleOptionViewItem::HasDecoration;
    }
};

} // namespace

ApplicationPage::ApplicationPage(SettingsFile *document, QWidget *parent)
    : WizardPage(WizardStep::Application,
                 tr("The folder with your program is zipped and unpacked on every machine. Your "
                    "data comes on the next page."),
                 document, parent)
{
    pageLayout()->addWidget(new Columns(makeForm(), 2, makeTree(), 3, this), 1);
}

QWidget *ApplicationPage::makeForm()
{
    auto *form = new QWidget(this);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep);

    m_folder = new PathEdit(PathEdit::Kind::Folder, tr("Application folder"), form);
    m_folder->lineEdit()->setObjectName(QStringLiteral("applicationFolderEdit"));
    m_folder->lineEdit()->setPlaceholderText(tr("The folder with your script or program"));
    addField(layout, tr("Application &folder"), m_folder, {QStringLiteral("$.application.folder")});
    connect(m_folder, &PathEdit::edited, this, &ApplicationPage::takeFolder);
    connect(m_folder, &PathEdit::chosen, this, [this](const QString &path) {
        if (this->document().isUntitled() && !this->document().isDirty())
            Q_EMIT projectChosen(path);
        else
            takeFolder(this->document().pathFor(path));
    });

    m_recognised = new QLabel(form);
    m_recognised->setWordWrap(true);
    m_recognised->hide();
    layout->addWidget(m_recognised);

    m_name = new QLineEdit(form);
    m_name->setObjectName(QStringLiteral("nameEdit"));
    addField(layout, tr("Name of the r&un"), m_name, {QStringLiteral("$.name")})
        ->setHint(tr("Shown in lists, and the beginning of the job's id."));
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        edit(QStringLiteral("$.name"), [&](Settings &s) { s.name = text; });
    });

    m_ignore = new LinesEdit(3, form);
    m_ignore->setObjectName(QStringLiteral("ignoreEdit"));
    addField(layout, tr("&Leave out"), m_ignore, {QStringLiteral("$.application.ignore")})
        ->setHint(tr("One pattern a line, as in a .gitignore file. Version control, caches and "
                     "virtual environments are left out anyway."));
    connect(m_ignore, &LinesEdit::edited, this, [this](const QStringList &lines) {
        edit(QStringLiteral("$.application.ignore"),
             [&](Settings &s) { s.application.ignore = lines; });
    });
    layout->addStretch(1);
    return form;
}

QWidget *ApplicationPage::makeTree()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);

    m_model = new ArchiveModel(this);
    m_tree = new QTreeView(side);
    m_tree->setObjectName(QStringLiteral("archiveTree"));
    m_tree->setAccessibleName(tr("What will be sent"));
    m_tree->setUniformRowHeights(true);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new FileDelegate(m_tree));
    m_tree->setMinimumHeight(20 * gridStep);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(ArchiveModel::Name, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(ArchiveModel::Size, QHeaderView::Fixed);
    m_tree->header()->resizeSection(ArchiveModel::Size, sizeColumnWidth);

    m_sum = new QLabel(side);
    m_sum->setWordWrap(true);
    auto *again = new QToolButton(side);
    again->setIcon(themedIcon(QStringLiteral("refresh")));
    again->setObjectName(QStringLiteral("refreshApplicationButton"));
    again->setToolTip(tr("Look at the folders again"));
    again->setAccessibleName(again->toolTip());
    connect(again, &QToolButton::clicked, this, &WizardPage::relistRequested);

    auto *head = new QHBoxLayout;
    auto *label = new QLabel(tr("What will be &sent"), side);
    label->setBuddy(m_tree);
    head->addWidget(label, 1);
    head->addWidget(again);
    layout->addLayout(head);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_sum);
    return side;
}

void ApplicationPage::takeFolder(const QString &folder)
{
    edit(QStringLiteral("$.application.folder"),
         [&](Settings &s) { s.application.folder = folder; });
    m_folder->setPath(folder);
}

void ApplicationPage::showSettings()
{
    const Settings &settings = document().settings();
    m_folder->setBaseFolder(document().baseFolder());
    m_folder->setPath(settings.application.folder);
    if (m_name->text() != settings.name)
        m_name->setText(settings.name);
    m_ignore->setLines(settings.application.ignore);
}

void ApplicationPage::showDraft(const DraftPtr &draft)
{
    m_model->setDraft(draft);
    m_recognised->setVisible(draft && draft->hasRequirements());
    if (!draft) {
        m_sum->clear();
        return;
    }
    const bool named = !draft->settings.application.folder.trimmed().isEmpty();
    m_name->setPlaceholderText(named ? QDir(draft->listing.applicationFolder).dirName()
                                     : QString());
    m_recognised->setText(tr("requirements.txt was found: the packages in it are installed with "
                             "pip on each node."));
    QString sum = tr("%n file(s), %1", nullptr, int(draft->listing.application.size()))
                      .arg(byteText(draft->archive.size()));
    if (!draft->listing.applicationIgnored.isEmpty())
        sum += QStringLiteral(" · ") + draft->listing.applicationIgnored;
    m_sum->setText(named ? sum : QString());
}

} // namespace Batchdesk
