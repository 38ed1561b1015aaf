// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/reviewpage.h"

#include "core/run/azcommands.h"
#include "ui/widgets/deliver.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"
#include "ui/wizard/columns.h"
#include "ui/wizard/factsheet.h"
#include "ui/wizard/pathedit.h"
#include "ui/wizard/preflightlist.h"
#include "ui/wizard/settingsfile.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <chrono>

namespace Batchdesk {

namespace {

using Containers = Settings::CleanUp::Containers;

//! Checks ask the service: they wait until the typing is over.
constexpr std::chrono::milliseconds checkDelay(500);
constexpr std::chrono::seconds copiedShown(2);

QLabel *headline(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    return label;
}

} // namespace

ReviewPage::ReviewPage(SettingsFile *document, Preflight preflight, QWidget *parent)
    : WizardPage(WizardStep::Review,
                 tr("Everything that a launch will do. Nothing has been created so far."), document,
                 parent)
    , m_preflight(std::move(preflight))
{
    pageLayout()->addWidget(new Columns(makeFacts(), 1, makeChoices(), 1, this));
    pageLayout()->addStretch(1);
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(checkDelay);
    connect(&m_checkSoon, &QTimer::timeout, this, &ReviewPage::check);
    m_copied.setSingleShot(true);
    m_copied.setInterval(copiedShown);
    connect(&m_copied, &QTimer::timeout, this,
            [this] { m_copyAz->setText(tr("Copy as a&z commands")); });
}

QWidget *ReviewPage::makeFacts()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    m_facts = new FactSheet(side);
    m_facts->setObjectName(QStringLiteral("reviewFacts"));
    m_noFacts = new QLabel(side);
    m_noFacts->setWordWrap(true);
    layout->addWidget(m_facts);
    layout->addWidget(m_noFacts);
    layout->addStretch(1);
    return side;
}

QWidget *ReviewPage::makeChoices()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep);
    addButtons(layout);
    addChecks(layout);
    addResults(layout);
    addCleanUp(layout);
    layout->addStretch(1);
    return side;
}

void ReviewPage::addChecks(QVBoxLayout *layout)
{
    auto *head = new QHBoxLayout;
    head->addWidget(headline(tr("Checks before the launch"), this), 1);
    auto *again = new QPushButton(themedIcon(QStringLiteral("refresh")), tr("&Check again"), this);
    again->setObjectName(QStringLiteral("checkAgainButton"));
    head->addWidget(again);
    m_checks = new PreflightList(this);
    m_checks->setObjectName(QStringLiteral("preflightList"));
    layout->addLayout(head);
    layout->addWidget(m_checks);
    // The files may be what is wrong; the checks follow once they have been looked at.
    connect(again, &QPushButton::clicked, this, &WizardPage::relistRequested);
}

void ReviewPage::addResults(QVBoxLayout *layout)
{
    m_folder = new PathEdit(PathEdit::Kind::Folder, tr("Results folder"), this);
    m_folder->lineEdit()->setObjectName(QStringLiteral("resultsFolderEdit"));
    addField(layout, tr("&Results folder"), m_folder, {QStringLiteral("$.outputs.folder")})
        ->setHint(tr("Each run gets a folder of its own in it."));
    connect(m_folder, &PathEdit::edited, this, &ReviewPage::takeFolder);
    connect(m_folder, &PathEdit::chosen, this,
            [this](const QString &path) { takeFolder(this->document().pathFor(path)); });
    m_container = new QLineEdit(this);
    m_container->setObjectName(QStringLiteral("outputContainerEdit"));
    m_container->setPlaceholderText(tr("One made for this run"));
    addField(layout, tr("C&ontainer for the results"), m_container,
             {QStringLiteral("$.outputs.container")});
    connect(m_container, &QLineEdit::textEdited, this, [this](const QString &text) {
        edit(QStringLiteral("$.outputs.container"),
             [&](Settings &s) { s.outputs.container = text; });
    });
}

void ReviewPage::addCleanUp(QVBoxLayout *layout)
{
    auto *box = new QWidget(this);
    auto *inner = new QVBoxLayout(box);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(gridStep);
    m_removePool = new QCheckBox(tr("Remove the &pool, so that it costs nothing more"), box);
    m_removePool->setObjectName(QStringLiteral("removePoolCheck"));
    m_removeJob = new QCheckBox(tr("Remove the &job and its list of tasks"), box);
    m_removeJob->setObjectName(QStringLiteral("removeJobCheck"));
    m_removeContainers = new QComboBox(box);
    m_removeContainers->setObjectName(QStringLiteral("removeContainersCombo"));
    m_removeContainers->setAccessibleName(tr("Containers when it is done"));
    m_removeContainers->addItem(tr("Remove the copies of program and inputs"),
                                int(Containers::Inputs));
    m_removeContainers->addItem(tr("Remove all containers once the results are here"),
                                int(Containers::All));
    m_removeContainers->addItem(tr("Keep all containers"), int(Containers::Keep));
    m_removeContainers->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_removeContainers->setMinimumContentsLength(18);
    inner->addWidget(m_removePool);
    inner->addWidget(m_removeJob);
    inner->addWidget(m_removeContainers);
    box->setFocusProxy(m_removePool);
    addField(layout, tr("When it is done"), box, {QStringLiteral("$.cleanUp")});
    connect(m_removePool, &QCheckBox::toggled, this, [this](bool on) {
        edit(QStringLiteral("$.cleanUp.pool"), [on](Settings &s) { s.cleanUp.pool = on; });
    });
    connect(m_removeJob, &QCheckBox::toggled, this, [this](bool on) {
        edit(QStringLiteral("$.cleanUp.job"), [on](Settings &s) { s.cleanUp.job = on; });
    });
    connect(m_removeContainers, &QComboBox::activated, this, [this] {
        const auto chosen = Containers(m_removeContainers->currentData().toInt());
        edit(QStringLiteral("$.cleanUp.containers"),
             [chosen](Settings &s) { s.cleanUp.containers = chosen; });
    });
}

