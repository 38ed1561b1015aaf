// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/shell/mainwindow.h"

#include "core/run/accounts.h"
#include "core/run/rundesk.h"
#include "resources/sampleproject.h"
#include "ui/panes/accounts/accountspane.h"
#include "ui/panes/outputs/outputspane.h"
#include "ui/panes/runs/runspane.h"
#include "ui/shell/helpwindow.h"
#include "ui/shell/navigation.h"
#include "ui/shell/notifier.h"
#include "ui/shell/recentfiles.h"
#include "ui/shell/welcomepage.h"
#include "ui/widgets/deliver.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/windowsettings.h"
#include "ui/wizard/runwizard.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLoggingCategory>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QtConcurrent>

namespace Batchdesk {

namespace {

Q_LOGGING_CATEGORY(logWindow, "batchdesk.window", QtInfoMsg)

const QString draftKey = QStringLiteral("draft");
constexpr QSize firstSize(1280, 800);
const QString geometryKey = QStringLiteral("window/geometry");

const QString welcomePlace = QStringLiteral("welcome");
const QString runsPlace = QStringLiteral("runs");
const QString outputsPlace = QStringLiteral("outputs");
const QString accountsPlace = QStringLiteral("accounts");
const QString wizardPlace = QStringLiteral("wizard");

QString sampleFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
        + QStringLiteral("/Batchdesk sample");
}

//! The one local path that was dropped; empty when it is something else.
QString droppedPath(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

MainWindow::MainWindow(RunDesk *runs, Accounts *accounts, Git::Credentials *credentials,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_runs(runs)
    , m_accounts(accounts)
    , m_credentials(credentials)
    , m_notifier(new Notifier(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/batchdesk/icons/batchdesk.svg")));
    setAcceptDrops(true);
    setMinimumSize(760, 520);
    makePlaces();
    makeFileMenu();
    makeViewMenu();
    makeHelpMenu();
    connectPanes();
    connectWizard();
    restoreLook();
    updateTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::makePlaces()
{
    m_navigation = new Navigation(this);
    QPushButton *newRunButton = m_navigation->addPrimary(tr("&New run"), QStringLiteral("plus"),
                                                         QStringLiteral("newRunButton"));
    connect(newRunButton, &QPushButton::clicked, this, &MainWindow::newRun);
    m_navigation->addPlace(runsPlace, tr("&Runs"), QStringLiteral("runs"));
    m_navigation->addPlace(outputsPlace, tr("&Outputs"), QStringLiteral("outputs"));
    m_navigation->addPlace(accountsPlace, tr("&Accounts"), QStringLiteral("accounts"));
    connect(m_navigation, &Navigation::chosen, this, [this](const QString &place) {
        // Chosen again, the place of runs leads from one run back to all of them.
        if (place == runsPlace && m_places->currentWidget() == m_runsPane)
            m_runsPane->showList();
        goTo(place);
    });

    m_welcome = new WelcomePage(this);
    m_runsPane = new RunsPane(m_runs, m_accounts, this);
    m_outputsPane = new OutputsPane(m_runs, this);
    m_accountsPane = new AccountsPane(m_accounts, m_credentials, m_runs->runsFolder(), this);
    m_wizard = new RunWizard(m_runs, m_accounts, m_credentials, this);
    m_places = new QStackedWidget(this);
    const QList<QPair<QString, QWidget *>> places{{welcomePlace, m_welcome},
                                                  {runsPlace, m_runsPane},
                                                  {outputsPlace, m_outputsPane},
                                                  {accountsPlace, m_accountsPane},
                                                  {wizardPlace, m_wizard}};
    for (const auto &[id, page] : places) {
        page->setProperty("place", id);
        m_places->addWidget(page);
    }
    auto *centre = new QWidget(this);
    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addWidget(m_places, 1);
    setCentralWidget(centre);

    m_status = new QLabel(this);
    m_status->setObjectName(QStringLiteral("statusText"));
    m_status->setContentsMargins(gridStep, 0, gridStep, 0);
    statusBar()->addWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::makeFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    menu->addAction(tr("&New run"), QKeySequence::New, this, &MainWindow::newRun);
    menu->addAction(tr("&Open settings…"), QKeySequence::Open, this, &MainWindow::askForSettings);
    m_recentMenu = menu->addMenu(tr("Open &recent"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    menu->addSeparator();
    m_saveAction = menu->addAction(tr("&Save settings"), QKeySequence::Save, this,
                                   [this] { m_wizard->save(); });
    m_saveAsAction = menu->addAction(tr("Save settings &as…"), QKeySequence::SaveAs, this,
                                     [this] { m_wizard->saveAs(); });
    menu->addSeparator();
    QAction *quit = menu->addAction(tr("&Close window"), QKeySequence::Quit, this, &QWidget::close);
    quit->setStatusTip(tr("Runs go on without the window."));
}

void MainWindow::makeViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    menu->addAction(tr("&Welcome page"), this, [this] { goTo(welcomePlace); });
    QMenu *looks = menu->addMenu(tr("&Appearance"));
    auto *group = new QActionGroup(this);
    const QList<QPair<Appearance, QString>> choices{{Appearance::System, tr("As the &system")},
                                                    {Appearance::Light, tr("&Light")},
                                                    {Appearance::Dark, tr("&Dark")}};
    for (const auto &[appearance, title] : choices) {
        QAction *action = looks->addAction(title);
        action->setCheckable(true);
        action->setChecked(currentAppearance() == appearance);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [appearance = appearance] {
            rememberAppearance(appearance);
            applyAppearance(appearance);
        });
    }
}

void MainWindow::makeHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    const auto show = [this](const QString &page) {
        if (!m_help)
            m_help = std::make_unique<HelpWindow>();
        m_help->showPage(page);
        m_help->show();
        m_help->raise();
        m_help->activateWindow();
    };
    menu->addAction(tr("&Contents"), QKeySequence::HelpContents, this,
                    [show] { show(QStringLiteral("first-run")); });
    menu->addAction(tr("&Placeholders in commands"), this,
                    [show] { show(QStringLiteral("placeholders")); });
    menu->addAction(tr("&When something goes wrong"), this,
                    [show] { show(QStringLiteral("troubleshooting")); });
    menu->addSeparator();
    menu->addAction(tr("Version %1").arg(QStringLiteral(BATCHDESK_VERSION)))->setEnabled(false);
}

void MainWindow::connectPanes()
{
    connect(m_welcome, &WelcomePage::sampleRequested, this, &MainWindow::trySample);
    connect(m_welcome, &WelcomePage::accountRequested, this, [this] {
        m_accountsPane->addAccount();
        goTo(accountsPlace);
    });
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::askForSettings);
    connect(m_welcome, &WelcomePage::recentRequested, this, &MainWindow::openPath);
    connect(m_runsPane, &RunsPane::newRunRequested, this, &MainWindow::newRun);
    connect(m_runsPane, &RunsPane::outputsRequested, this, [this](const QString &runId) {
        m_outputsPane->showRun(runId);
        goTo(outputsPlace);
    });
    connect(m_runsPane, &RunsPane::runEnded, this, &MainWindow::onRunEnded);
    connect(m_runsPane, &RunsPane::freshnessChanged, this, [this](const QString &freshness) {
        if (m_places->currentWidget() == m_runsPane)
            showStatus(freshness);
    });
    connect(m_notifier, &Notifier::activated, this, [this] {
        raise();
        activateWindow();
    });
}

void MainWindow::connectWizard()
{
    connect(m_wizard, &RunWizard::launched, this, [this](const QString &runId) {
        m_runsPane->showRun(runId);
        goTo(runsPlace);
    });
    connect(m_wizard, &RunWizard::closed, this, [this] { goTo(runsPlace); });
    connect(m_wizard, &RunWizard::documentChanged, this, &MainWindow::updateTitle);
    connect(m_wizard, &RunWizard::accountsRequested, this, [this] { goTo(accountsPlace); });
    connect(m_wizard, &RunWizard::trustedHostsRequested, this, [this] {
        m_accountsPane->showSection(AccountsPane::Section::TrustedHosts);
        goTo(accountsPlace);
    });
    connect(m_wizard, &RunWizard::sshKeysRequested, this, [this] {
        m_accountsPane->showSection(AccountsPane::Section::SshKeys);
        goTo(accountsPlace);
    });
    connect(m_wizard, &RunWizard::settingsUsed, this, [this](const QString &path) {
        RecentFiles::add(path);
        m_welcome->refresh();
    });
}

void MainWindow::begin()
{
    goTo(runsPlace);
    deliver(m_runs->list(), this, [this](const QList<RunListing> &runs) {
        if (runs.isEmpty() && m_places->currentWidget() == m_runsPane)
            goTo(welcomePlace);
        qCDebug(logWindow) << "usable";
    });
    // What was not saved when the window closed is there again.
    m_wizard->restore(windowSettings().value(draftKey).toByteArray());
}

void MainWindow::goTo(const QString &place)
{
    for (int i = 0; i < m_places->count(); ++i) {
        if (m_places->widget(i)->property("place").toString() == place)
            m_places->setCurrentIndex(i);
    }
    m_navigation->setCurrent(place);
    showStatus(place == runsPlace ? m_runsPane->freshness() : QString());
    updateTitle();
}

void MainWindow::newRun()
{
    // A document that is being worked on is not thrown away by a button that leads to it.
    if (!m_wizard->isDirty())
        m_wizard->newDocument();
    goTo(wizardPlace);
}

void MainWindow::askForSettings()
{
    auto *dialog = new QFileDialog(this, tr("Open settings"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Settings (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openPath);
    dialog->open();
}

void MainWindow::openPath(const QString &path)
{
    if (QFileInfo(path).isDir())
        m_wizard->newFrom(path);
    else
        m_wizard->open(path);
    goTo(wizardPlace);
}

void MainWindow::trySample()
{
    struct Installed
    {
        QString settings;
        QString problem;
    };
    const QString folder = sampleFolder();
    deliver(QtConcurrent::run([folder] {
                Installed sample;
                sample.settings = installSampleProject(folder, &sample.problem);
                return sample;
            }),
            this, [this](const Installed &sample) {
                if (sample.settings.isEmpty())
                    showStatus(tr("The sample could not be written: %1").arg(sample.problem));
                else
                    openPath(sample.settings);
            });
}

void MainWindow::onRunEnded(const QString &runId, const QString &title, const RunSummary &summary)
{
    Q_UNUSED(runId)
    m_notifier->runEnded(title, summary);
    showStatus(Notifier::sentence(title, summary));
}

void MainWindow::showStatus(const QString &text)
{
    m_status->setText(text);
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const QString &path : RecentFiles::list())
        m_recentMenu->addAction(QDir::toNativeSeparators(path), this,
                                [this, path] { openPath(path); });
    if (m_recentMenu->isEmpty())
        m_recentMenu->addAction(tr("None yet"))->setEnabled(false);
}

void MainWindow::updateTitle()
{
    const bool inWizard = m_places->currentWidget() == m_wizard;
    m_saveAction->setEnabled(inWizard);
    m_saveAsAction->setEnabled(inWizard);
    setWindowFilePath(inWizard ? m_wizard->documentPath() : QString());
    setWindowTitle(inWizard ? tr("%1[*] – Batchdesk").arg(m_wizard->documentTitle())
                            : QStringLiteral("Batchdesk[*]"));
    setWindowModified(inWizard && m_wizard->isDirty());
}

void MainWindow::restoreLook()
{
    resize(firstSize);
    restoreGeometry(windowSettings().value(geometryKey).toByteArray());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    windowSettings().setValue(geometryKey, saveGeometry());
    windowSettings().setValue(draftKey, m_wizard->draft());
    if (m_help)
        m_help->close();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QString path = droppedPath(event->mimeData());
    if (!path.isEmpty() && (QFileInfo(path).isDir() || path.endsWith(QLatin1String(".json"))))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = droppedPath(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openPath(path);
}

} // namespace Batchdesk
