// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/runwizard.h"

#include "core/run/accounts.h"
#include "core/run/rundesk.h"
#include "ui/widgets/deliver.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"
#include "ui/wizard/applicationpage.h"
#include "ui/wizard/inputpage.h"
#include "ui/wizard/machinespage.h"
#include "ui/wizard/planbuilder.h"
#include "ui/wizard/reviewpage.h"
#include "ui/wizard/settingsfile.h"
#include "ui/wizard/taskpage.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Batchdesk {

namespace {

constexpr qsizetype problemsListed = 8;

QScrollArea *scrolling(WizardPage *page, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    page->setContentsMargins(pageMargin, 0, pageMargin, 2 * gridStep);
    area->setWidget(page);
    return area;
}

QFrame *hairline(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

} // namespace

RunWizard::RunWizard(RunDesk *runs, Accounts *accounts, Git::Credentials *credentials,
                     QWidget *parent)
    : QWidget(parent)
    , m_runs(runs)
    , m_accounts(accounts)
    , m_credentials(credentials)
    , m_document(new SettingsFile(this))
    , m_builder(new PlanBuilder(this))
{
    setObjectName(QStringLiteral("runWizard"));
    makePages();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_stack, 1);
    layout->addWidget(hairline(this));
    layout->addWidget(makeFoot());
    connectDocument();
    connectPages();
    refreshAccounts();
    newDocument();
}

RunWizard::~RunWizard() = default;

void RunWizard::makePages()
{
    m_stack = new QStackedWidget(this);
    const auto check = [this](const Plan &plan, const RunStamp &stamp) {
        return preflight(m_accounts, m_credentials, plan, stamp);
    };
    m_review = new ReviewPage(m_document, check, this);
    m_pages = {new ApplicationPage(m_document, m_credentials, this),
               new InputPage(m_document, this), new TaskPage(m_document, this),
               new MachinesPage(m_document, this), m_review};
    for (WizardPage *page : std::as_const(m_pages))
        m_stack->addWidget(scrolling(page, m_stack));
}

QWidget *RunWizard::makeHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(pageMargin, 2 * gridStep, pageMargin, 2 * gridStep);
    layout->setSpacing(gridStep);
    auto *titles = new QHBoxLayout;
    auto *title = new QLabel(tr("New run"), head);
    title->setFont(titleFont());
    m_documentLabel = new QLabel(head);
    m_documentLabel->setObjectName(QStringLiteral("documentLabel"));
    m_documentLabel->setForegroundRole(QPalette::PlaceholderText);
    titles->addWidget(title);
    titles->addStretch(1);
    titles->addWidget(m_documentLabel);
    m_steps = new StepBar(head);
    m_steps->setObjectName(QStringLiteral("wizardSteps"));
    m_steps->setAccessibleName(tr("Steps"));
    layout->addLayout(titles);
    layout->addWidget(m_steps);
    const auto addNotice = [&](const QString &name) {
        auto *notice = new Notice(head);
        notice->setObjectName(name);
        layout->addWidget(notice);
        return notice;
    };
    m_failure = addNotice(QStringLiteral("failureNotice"));
    m_diskNotice = addNotice(QStringLiteral("changedOnDiskNotice"));
    m_keysNotice = addNotice(QStringLiteral("keysNotice"));
    m_unsavedNotice = addNotice(QStringLiteral("unsavedNotice"));
    m_errorsNotice = addNotice(QStringLiteral("problemsNotice"));
    m_warningsNotice = addNotice(QStringLiteral("warningsNotice"));
    return head;
}

QWidget *RunWizard::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(pageMargin, gridStep + gridStep / 2, pageMargin,
                            gridStep + gridStep / 2);
    row->setSpacing(gridStep);
    const auto addButton = [&](const QString &text, const char *name) {
        auto *button = new QPushButton(text, foot);
        button->setObjectName(QLatin1String(name));
        return button;
    };
    auto *close = addButton(tr("Close"), "closeWizardButton");
    connect(close, &QPushButton::clicked, this, &RunWizard::closed);
    m_status = new QLabel(foot);
    m_status->setObjectName(QStringLiteral("wizardStatus"));
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_status->setWordWrap(true);
    m_status->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_back = addButton(tr("&Back"), "backButton");
    m_next = addButton(tr("&Next"), "nextButton");
    m_launch = addButton(tr("&Launch"), "launchButton");
    makePrimary(m_next);
    makePrimary(m_launch);
    m_launch->setIcon(accentIcon(QStringLiteral("play")));
    connect(m_back, &QPushButton::clicked, this,
            [this] { goTo(WizardStep(qMax(0, int(current()) - 1))); });
    connect(m_next, &QPushButton::clicked, this,
            [this] { goTo(WizardStep(qMin(wizardStepCount - 1, int(current()) + 1))); });
    connect(m_launch, &QPushButton::clicked, this, &RunWizard::launch);
    row->addWidget(close);
    row->addWidget(m_status, 1);
    row->addWidget(m_back);
    row->addWidget(m_next);
    row->addWidget(m_launch);
    return foot;
}

