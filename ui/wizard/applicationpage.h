// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/settings.h"
#include "ui/wizard/wizardpage.h"

class QLabel;
class QLineEdit;
class QRadioButton;

namespace Batchdesk {

class ArchiveView;
class Columns;
class FactSheet;
class GitForm;
class LinesEdit;
class PathEdit;

namespace Git {
class Credentials;
}

//! \brief The program, by one of two doors: a folder that is sent, with the tree of what is in it;
//! or a Git repository, with what every node does to clone it. What was typed behind the other door
//! is kept.
class ApplicationPage final : public WizardPage
{
    Q_OBJECT

public:
    //! \param credentials has to outlive the page.
    ApplicationPage(SettingsFile *document, Git::Credentials *credentials,
                    QWidget *parent = nullptr);

    void showDraft(const DraftPtr &draft) override;

Q_SIGNALS:
    //! \brief A folder was chosen for a document in which nothing else stands yet.
    void projectChosen(const QString &folder);
    //! \brief The user wants another SSH key or token.
    void sshKeysRequested();
    //! \brief The user wants to see the hosts whose keys are trusted.
    void trustedHostsRequested();

protected:
    void showSettings() override;
    void problemsShown() override;
    bool speaksFor(const Field *field) const override;

private:
    QWidget *makeDoors();
    QWidget *makeForm(Git::Credentials *credentials);
    QWidget *makeFolderPart(QWidget *parent);
    QWidget *makeGitPart(Git::Credentials *credentials, QWidget *parent);
    QWidget *makeSide();
    void addName(QVBoxLayout *layout);
    void connectGit();
    void enter(bool byGit);
    void takeFolder(const QString &folder);
    void showDoor();
    void showFacts();
    QString pathOf(const QString &key) const;

    GitSource m_git; //!< As typed, also while the other door is open.
    quint64 m_documentNumber = 0;
    Columns *m_columns = nullptr;
    QRadioButton *m_folderDoor = nullptr;
    QRadioButton *m_gitDoor = nullptr;
    QLineEdit *m_name = nullptr;

    QList<QWidget *> m_folderParts;
    PathEdit *m_folder = nullptr;
    LinesEdit *m_ignore = nullptr;
    QLabel *m_recognised = nullptr;
    ArchiveView *m_archive = nullptr;

    QList<QWidget *> m_gitParts;
    GitForm *m_form = nullptr;
    FactSheet *m_facts = nullptr;
    QLabel *m_noFacts = nullptr;
};

} // namespace Batchdesk
