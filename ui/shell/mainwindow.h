// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMainWindow>

#include <memory>

class QLabel;
class QMenu;
class QStackedWidget;

namespace Batchdesk {

class Accounts;
class AccountsPane;
class HelpWindow;
class Navigation;
class Notifier;
class OutputsPane;
class RunDesk;
class RunWizard;
class RunsPane;
class WelcomePage;
struct RunSummary;

namespace Git {
class Credentials;
}

//! \brief The window: places at the left, the place one is at, a status line. It only leads from
//! one place to another; each place does its own work.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    //! \param runs, \param accounts and \param credentials outlive the window.
    MainWindow(RunDesk *runs, Accounts *accounts, Git::Credentials *credentials,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    //! \brief Where a window that was just opened begins: at the welcome page while there is no
    //! run, else at the runs.
    void begin();
    //! \brief Goes to a place by its id: "welcome", "runs", "outputs", "accounts", "wizard".
    void goTo(const QString &place);
    //! \brief Opens a settings.json in the wizard, or begins a new one with that folder.
    void openPath(const QString &path);
    //! \brief Begins a run of the sample project, which is put into the user's documents.
    void trySample();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makePlaces();
    void makeFileMenu();
    void makeViewMenu();
    void makeHelpMenu();
    void connectPanes();
    void connectWizard();
    void newRun();
    void askForSettings();
    void onRunEnded(const QString &runId, const QString &title, const RunSummary &summary);
    void showStatus(const QString &text);
    void fillRecentMenu();
    void updateTitle();
    void restoreLook();

    RunDesk *m_runs;
    Accounts *m_accounts;
    Git::Credentials *m_credentials;
    Navigation *m_navigation = nullptr;
    QStackedWidget *m_places = nullptr;
    WelcomePage *m_welcome = nullptr;
    RunsPane *m_runsPane = nullptr;
    OutputsPane *m_outputsPane = nullptr;
    AccountsPane *m_accountsPane = nullptr;
    RunWizard *m_wizard = nullptr;
    Notifier *m_notifier = nullptr;
    QLabel *m_status = nullptr;
    QMenu *m_recentMenu = nullptr;
    QAction *m_saveAction = nullptr;
    QAction *m_saveAsAction = nullptr;
    std::unique_ptr<HelpWindow> m_help;
};

} // namespace Batchdesk