void RunWizard::connectDocument()
{
    connect(m_document, &SettingsFile::replaced, this, &RunWizard::showDocument);
    connect(m_document, &SettingsFile::edited, this, &RunWizard::plan);
    connect(m_document, &SettingsFile::stateChanged, this, &RunWizard::showState);
    connect(m_document, &SettingsFile::saved, this, [this](const QString &path) {
        m_failure->clear();
        Q_EMIT settingsUsed(path);
        leaveUnsaved(true);
    });
    const auto fail = [this](const QList<Error> &errors) { m_failure->show(errors); };
    connect(m_document, &SettingsFile::openFailed, this, fail);
    connect(m_document, &SettingsFile::saveFailed, this,
            [fail](const Error &error) { fail({error}); });
    connect(m_builder, &PlanBuilder::busyChanged, this, &RunWizard::showButtons);
    connect(m_builder, &PlanBuilder::planned, this, [this](const DraftPtr &draft) {
        for (WizardPage *page : std::as_const(m_pages))
            page->showDraft(draft);
        showProblems();
    });
}

void RunWizard::connectPages()
{
    connect(m_steps, &StepBar::chosen, this, &RunWizard::goTo);
    for (WizardPage *page : std::as_const(m_pages))
        connect(page, &WizardPage::relistRequested, m_builder, &PlanBuilder::relist);
    const auto *application = qobject_cast<ApplicationPage *>(page(WizardStep::Application));
    connect(application, &ApplicationPage::projectChosen, this, &RunWizard::newFrom);
    connect(application, &ApplicationPage::sshKeysRequested, this, &RunWizard::sshKeysRequested);
    connect(application, &ApplicationPage::trustedHostsRequested, this,
            &RunWizard::trustedHostsRequested);
    connect(qobject_cast<MachinesPage *>(page(WizardStep::Machines)),
            &MachinesPage::accountsRequested, this, &RunWizard::accountsRequested);
    connect(m_review, &ReviewPage::checksChanged, this, &RunWizard::showButtons);
    connect(m_review, &ReviewPage::saveRequested, this, [this] { save(); });
    connect(m_accounts, &Accounts::changed, this, &RunWizard::refreshAccounts);
}

void RunWizard::refreshAccounts()
{
    QStringList names{QStringLiteral("local")};
    if (Accounts::hasEnvironment())
        names << QStringLiteral("env");
    if (const auto profiles = m_accounts->profiles()) {
        for (const AccountProfile &profile : *profiles)
            names << profile.name;
    }
    qobject_cast<MachinesPage *>(page(WizardStep::Machines))->setAccounts(names);
}

void RunWizard::newDocument()
{
    m_document->newDocument();
    goTo(WizardStep::Application);
}

void RunWizard::newFrom(const QString &folder)
{
    replaceBy([this, folder] { m_document->newFrom(folder); });
}

void RunWizard::open(const QString &settingsPath)
{
    replaceBy([this, settingsPath] { m_document->open(settingsPath); });
}

void RunWizard::replaceBy(const std::function<void()> &next)
{
    m_afterwards = next;
    if (!isDirty()) {
        leaveUnsaved(true);
        return;
    }
    m_unsavedNotice->show(Tone::Warning,
                          tr("%1 has changes that are not saved.").arg(documentTitle()));
    connect(m_unsavedNotice->addButton(tr("Save first"), QStringLiteral("saveFirstButton")),
            &QPushButton::clicked, this, [this] { save(); });
    connect(m_unsavedNotice->addButton(tr("Discard the changes"), QStringLiteral("discardButton")),
            &QPushButton::clicked, this, [this] { leaveUnsaved(true); });
    connect(m_unsavedNotice->addButton(tr("Stay here"), QStringLiteral("stayButton")),
            &QPushButton::clicked, this, [this] { leaveUnsaved(false); });
}

