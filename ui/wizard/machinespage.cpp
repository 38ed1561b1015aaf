// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/machinespage.h"

#include "core/plan/imagecatalogue.h"
#include "core/run/accounts.h"
#include "ui/widgets/theme.h"
#include "ui/wizard/columns.h"
#include "ui/wizard/durationedit.h"
#include "ui/wizard/machinewords.h"
#include "ui/wizard/pathedit.h"
#include "ui/wizard/settingsfile.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

constexpr int mostNodes = 100000;
constexpr int mostSlots = 256;
constexpr int mostRetries = 100;

QVBoxLayout *columnLayout(QWidget *column)
{
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep);
    return layout;
}

//! A long entry must not make the page wider than its window.
void letShrink(QComboBox *combo)
{
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(18);
}

} // namespace

MachinesPage::MachinesPage(SettingsFile *document, QWidget *parent)
    : WizardPage(WizardStep::Machines,
                 tr("The machines that do the work. They are made for this run, and removed when "
                    "it is done."),
                 document, parent)
{
    pageLayout()->addWidget(new Columns(makeWhere(), 1, makeHow(), 1, this));
    pageLayout()->addStretch(1);
    setAccounts({});
}

QWidget *MachinesPage::makeWhere()
{
    auto *column = new QWidget(this);
    auto *layout = columnLayout(column);
    addAccount(layout);
    addImage(layout);
    addVmSize(layout);
    addNodes(layout);
    layout->addStretch(1);
    return column;
}

QWidget *MachinesPage::makeHow()
{
    auto *column = new QWidget(this);
    auto *layout = columnLayout(column);
    addStartTask(layout);
    addJob(layout);
    layout->addStretch(1);
    return column;
}

void MachinesPage::addAccount(QVBoxLayout *layout)
{
    auto *editor = new QWidget(this);
    m_account = new QComboBox(editor);
    m_account->setObjectName(QStringLiteral("accountCombo"));
    m_account->setAccessibleName(tr("Account"));
    letShrink(m_account);
    auto *manage = new QPushButton(tr("Accounts…"), editor);
    manage->setObjectName(QStringLiteral("manageAccountsButton"));
    auto *row = new QHBoxLayout(editor);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gridStep);
    row->addWidget(m_account, 1);
    row->addWidget(manage);
    editor->setFocusProxy(m_account);
    m_accountField = addField(layout, tr("&Account"), editor, {QStringLiteral("$.account")});
    connect(manage, &QPushButton::clicked, this, &MachinesPage::accountsRequested);
    connect(m_account, &QComboBox::activated, this, [this] {
        const QString name = m_account->currentData().toString();
        edit(QStringLiteral("$.account"), [&](Settings &s) { s.account = name; });
        showAccount(name);
        showWhatMatters();
    });
    m_localNote = new QLabel(tr("The nodes are processes on this computer: they need no account, "
                                "cost nothing, and use its own system and processors. System and "
                                "VM size matter when you choose an Azure account."),
                             this);
    m_localNote->setWordWrap(true);
    layout->addWidget(m_localNote);
}

void MachinesPage::addImage(QVBoxLayout *layout)
{
    m_image = new QComboBox(this);
    m_image->setObjectName(QStringLiteral("imageCombo"));
    letShrink(m_image);
    for (const CatalogueImage &entry : ImageCatalogue::shipped().images())
        m_image->addItem(entry.title, entry.image.name);
    m_imageField =
        addField(layout, tr("Operating s&ystem"), m_image, {QStringLiteral("$.pool.image")});
    connect(m_image, &QComboBox::activated, this, [this] {
        const QString name = m_image->currentData().toString();
        if (name.isEmpty())
            return; // the one that is spelled out in the file, which is chosen already
        edit(QStringLiteral("$.pool.image"), [&](Settings &s) {
            s.pool.image = {};
            s.pool.image.name = name;
        });
        showImage(this->document().settings().pool.image);
    });
}

