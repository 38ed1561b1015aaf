// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/applicationpage.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/theme.h"
#include "ui/wizard/archiveview.h"
#include "ui/wizard/columns.h"
#include "ui/wizard/factsheet.h"
#include "ui/wizard/gitfacts.h"
#include "ui/wizard/gitform.h"
#include "ui/wizard/linesedit.h"
#include "ui/wizard/pathedit.h"
#include "ui/wizard/settingsfile.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Batchdesk {

ApplicationPage::ApplicationPage(SettingsFile *document, Git::Credentials *credentials,
                                 QWidget *parent)
    : WizardPage(WizardStep::Application,
                 tr("A folder is sent to every machine; a Git repository is cloned there. Your "
                    "data comes on the next page."),
                 document, parent)
{
    pageLayout()->addWidget(makeDoors());
    m_columns = new Columns(makeForm(credentials), 2, makeSide(), 3, this);
    pageLayout()->addWidget(m_columns, 1);
    connectGit();
}

QWidget *ApplicationPage::makeDoors()
{
    auto *doors = new QWidget(this);
    auto *row = new FlowLayout(2 * gridStep, doors);
    m_folderDoor = new QRadioButton(tr("A folder on this com&puter"), doors);
    m_folderDoor->setObjectName(QStringLiteral("folderDoor"));
    m_gitDoor = new QRadioButton(tr("A &Git repository"), doors);
    m_gitDoor->setObjectName(QStringLiteral("gitDoor"));
    row->addWidget(m_folderDoor);
    row->addWidget(m_gitDoor);
    connect(m_gitDoor, &QRadioButton::toggled, this, &ApplicationPage::enter);
    return doors;
}

QWidget *ApplicationPage::makeForm(Git::Credentials *credentials)
{
    auto *form = new QWidget(this);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep);
    layout->addWidget(makeFolderPart(form));
    layout->addWidget(makeGitPart(credentials, form));
    addName(layout);

    m_ignore = new LinesEdit(3, form);
    m_ignore->setObjectName(QStringLiteral("ignoreEdit"));
    Field *field =
        addField(layout, tr("&Leave out"), m_ignore, {QStringLiteral("$.application.ignore")});
    field->setHint(tr("One pattern a line, as in a .gitignore file. Version control, caches and "
                      "virtual environments are left out anyway."));
    m_folderParts << field;
    connect(m_ignore, &LinesEdit::edited, this, [this](const QStringList &lines) {
        edit(QStringLiteral("$.application.ignore"),
             [&](Settings &s) { s.application.ignore = lines; });
    });
    layout->addStretch(1);
    return form;
}

QWidget *ApplicationPage::makeFolderPart(QWidget *parent)
{
    auto *part = new QWidget(parent);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep);
    m_folder = new PathEdit(PathEdit::Kind::Folder, tr("Application folder"), part);
    m_folder->lineEdit()->setObjectName(QStringLiteral("applicationFolderEdit"));
    m_folder->lineEdit()->setPlaceholderText(tr("The folder with your script or program"));
    addField(layout, tr("Application fol&der"), m_folder, {QStringLiteral("$.application.folder")});
    connect(m_folder, &PathEdit::edited, this, &ApplicationPage::takeFolder);
    connect(m_folder, &PathEdit::chosen, this, [this](const QString &path) {
        if (this->document().isUntitled() && !this->document().isDirty())
            Q_EMIT projectChosen(path);
        else
            takeFolder(this->document().pathFor(path));
    });
    m_recognised = new QLabel(
        tr("requirements.txt was found: the packages in it are installed with pip on each node."),
        part);
    m_recognised->setWordWrap(true);
    m_recognised->hide();
    layout->addWidget(m_recognised);
    m_folderParts << part;
    return part;
}

QWidget *ApplicationPage::makeGitPart(Git::Credentials *credentials, QWidget *parent)
{
    auto *part = new QWidget(parent);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep);
    m_form = new GitForm(credentials, part);
    layout->addWidget(m_form);
    for (const GitForm::Bound &bound : m_form->fields())
        bindField(bound.field, bound.jsonPaths);
    m_gitParts << part;
    return part;
}

void ApplicationPage::addName(QVBoxLayout *layout)
{
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("nameEdit"));
    addField(layout, tr("Name of the r&un"), m_name, {QStringLiteral("$.name")})
        ->setHint(tr("Shown in lists, and the beginning of the job's id."));
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        edit(QStringLiteral("$.name"), [&](Settings &s) { s.name = text; });
    });
}

