// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/tokenspage.h"

#include "ui/panes/accounts/credentialtable.h"
#include "ui/panes/accounts/pageparts.h"
#include "ui/panes/accounts/tokenform.h"
#include "ui/widgets/deliver.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/livetable.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace Batchdesk {

TokensPage::TokensPage(Git::Credentials *credentials, QWidget *parent)
    : QWidget(parent)
    , m_credentials(credentials)
{
    QVBoxLayout *layout = beginPage(this, tr("Access tokens"));
    addText(layout,
            tr("A token opens a private repository over HTTPS, where SSH is not allowed. It is "
               "kept in the keychain of this system, sent to its own host only, and never part of "
               "an address or a command."));
    addForm(layout);
    m_notice = new Notice(this);
    layout->addWidget(m_notice);
    m_tokens = new CredentialTable(
        credentials, Git::Credential::Kind::Token, QStringLiteral("tokensTable"),
        tr("No token yet. Where the host offers deploy keys, an SSH key is the better choice."),
        this);
    layout->addWidget(m_tokens);
    addTokenActions(layout);
    layout->addStretch();
    const auto showActions = [this] { m_actions->setVisible(m_tokens->current().has_value()); };
    connect(m_tokens, &CredentialTable::currentChanged, this, showActions);
    showActions();
}

void TokensPage::addForm(QVBoxLayout *layout)
{
    auto *add = new QPushButton(themedIcon(QStringLiteral("plus")), tr("N&ew token…"), this);
    add->setObjectName(QStringLiteral("newTokenButton"));
    layout->addWidget(add, 0, Qt::AlignLeft);
    m_form = new TokenForm(m_credentials, this);
    layout->addWidget(m_form);
    connect(add, &QPushButton::clicked, this, [this] {
        m_notice->clear();
        m_form->openForNew();
    });
    connect(m_form, &CredentialForm::kept, this, &TokensPage::onKept);
}

void TokensPage::addTokenActions(QVBoxLayout *layout)
{
    m_actions = new QWidget(this);
    auto *change =
        new QPushButton(themedIcon(QStringLiteral("refresh")), tr("C&hange token…"), m_actions);
    change->setObjectName(QStringLiteral("changeTokenButton"));
    auto *forgetButton =
        new QPushButton(themedIcon(QStringLiteral("trash")), tr("For&get token…"), m_actions);
    forgetButton->setObjectName(QStringLiteral("forgetTokenButton"));
    auto *row = new FlowLayout(gridStep, m_actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(change);
    row->addWidget(forgetButton);
    layout->addWidget(m_actions);
    connect(change, &QPushButton::clicked, this, [this] {
        m_notice->clear();
        if (const auto token = m_tokens->current())
            m_form->openFor(*token);
    });
    connect(forgetButton, &QPushButton::clicked, this, &TokensPage::askToForget);
}

void TokensPage::onKept(const Git::Credential &credential)
{
    m_tokens->select(credential.name);
    m_notice->show(
        Tone::Good,
        m_credentials->isForThisSession(credential.name)
            ? tr("The token \"%1\" is kept until you close the window.").arg(credential.name)
            : tr("The token \"%1\" is in the keychain.").arg(credential.name));
    m_tokens->table()->setFocus();
}

void TokensPage::askToForget()
{
    const auto token = m_tokens->current();
    if (!token)
        return;
    m_notice->show(Tone::Warning,
                   tr("Forget \"%1\"? The token is removed for good. Settings that name it can no "
                      "longer be launched. Withdraw it at %2 too.")
                       .arg(token->name, token->host));
    auto *forgetIt = m_notice->addButton(tr("F&orget"), QStringLiteral("confirmForgetTokenButton"));
    auto *keep = m_notice->addButton(tr("&Keep"), QStringLiteral("keepTokenButton"));
    connect(forgetIt, &QPushButton::clicked, this, [this, name = token->name] { forget(name); });
    connect(keep, &QPushButton::clicked, m_notice, &Notice::clear);
    keep->setFocus();
}

void TokensPage::forget(const QString &name)
{
    m_notice->clear();
    m_form->close();
    deliver(m_credentials->remove(name), this, [this](const Outcome<void> &done) {
        if (!done)
            m_notice->show(done.error());
    });
}

} // namespace Batchdesk