void RunWizard::leaveUnsaved(bool goOn)
{
    m_unsavedNotice->clear();
    const auto next = std::exchange(m_afterwards, nullptr);
    if (!goOn || !next)
        return;
    goTo(WizardStep::Application);
    next();
}

bool RunWizard::save()
{
    if (m_document->isUntitled()) {
        saveAs();
        return false;
    }
    m_document->save();
    return true;
}

void RunWizard::saveAs()
{
    const QString start = m_document->isUntitled()
        ? QDir(m_document->baseFolder()).filePath(QStringLiteral("settings.json"))
        : m_document->path();
    auto *dialog =
        new QFileDialog(this, tr("Save settings"), start, tr("Settings (*.json);;All files (*)"));
    dialog->setObjectName(QStringLiteral("saveSettingsDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, m_document, &SettingsFile::saveAs);
    dialog->open();
}

bool RunWizard::isDirty() const
{
    return m_document->isDirty();
}

QString RunWizard::documentTitle() const
{
    return m_document->title();
}

QByteArray RunWizard::draft() const
{
    return m_document->draft();
}

void RunWizard::restore(const QByteArray &draft)
{
    m_document->restore(draft);
}

QString RunWizard::documentPath() const
{
    return m_document->path();
}

WizardStep RunWizard::current() const
{
    return WizardStep(m_stack->currentIndex());
}

void RunWizard::goTo(WizardStep step)
{
    if (current() == WizardStep::Review && step != WizardStep::Review)
        m_review->left();
    if (step != current())
        m_visited << int(current());
    // Whoever goes on by the keyboard finds the cursor on the button that goes on.
    m_focusLaunch = step == WizardStep::Review && m_next->hasFocus();
    m_stack->setCurrentIndex(int(step));
    m_steps->setCurrent(step);
    page(step)->refresh();
    page(step)->entered();
    showProblems();
}

void RunWizard::showDocument()
{
    m_failure->clear();
    m_builder->startAnew();
    // A file was filled in by somebody; an empty document has no mistakes yet.
    m_visited.clear();
    if (!m_document->isUntitled()) {
        for (int step = 0; step < wizardStepCount; ++step)
            m_visited << step;
        Q_EMIT settingsUsed(m_document->path());
    }
    for (WizardPage *page : std::as_const(m_pages)) {
        page->refresh();
        page->showDraft({});
    }
    plan();
}

void RunWizard::plan()
{
    m_builder->plan(m_document->settings(), m_document->baseFolder());
    showProblems();
}

void RunWizard::showState()
{
    QString text = m_document->title();
    if (m_document->isDirty())
        text += tr(", not saved");
    m_documentLabel->setText(text);
    m_documentLabel->setToolTip(QDir::toNativeSeparators(m_document->path()));
    showFileNotices();
    Q_EMIT documentChanged();
}

void RunWizard::showFileNotices()
{
    if (m_document->isChangedOnDisk()) {
        m_diskNotice->show(
            Tone::Warning,
            tr("%1 was changed or removed by another program.").arg(m_document->title()));
        connect(m_diskNotice->addButton(tr("Load it again"), QStringLiteral("reloadButton")),
                &QPushButton::clicked, m_document, &SettingsFile::reload);
        connect(m_diskNotice->addButton(tr("Keep mine"), QStringLiteral("keepMineButton")),
                &QPushButton::clicked, m_document, &SettingsFile::keepMine);
    } else {
        m_diskNotice->clear();
    }
    if (m_document->holdsKeys()) {
        m_keysNotice->show(Tone::Warning,
                           tr("This file holds keys of an account. They belong into Accounts: add "
                              "the account there, and choose it under Machines. They are not used "
                              "here, and saving the settings removes them from the file."));
        connect(m_keysNotice->addButton(tr("Accounts…"), QStringLiteral("keysAccountsButton")),
                &QPushButton::clicked, this, &RunWizard::accountsRequested);
    } else {
        m_keysNotice->clear();
    }
}

void RunWizard::showProblems()
{
    m_problems = problemsOf(*m_document, m_builder->draft());
    QList<Problem> rest;
    for (WizardPage *page : std::as_const(m_pages)) {
        const QList<Problem> left = page->showProblems(m_problems);
        if (page->step() == current())
            rest = left;
    }
    // The review lists them all, wherever their fields are.
    if (current() == WizardStep::Review) {
        for (const Problem &problem : std::as_const(m_problems)) {
            if (problem.step != WizardStep::Review)
                rest << problem;
        }
    }
    showProblemList(rest);
    showStepStates();
    showButtons();
}

void RunWizard::showProblemList(const QList<Problem> &rest)
{
    QList<Error> errors;
    QStringList warnings;
    QList<WizardStep> steps;
    bool fromFile = false;
    for (const Problem &problem : rest) {
        if (problem.isWarning) {
            warnings << errorText(problem.error);
            continue;
        }
        errors << problem.error;
        fromFile = fromFile || m_document->errors().contains(problem.error);
        if (problem.step != current() && !steps.contains(problem.step))
            steps << problem.step;
    }
    const qsizetype more = errors.size() - problemsListed;
    if (more > 0) {
        errors.resize(problemsListed);
        errors << Error::invalidInput(tr("And %n more", nullptr, int(more)));
    }
    m_errorsNotice->show(errors);
    for (const WizardStep step : std::as_const(steps)) {
        auto *button = m_errorsNotice->addButton(tr("Go to %1").arg(stepTitle(step)),
                                                 QStringLiteral("goToStep%1").arg(int(step) + 1));
        connect(button, &QPushButton::clicked, this, [this, step] {
            goTo(step);
            page(step)->focusProblem();
        });
    }
    if (fromFile)
        connect(m_errorsNotice->addButton(tr("Leave out what is wrong"),
                                          QStringLiteral("dropErrorsButton")),
                &QPushButton::clicked, m_document, &SettingsFile::dropErrors);
    warnings = warnings.mid(0, problemsListed);
    if (warnings.isEmpty())
        m_warningsNotice->clear();
    else
        m_warningsNotice->show(Tone::Warning, warnings.join(QLatin1Char('\n')));
}

void RunWizard::showStepStates()
{
    for (int i = 0; i < wizardStepCount; ++i) {
        const auto step = WizardStep(i);
        const bool wrong =
            std::any_of(m_problems.begin(), m_problems.end(), [step](const Problem &problem) {
                return problem.step == step && !problem.isWarning;
            });
        auto state = StepButton::State::Open;
        if (m_visited.contains(i) && wrong)
            state = StepButton::State::Problem;
        else if (m_visited.contains(i) && step != WizardStep::Review)
            state = StepButton::State::Done;
        m_steps->setState(step, state);
    }
}

QString RunWizard::reasonAgainst(bool launching) const
{
    if (m_launching)
        return tr("Starting the run…");
    if (m_builder->isBusy())
        return tr("Looking at the settings…");
    const auto wrong =
        std::find_if(m_problems.begin(), m_problems.end(), [&](const Problem &problem) {
            return !problem.isWarning && (launching || problem.step == current());
        });
    if (wrong != m_problems.end())
        return errorText(wrong->error);
    if (!launching)
        return {};
    if (m_review->isChecking())
        return tr("Checking…");
    return m_review->mayLaunch() ? QString() : tr("A check failed; see what to do about it.");
}

void RunWizard::showButtons()
{
    const bool isLast = current() == WizardStep::Review;
    const QString reason = reasonAgainst(isLast);
    m_back->setEnabled(current() != WizardStep::Application);
    m_next->setVisible(!isLast);
    m_launch->setVisible(isLast);
    m_next->setEnabled(reason.isEmpty());
    m_launch->setEnabled(reason.isEmpty());
    m_status->setText(reason);
    m_status->setToolTip(reason);
    if (m_focusLaunch && m_launch->isEnabled()) {
        m_focusLaunch = false;
        m_launch->setFocus(Qt::OtherFocusReason);
    }
}

void RunWizard::launch()
{
    const DraftPtr draft = m_builder->draft();
    if (!draft || !draft->ok() || !reasonAgainst(true).isEmpty())
        return;
    m_failure->clear();
    m_launching = true;
    showButtons();
    deliver(m_runs->launch(draft->record()), this, [this](const Outcome<QString> &runId) {
        m_launching = false;
        if (!runId) {
            m_failure->show(runId.error());
            showButtons();
            return;
        }
        // The same document again is another run, with names of its own.
        m_builder->startAnew();
        plan();
        Q_EMIT launched(*runId);
    });
}

} // namespace Batchdesk
