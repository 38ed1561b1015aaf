// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/credentialform.h"

#include "ui/panes/accounts/pageparts.h"
#include "ui/panes/accounts/textfield.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTimer>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

//! Most keychains answer at once; a word about waiting would only flicker.
constexpr int quietWaitMs = 400;

} // namespace

CredentialForm::CredentialForm(Git::Credentials *credentials, const QString &prefix,
                               const QString &verb, QWidget *parent)
    : QFrame(parent)
    , m_credentials(credentials)
    , m_prefix(prefix)
    , m_notice(new Notice(this))
{
    setObjectName(prefix + QStringLiteral("Form"));
    setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * gridStep, 2 * gridStep, 2 * gridStep, 2 * gridStep);
    layout->setSpacing(2 * gridStep);
    m_title = addHeading(layout, {});
    m_fields = new QVBoxLayout;
    m_fields->setSpacing(2 * gridStep);
    layout->addLayout(m_fields);
    addKeepChoice();
    layout->addWidget(m_notice);
    addButtons(verb);
    setMaximumWidth(readingWidth());
    hide();
}

void CredentialForm::addKeepChoice()
{
    auto *choice = new QWidget(this);
    m_inKeychain = new QRadioButton(tr("In the keychain"), choice);
    m_inKeychain->setObjectName(m_prefix + QStringLiteral("InKeychainButton"));
    m_thisSession = new QRadioButton(tr("For this session only"), choice);
    m_thisSession->setObjectName(m_prefix + QStringLiteral("ThisSessionButton"));
    auto *column = new QVBoxLayout(choice);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridStep / 2);
    column->addWidget(m_inKeychain, 0, Qt::AlignLeft);
    column->addWidget(m_thisSession, 0, Qt::AlignLeft);
    static_cast<QVBoxLayout *>(layout())->addWidget(new Field(tr("Keep"), choice, this));
}

void CredentialForm::addButtons(const QString &verb)
{
    m_do = new QPushButton(verb, this);
    m_do->setObjectName(m_prefix + QStringLiteral("DoButton"));
    makePrimary(m_do);
    auto *cancel = new QPushButton(tr("&Cancel"), this);
    cancel->setObjectName(m_prefix + QStringLiteral("CancelButton"));
    auto *row = new FlowLayout(gridStep);
    row->addWidget(m_do);
    row->addWidget(cancel);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_do, &QPushButton::clicked, this, [this] { begin(chosenKeep()); });
    connect(cancel, &QPushButton::clicked, this, &CredentialForm::close);
}

TextField *CredentialForm::addNameField(const QString &hint)
{
    auto *field = new TextField(
        tr("Name"), m_prefix + QStringLiteral("NameEdit"),
        [this](const QString &text) {
            return text.isEmpty() ? Outcome<void>(Error::invalidInput(tr("Give it a name")))
                                  : m_credentials->checkFree(text);
        },
        this);
    field->field()->setHint(hint);
    addField(field);
    return field;
}

void CredentialForm::addField(TextField *field)
{
    m_fields->addWidget(field->field());
    connect(field, &TextField::edited, this, [this] {
        if (!m_waiting)
            m_notice->clear();
    });
    connect(field->edit(), &QLineEdit::returnPressed, this, [this] { begin(chosenKeep()); });
}

void CredentialForm::setTitle(const QString &title)
{
    m_title->setText(title);
}

void CredentialForm::open()
{
    if (isHidden()) {
        clear();
        m_notice->clear();
        m_inKeychain->setChecked(true);
        show();
    }
    firstEditor()->setFocus();
}

void CredentialForm::close()
{
    if (m_waiting)
        m_abandoned.insert(m_attempt);
    m_waiting = false;
    ++m_attempt;
    clear();
    m_notice->clear();
    hide();
}

CredentialForm::Keep CredentialForm::chosenKeep() const
{
    return m_thisSession->isChecked() ? Keep::ThisSession : Keep::InKeychain;
}

void CredentialForm::begin(Keep keep)
{
    // Not by a disabled button, which would hand its focus on. Only who will not wait for the
    // keychain begins a second time.
    if ((m_waiting && keep == Keep::InKeychain) || !reveal())
        return;
    m_notice->clear();
    m_waiting = true;
    const int number = ++m_attempt;
    QTimer::singleShot(quietWaitMs, this, [this, number] { showWaiting(number); });
    start(keep, number);
}

void CredentialForm::finish(int number, const Outcome<Git::Credential> &outcome)
{
    if (m_abandoned.remove(number)) {
        if (outcome)
            (void)m_credentials->remove(outcome->name);
        return;
    }
    // An earlier attempt that came through after all is as good as the latest.
    if (outcome) {
        m_waiting = false;
        close();
        Q_EMIT kept(*outcome);
        return;
    }
    if (number != m_attempt)
        return;
    m_waiting = false;
    m_notice->clear();
    if (explain(outcome.error()))
        return;
    m_notice->show(outcome.error());
    if (outcome.error().kind != Error::Kind::Keychain)
        return;
    offerSession();
    auto *again = m_notice->addButton(tr("T&ry again"), QStringLiteral("tryAgainButton"));
    connect(again, &QPushButton::clicked, this, [this] { begin(Keep::InKeychain); });
}

bool CredentialForm::explain(const Error &)
{
    return false;
}

void CredentialForm::showWaiting(int number)
{
    if (!m_waiting || number != m_attempt)
        return;
    m_notice->show(Tone::Busy, m_waitingText);
    if (chosenKeep() == Keep::InKeychain)
        offerSession();
}

void CredentialForm::offerSession()
{
    auto *session =
        m_notice->addButton(tr("&Keep for this session only"), QStringLiteral("sessionOnlyButton"));
    connect(session, &QPushButton::clicked, this, [this] { begin(Keep::ThisSession); });
}

} // namespace Batchdesk