void ReviewPage::addButtons(QVBoxLayout *layout)
{
    auto *row = new FlowLayout(gridStep);
    auto *save = new QPushButton(themedIcon(QStringLiteral("save")), tr("&Save settings…"), this);
    save->setObjectName(QStringLiteral("saveSettingsButton"));
    connect(save, &QPushButton::clicked, this, &ReviewPage::saveRequested);
    m_copyAz =
        new QPushButton(themedIcon(QStringLiteral("copy")), tr("Copy as a&z commands"), this);
    m_copyAz->setObjectName(QStringLiteral("copyAzButton"));
    m_copyAz->setToolTip(tr("A script that does the same with Microsoft's az program. Keys are "
                            "variables in it."));
    connect(m_copyAz, &QPushButton::clicked, this, &ReviewPage::copyAzCommands);
    row->addWidget(save);
    row->addWidget(m_copyAz);
    layout->addLayout(row);
}

void ReviewPage::takeFolder(const QString &folder)
{
    edit(QStringLiteral("$.outputs.folder"), [&](Settings &s) { s.outputs.folder = folder; });
    m_folder->setPath(folder);
}

void ReviewPage::showSettings()
{
    const Settings &settings = document().settings();
    m_folder->setBaseFolder(document().baseFolder());
    m_folder->setPath(settings.outputs.folder);
    if (m_container->text() != settings.outputs.container)
        m_container->setText(settings.outputs.container);
    m_removeJob->setChecked(settings.cleanUp.job);
    m_removePool->setChecked(settings.cleanUp.pool);
    m_removeContainers->setCurrentIndex(
        m_removeContainers->findData(int(settings.cleanUp.containers)));
}

void ReviewPage::showDraft(const DraftPtr &draft)
{
    m_draft = draft;
    const bool planned = draft && draft->ok();
    m_facts->setVisible(planned);
    m_noFacts->setVisible(!planned);
    m_copyAz->setEnabled(planned);
    if (planned)
        m_facts->setSections(reviewFacts(*draft));
    else
        m_noFacts->setText(draft ? tr("There is no plan yet: something above has to be mended "
                                      "first.")
                                 : tr("The plan is being made."));
    ++m_generation;
    m_mayLaunch = false;
    if (!planned) {
        m_checkSoon.stop();
        m_checks->setText(tr("They run as soon as there is a plan."));
        setChecking(false);
    } else if (m_entered) {
        setChecking(true);
        m_checkSoon.start();
    }
    Q_EMIT checksChanged();
}

void ReviewPage::entered()
{
    m_entered = true;
    // The files may have changed since; a new plan brings the checks with it.
    Q_EMIT relistRequested();
}

void ReviewPage::left()
{
    m_entered = false;
    m_checkSoon.stop();
    ++m_generation;
    m_mayLaunch = false;
    setChecking(false);
}

void ReviewPage::setChecking(bool checking)
{
    m_checking = checking;
    if (checking)
        m_checks->setText(tr("Checking…"));
}

void ReviewPage::check()
{
    if (!m_draft || !m_draft->ok() || !m_entered)
        return;
    setChecking(true);
    const quint64 asked = ++m_generation;
    deliver(m_preflight(m_draft->result.plan, m_draft->stamp), this,
            [this, asked](const QList<PreflightCheck> &checks) {
                if (asked == m_generation)
                    takeChecks(checks);
            });
}

void ReviewPage::takeChecks(const QList<PreflightCheck> &checks)
{
    setChecking(false);
    m_mayLaunch = Batchdesk::mayLaunch(checks);
    m_checks->setChecks(checks);
    Q_EMIT checksChanged();
}

void ReviewPage::copyAzCommands()
{
    if (!m_draft || !m_draft->ok())
        return;
    m_copyAz->setEnabled(false);
    deliver(QtConcurrent::run([draft = m_draft] { return azCommands(draft->result.plan); }), this,
            [this](const QString &script) {
                QGuiApplication::clipboard()->setText(script);
                m_copyAz->setEnabled(true);
                m_copyAz->setText(tr("Copied"));
                m_copied.start();
            });
}

} // namespace Batchdesk
