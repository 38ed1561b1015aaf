// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/tokenform.h"

#include "ui/panes/accounts/textfield.h"
#include "ui/widgets/deliver.h"

#include <QLineEdit>

namespace Batchdesk {

namespace {

Outcome<void> checkHost(const QString &text)
{
    return text.trimmed().isEmpty()
        ? Outcome<void>(Error::invalidInput(TokenForm::tr("Enter the host that the token is for")))
        : Git::checkTokenHost(text);
}

Outcome<void> checkText(const QString &text)
{
    return text.isEmpty() ? Outcome<void>(Error::invalidInput(TokenForm::tr("Paste the token")))
                          : Git::checkTokenText(Secret(text.toUtf8()));
}

} // namespace

TokenForm::TokenForm(Git::Credentials *credentials, QWidget *parent)
    : CredentialForm(credentials, QStringLiteral("token"), tr("&Keep token"), parent)
{
    setWaitingText(tr("Waiting for the keychain. It may be asking you for a password in a window "
                      "of its own."));
    m_name = addNameField(tr("Your own name for it; settings.json refers to the token by it."));
    m_host = new TextField(tr("Host"), QStringLiteral("tokenHostEdit"), checkHost, this);
    m_host->edit()->setPlaceholderText(QStringLiteral("github.com"));
    m_host->field()->setHint(tr("The token is never sent to another one."));
    m_user = new TextField(tr("User name (optional)"), QStringLiteral("tokenUserEdit"),
                           Git::checkTokenUser, this);
    m_user->edit()->setPlaceholderText(QStringLiteral("git"));
    m_user->field()->setHint(tr("GitHub, GitLab and Azure Repos take any; Bitbucket wants "
                                "x-token-auth."));
    m_token = new TextField(tr("Token"), QStringLiteral("tokenEdit"), checkText, this);
    m_token->setSecret();
    m_token->field()->setHint(
        tr("Let it read this one repository and nothing else, and let it expire."));
    for (TextField *field : {m_host, m_user, m_token})
        addField(field);
}

void TokenForm::openForNew()
{
    present({});
}

void TokenForm::openFor(const Git::Credential &credential)
{
    present(credential);
}

void TokenForm::present(const std::optional<Git::Credential> &changed)
{
    const bool same =
        (changed ? changed->name : QString()) == (m_changed ? m_changed->name : QString());
    if (!same || isHidden()) {
        close();
        m_changed = changed;
    }
    setTitle(changed ? tr("Another token for \"%1\"").arg(changed->name) : tr("New token"));
    open();
}

void TokenForm::clear()
{
    m_name->setText(m_changed ? m_changed->name : QString());
    m_host->setText(m_changed ? m_changed->host : QString());
    m_user->setText(m_changed ? m_changed->user : QString());
    m_token->setText({});
    // What does not change is said in the title.
    for (TextField *field : {m_name, m_host, m_user})
        field->field()->setVisible(!m_changed);
}

bool TokenForm::reveal()
{
    bool sound = true;
    for (TextField *field : {m_name, m_host, m_user, m_token}) {
        const bool fine = field->reveal();
        if (!fine && sound)
            field->edit()->setFocus();
        sound = sound && fine;
    }
    return sound;
}

void TokenForm::start(Keep keep, int number)
{
    const Secret token(m_token->text().toUtf8());
    if (!m_changed) {
        deliver(
            credentials()->addToken(m_name->text(), m_host->text(), m_user->text(), token, keep),
            this, [this, number](const Outcome<Git::Credential> &added) { finish(number, added); });
        return;
    }
    const Git::Credential changed = *m_changed;
    deliver(credentials()->changeToken(changed.name, token, keep), this,
            [this, number, changed](const Outcome<void> &done) {
                finish(number, done ? Outcome<Git::Credential>(changed) : done.error());
            });
}

QWidget *TokenForm::firstEditor() const
{
    return m_changed ? m_token->edit() : m_name->edit();
}

} // namespace Batchdesk
