// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/wizard/problems.h"
#include "ui/wizard/stepbar.h"

#include <QList>
#include <QSet>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace Batchdesk {

class Accounts;
class Notice;
class PlanBuilder;
class ReviewPage;
class RunDesk;
class SettingsFile;
class WizardPage;

namespace Git {
class Credentials;
}

//! \brief The way from a folder to a run, in five steps that can be left and come back to. A page
//! of the window, not a dialog: its document stays when it is closed.
class RunWizard final : public QWidget
{
    Q_OBJECT

public:
    //! \param runs, accounts, credentials have to outlive it.
    RunWizard(RunDesk *runs, Accounts *accounts, Git::Credentials *credentials,
              QWidget *parent = nullptr);
    ~RunWizard() override;

    //! \brief An empty document; what was not saved is gone.
    void newDocument();
    //! \brief A document for the program in \a folder, or the settings.json that lies in it. Where
    //! something is not saved, the page asks first; so does open().
    void newFrom(const QString &folder);
    //! \brief Opens a settings file; what is wrong with it is said in the page.
    void open(const QString &settingsPath);
    //! \brief Saves, and gives true when that is under way; false when it has to ask for a path
    //! first. settingsUsed() follows once it is on the disk.
    bool save();
    //! \brief Asks for a path and saves there.
    void saveAs();
    bool isDirty() const;
    //! \brief What was edited and not saved, for a window that closes; empty when all is saved.
    QByteArray draft() const;
    //! \brief Goes on with a draft.
    void restore(const QByteArray &draft);
    //! \brief "settings.json" or "Untitled".
    QString documentTitle() const;
    //! \brief Absolute; empty while it was never saved.
    QString documentPath() const;

Q_SIGNALS:
    void launched(const QString &runId);
    //! \brief The user wants to leave; nothing is lost.
    void closed();
    //! \brief Title, path or dirty mark of the document changed.
    void documentChanged();
    //! \brief A settings file was opened or saved.
    void settingsUsed(const QString &path);
    //! \brief The user wants to see the accounts.
    void accountsRequested();
    //! \brief The user wants to see the SSH keys and tokens.
    void sshKeysRequested();
    //! \brief The user wants to see the hosts whose keys are trusted.
    void trustedHostsRequested();

private:
    void makePages();
    QWidget *makeHead();
    QWidget *makeFoot();
    void connectDocument();
    void connectPages();

    WizardStep current() const;
    WizardPage *page(WizardStep step) const { return m_pages.at(int(step)); }
    void goTo(WizardStep step);
    void showDocument();
    void showState();
    void showProblems();
    void showProblemList(const QList<Problem> &rest);
    void showStepStates();
    void showButtons();
    void showFileNotices();
    void replaceBy(const std::function<void()> &next);
    void leaveUnsaved(bool goOn);
    void plan();
    void refreshAccounts();
    void launch();
    QString reasonAgainst(bool launching) const;

    RunDesk *m_runs = nullptr;
    Accounts *m_accounts = nullptr;
    Git::Credentials *m_credentials = nullptr;
    SettingsFile *m_document = nullptr;
    PlanBuilder *m_builder = nullptr;
    QList<WizardPage *> m_pages;
    ReviewPage *m_review = nullptr;
    StepBar *m_steps = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_documentLabel = nullptr;
    QLabel *m_status = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_launch = nullptr;
    Notice *m_failure = nullptr;    //!< Opening, saving or launching failed.
    Notice *m_diskNotice = nullptr; //!< The file changed behind our back.
    Notice *m_keysNotice = nullptr;
    Notice *m_unsavedNotice = nullptr;  //!< Something else is to be opened.
    Notice *m_errorsNotice = nullptr;   //!< What has no field on this page.
    Notice *m_warningsNotice = nullptr; //!< The same for what is no obstacle.
    QList<Problem> m_problems;
    QSet<int> m_visited; //!< Steps whose mistakes are worth a cross in the list of steps.
    std::function<void()> m_afterwards; //!< What waits until unsaved changes are decided on.
    bool m_launching = false;
    bool m_focusLaunch = false; //!< As soon as it can be pressed.
};

} // namespace Batchdesk