void MachinesPage::addVmSize(QVBoxLayout *layout)
{
    m_vmSize = new QComboBox(this);
    m_vmSize->setObjectName(QStringLiteral("vmSizeCombo"));
    m_vmSize->setEditable(true);
    m_vmSize->setInsertPolicy(QComboBox::NoInsert);
    letShrink(m_vmSize);
    for (const CatalogueVmSize &size : ImageCatalogue::shipped().vmSizes())
        m_vmSize->addItem(vmSizeWords(size), size.name);
    m_vmSizeField = addField(layout, tr("&VM size"), m_vmSize, {QStringLiteral("$.pool.vmSize")});
    connect(m_vmSize, &QComboBox::currentTextChanged, this, [this] {
        const QString name = typedVmSize();
        edit(QStringLiteral("$.pool.vmSize"), [&](Settings &s) { s.pool.vmSize = name; });
        m_vmSizeField->setHint(vmSizeHint(name));
        showWhatMatters();
    });
}

QSpinBox *MachinesPage::addNumber(QVBoxLayout *layout, const QString &label, const QString &name,
                                  const QString &jsonPath, int low, int high, Change change)
{
    auto *spin = new QSpinBox(this);
    spin->setObjectName(name);
    spin->setRange(low, high);
    addField(layout, label, spin, {jsonPath});
    connect(spin, &QSpinBox::valueChanged, this, [this, jsonPath, change](int value) {
        edit(jsonPath, [&](Settings &s) { change(s, value); });
        showWhatMatters();
    });
    return spin;
}

void MachinesPage::addNodes(QVBoxLayout *layout)
{
    auto *dedicated = new QVBoxLayout;
    auto *spot = new QVBoxLayout;
    auto *slotsLayout = new QVBoxLayout;
    m_nodes = addNumber(dedicated, tr("D&edicated nodes"), QStringLiteral("nodesSpin"),
                        QStringLiteral("$.pool.dedicatedNodes"), 0, mostNodes,
                        [](Settings &s, int value) { s.pool.dedicatedNodes = value; });
    m_spot = addNumber(spot, tr("S&pot nodes"), QStringLiteral("spotSpin"),
                       QStringLiteral("$.pool.spotNodes"), 0, mostNodes,
                       [](Settings &s, int value) { s.pool.spotNodes = value; });
    m_spotField = qobject_cast<Field *>(m_spot->parentWidget());
    m_spotField->setHint(tr("Cheaper; the service may take them away, and the task starts anew."));
    m_slots = addNumber(slotsLayout, tr("Tasks at a time on a n&ode"), QStringLiteral("slotsSpin"),
                        QStringLiteral("$.pool.slotsPerNode"), 1, mostSlots,
                        [](Settings &s, int value) { s.pool.slotsPerNode = value; });
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridStep);
    for (QVBoxLayout *each : {dedicated, slotsLayout, spot}) {
        each->addStretch(1);
        row->addLayout(each, 1);
    }
    layout->addLayout(row);
    m_capacity = new QLabel(this);
    m_capacity->setWordWrap(true);
    layout->addWidget(m_capacity);
}

void MachinesPage::addStartTask(QVBoxLayout *layout)
{
    using Kind = StartTaskChoice::Kind;
    m_startTask = new QComboBox(this);
    m_startTask->setObjectName(QStringLiteral("startTaskCombo"));
    letShrink(m_startTask);
    m_startTask->addItem(tr("Install Python 3"), int(Kind::Python3));
    m_startTask->addItem(tr("Run a script of mine"), int(Kind::Script));
    m_startTask->addItem(tr("Run a command line"), int(Kind::Command));
    m_startTask->addItem(tr("Nothing"), int(Kind::None));
    addField(layout, tr("&When a node starts"), m_startTask, {QStringLiteral("$.pool.startTask")})
        ->setHint(tr("Your program and its requirements.txt are taken care of after "
                     "that."));
    connect(m_startTask, &QComboBox::activated, this, [this] {
        const auto kind = Kind(m_startTask->currentData().toInt());
        edit(QStringLiteral("$.pool.startTask"),
             [kind](Settings &s) { s.pool.startTask.kind = kind; });
        showStartTask(this->document().settings().pool.startTask);
    });

    m_script = new PathEdit(PathEdit::Kind::File, tr("Start script"), this);
    m_script->lineEdit()->setObjectName(QStringLiteral("startScriptEdit"));
    m_scriptField = addField(layout, tr("Start s&cript"), m_script,
                             {QStringLiteral("$.pool.startTask.script")});
    const auto takeScript = [this](const QString &path) {
        edit(QStringLiteral("$.pool.startTask.script"),
             [&](Settings &s) { s.pool.startTask.script = path; });
        m_script->setPath(path);
    };
    connect(m_script, &PathEdit::edited, this, takeScript);
    connect(m_script, &PathEdit::chosen, this, [this, takeScript](const QString &path) {
        takeScript(this->document().pathFor(path));
    });

    m_startCommand =
        addText(layout, tr("Start co&mmand line"), QStringLiteral("startCommandEdit"),
                QStringLiteral("$.pool.startTask.command"),
                [](Settings &s, const QString &text) { s.pool.startTask.command = text; });
    m_startCommandField = qobject_cast<Field *>(m_startCommand->parentWidget());
    m_elevated = new QCheckBox(tr("With administrator ri&ghts"), this);
    m_elevated->setObjectName(QStringLiteral("elevatedCheck"));
    layout->addWidget(m_elevated);
    connect(m_elevated, &QCheckBox::toggled, this, [this](bool on) {
        edit(QStringLiteral("$.pool.startTask.elevated"),
             [on](Settings &s) { s.pool.startTask.elevated = on; });
    });
}