QWidget *ApplicationPage::makeSide()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    m_archive = new ArchiveView(side);
    connect(m_archive, &ArchiveView::relistRequested, this, &WizardPage::relistRequested);
    m_folderParts << m_archive;

    auto *words = new QWidget(side);
    auto *wordsLayout = new QVBoxLayout(words);
    wordsLayout->setContentsMargins(0, 0, 0, 0);
    m_facts = new FactSheet(words);
    m_facts->setObjectName(QStringLiteral("gitFacts"));
    m_noFacts = new QLabel(tr("Enter an address to see what every node will do."), words);
    m_noFacts->setForegroundRole(QPalette::PlaceholderText);
    m_noFacts->setWordWrap(true);
    wordsLayout->addWidget(m_facts);
    wordsLayout->addWidget(m_noFacts);
    wordsLayout->addStretch(1);
    m_gitParts << words;

    layout->addWidget(m_archive, 1);
    layout->addWidget(words, 1);
    return side;
}

void ApplicationPage::connectGit()
{
    connect(m_form, &GitForm::keysRequested, this, &ApplicationPage::sshKeysRequested);
    connect(m_form, &GitForm::trustedHostsRequested, this, &ApplicationPage::trustedHostsRequested);
    connect(m_form, &GitForm::credentialChanged, this, &ApplicationPage::showFacts);
    // The nodes are told of the host keys that are trusted here.
    connect(m_form, &GitForm::hostTrusted, this, &WizardPage::relistRequested);
    connect(m_form, &GitForm::edited, this, [this](const QString &key) {
        m_git = m_form->source();
        edit(pathOf(key), [this](Settings &s) { s.application.git = m_git; });
        showFacts();
    });
}

QString ApplicationPage::pathOf(const QString &key) const
{
    const QString git = QStringLiteral("$.application.git.");
    // What is one field stands under several keys: the one that is wrong is mended.
    const QList<QStringList> fields{
        {QStringLiteral("key"), QStringLiteral("token")},
        {QStringLiteral("branch"), QStringLiteral("tag"), QStringLiteral("commit")}};
    for (const QStringList &keys : fields) {
        for (const QString &other : keys) {
            if (keys.contains(key) && hasErrorAt(git + other))
                return git + other;
        }
    }
    return git + key;
}

void ApplicationPage::enter(bool byGit)
{
    edit(QStringLiteral("$.application.git"),
         [&](Settings &s) { s.application.git = byGit ? std::optional(m_git) : std::nullopt; });
    showDoor();
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
    if (m_documentNumber != document().number()) {
        m_documentNumber = document().number();
        m_git = {};
        m_form->forget();
    }
    if (settings.application.git)
        m_git = *settings.application.git;
    (settings.application.git ? m_gitDoor : m_folderDoor)->setChecked(true);
    m_folder->setBaseFolder(document().baseFolder());
    m_folder->setPath(settings.application.folder);
    if (m_name->text() != settings.name)
        m_name->setText(settings.name);
    m_ignore->setLines(settings.application.ignore);
    m_form->setSource(m_git);
    showDoor();
}

void ApplicationPage::showDoor()
{
    const bool byGit = m_gitDoor->isChecked();
    for (QWidget *part : std::as_const(m_folderParts))
        part->setVisible(!byGit);
    for (QWidget *part : std::as_const(m_gitParts))
        part->setVisible(byGit);
    // The form has more to say than the words beside it.
    m_columns->setShares(byGit ? 1 : 2, byGit ? 1 : 3);
    showFacts();
}

void ApplicationPage::showFacts()
{
    const QList<FactSection> sections = gitFacts(m_git, m_form->credential());
    m_facts->setSections(sections);
    m_facts->setVisible(!sections.isEmpty());
    m_noFacts->setVisible(sections.isEmpty());
}

void ApplicationPage::problemsShown()
{
    m_form->judgeAddress();
    m_form->showWhatIsWrong();
}

bool ApplicationPage::speaksFor(const Field *field) const
{
    const QList<QWidget *> &hidden = m_gitDoor->isChecked() ? m_folderParts : m_gitParts;
    return std::none_of(hidden.begin(), hidden.end(), [field](const QWidget *part) {
        return part == field || part->isAncestorOf(field);
    });
}

void ApplicationPage::showDraft(const DraftPtr &draft)
{
    m_archive->setDraft(draft);
    m_recognised->setVisible(draft && draft->hasRequirements());
    if (!draft)
        return;
    const Settings::Application &application = draft->settings.application;
    QString usual;
    if (application.git) {
        const auto address = Git::Address::parse(application.git->url);
        usual = address ? address->repositoryName() : QString();
    } else if (!application.folder.trimmed().isEmpty()) {
        usual = QDir(draft->listing.applicationFolder).dirName();
    }
    m_name->setPlaceholderText(usual);
}

} // namespace Batchdesk