QLineEdit *MachinesPage::addText(QVBoxLayout *layout, const QString &label, const QString &name,
                                 const QString &jsonPath,
                                 void (*change)(Settings &settings, const QString &text))
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    addField(layout, label, edit, {jsonPath});
    connect(edit, &QLineEdit::textEdited, this, [this, jsonPath, change](const QString &text) {
        this->edit(jsonPath, [&](Settings &s) { change(s, text); });
    });
    return edit;
}

void MachinesPage::addJob(QVBoxLayout *layout)
{
    m_preparation =
        addText(layout, tr("Once your program is there, &run"), QStringLiteral("preparationEdit"),
                QStringLiteral("$.job.preparation"), [](Settings &s, const QString &text) {
                    s.job.preparation.command = text;
                    s.job.preparation.kind = text.isEmpty() ? PreparationChoice::Kind::Unpack
                                                            : PreparationChoice::Kind::Command;
                });
    m_preparation->setPlaceholderText(tr("Nothing"));
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    m_retries = addNumber(left, tr("Retries of a failed tas&k"), QStringLiteral("retriesSpin"),
                          QStringLiteral("$.job.retries"), 0, mostRetries,
                          [](Settings &s, int value) { s.job.retries = value; });
    m_time = new DurationEdit(tr("Time limit of the job"), this);
    m_time->setObjectName(QStringLiteral("jobTimeEdit"));
    addField(right, tr("Time limit of the &job"), m_time,
             {QStringLiteral("$.job.maxWallClockTime")});
    connect(m_time, &DurationEdit::edited, this, [this](const auto &duration) {
        edit(QStringLiteral("$.job.maxWallClockTime"),
             [&](Settings &s) { s.job.maxWallClockTime = duration; });
    });
    m_jobId = addText(left, tr("Job i&d"), QStringLiteral("jobIdEdit"), QStringLiteral("$.job.id"),
                      [](Settings &s, const QString &text) { s.job.id = text; });
    m_poolId =
        addText(right, tr("Poo&l id"), QStringLiteral("poolIdEdit"), QStringLiteral("$.pool.id"),
                [](Settings &s, const QString &text) { s.pool.id = text; });
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridStep);
    row->addLayout(left, 1);
    row->addLayout(right, 1);
    layout->addLayout(row);
}

void MachinesPage::setAccounts(const QStringList &names)
{
    m_accounts = names;
    if (!m_accounts.contains(QStringLiteral("local")))
        m_accounts.prepend(QStringLiteral("local"));
    showAccount(document().settings().account);
}

void MachinesPage::showAccount(const QString &account)
{
    const QSignalBlocker blocker(m_account);
    QStringList names = m_accounts;
    const bool known = names.contains(account);
    if (!known)
        names << account;
    m_account->clear();
    for (const QString &name : std::as_const(names))
        m_account->addItem(Accounts::title(name), name);
    m_account->setCurrentIndex(int(names.indexOf(account)));
    m_accountField->setHint(
        known ? QString()
              : tr("This account is not set up on this computer. Add it under Accounts, or choose "
                   "another."));
}

void MachinesPage::showImage(const ImageChoice &image)
{
    const QSignalBlocker blocker(m_image);
    const bool spelledOut = image.name.isEmpty() && !image.nodeAgentSkuId.isEmpty();
    const QString name =
        image.name.isEmpty() ? ImageCatalogue::shipped().defaultImage() : image.name;
    int at = spelledOut ? -1 : m_image->findData(name);
    if (at < 0) {
        // Chosen in the file and not in the catalogue: kept, and shown as it is written.
        const QString text = spelledOut
            ? tr("As in the file: %1 %2").arg(image.reference.offer, image.reference.sku)
            : name;
        at = m_image->findData(QString());
        if (at < 0) {
            m_image->addItem(text, QString());
            at = m_image->count() - 1;
        }
        m_image->setItemText(at, text);
    }
    m_image->setCurrentIndex(at);
    m_imageField->setHint(imageNote(m_image->currentData().toString()));
}

QString MachinesPage::typedVmSize() const
{
    // What is chosen is the name and what it has; what is typed is a name alone.
    const QString text = m_vmSize->currentText();
    const int listed = m_vmSize->findText(text);
    return listed >= 0 ? m_vmSize->itemData(listed).toString() : text.trimmed();
}

void MachinesPage::showVmSize(const QString &name)
{
    const QString wanted = name.isEmpty() ? ImageCatalogue::shipped().defaultVmSize() : name;
    m_vmSizeField->setHint(vmSizeHint(wanted));
    if (typedVmSize().compare(wanted, Qt::CaseInsensitive) == 0)
        return;
    const QSignalBlocker blocker(m_vmSize);
    const int listed = m_vmSize->findData(wanted, Qt::UserRole, Qt::MatchFixedString);
    if (listed >= 0)
        m_vmSize->setCurrentIndex(listed);
    else
        m_vmSize->setEditText(wanted);
}

void MachinesPage::showStartTask(const StartTaskChoice &start)
{
    using Kind = StartTaskChoice::Kind;
    m_startTask->setCurrentIndex(m_startTask->findData(int(start.kind)));
    m_script->setBaseFolder(document().baseFolder());
    m_script->setPath(start.script);
    if (m_startCommand->text() != start.command)
        m_startCommand->setText(start.command);
    m_elevated->setChecked(start.elevated);
    m_scriptField->setVisible(start.kind == Kind::Script);
    m_startCommandField->setVisible(start.kind == Kind::Command);
    m_elevated->setVisible(start.kind == Kind::Script || start.kind == Kind::Command);
}

void MachinesPage::showWhatMatters()
{
    const Settings &settings = document().settings();
    const bool isLocal = settings.account == QLatin1String("local");
    m_localNote->setVisible(isLocal);
    m_imageField->setVisible(!isLocal || hasErrorAt(QStringLiteral("$.pool.image")));
    m_vmSizeField->setVisible(!isLocal || hasErrorAt(QStringLiteral("$.pool.vmSize")));
    m_spotField->setVisible(!isLocal || settings.pool.spotNodes > 0
                            || hasErrorAt(QStringLiteral("$.pool.spotNodes")));
    m_capacity->setText(capacityWords(settings.pool, isLocal));
}

void MachinesPage::problemsShown()
{
    showWhatMatters();
}

void MachinesPage::showSettings()
{
    const Settings &settings = document().settings();
    showAccount(settings.account);
    showImage(settings.pool.image);
    showVmSize(settings.pool.vmSize);
    m_nodes->setValue(settings.pool.dedicatedNodes);
    m_spot->setValue(settings.pool.spotNodes);
    m_slots->setValue(settings.pool.slotsPerNode);
    showStartTask(settings.pool.startTask);
    m_retries->setValue(settings.job.retries);
    m_time->setDuration(settings.job.maxWallClockTime);
    const auto show = [](QLineEdit *edit, const QString &text) {
        if (edit->text() != text)
            edit->setText(text);
    };
    show(m_preparation, settings.job.preparation.command);
    show(m_jobId, settings.job.id);
    show(m_poolId, settings.pool.id);
    showWhatMatters();
}

void MachinesPage::showDraft(const DraftPtr &draft)
{
    const QString runId = draft && draft->ok() ? draft->result.plan.runId : QString();
    m_jobId->setPlaceholderText(runId.isEmpty() ? tr("Made from the run's name and time") : runId);
    m_poolId->setPlaceholderText(tr("Like the job"));
}

} // namespace Batchdesk
