// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/newkeyform.h"

#include "ui/panes/accounts/textfield.h"
#include "ui/widgets/deliver.h"
#include "ui/widgets/theme.h"

#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace Batchdesk {

NewKeyForm::NewKeyForm(Git::Credentials *credentials, QWidget *parent)
    : CredentialForm(credentials, QStringLiteral("newKey"), tr("&Make key"), parent)
{
    setTitle(tr("New SSH key"));
    setWaitingText(tr("Making the key, and handing it to the keychain, which may be asking you for "
                      "a password in a window of its own."));
    m_name = addNameField(tr("Your own name for it; settings.json refers to the key by it."));
    addTypeChoice();
}

void NewKeyForm::addTypeChoice()
{
    auto *choice = new QWidget(this);
    m_ed25519 = new QRadioButton(QStringLiteral("Ed25519"), choice);
    m_ed25519->setObjectName(QStringLiteral("newKeyEd25519Button"));
    m_rsa = new QRadioButton(tr("RSA, 4096 bits"), choice);
    m_rsa->setObjectName(QStringLiteral("newKeyRsaButton"));
    auto *column = new QVBoxLayout(choice);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridStep / 2);
    column->addWidget(m_ed25519, 0, Qt::AlignLeft);
    column->addWidget(m_rsa, 0, Qt::AlignLeft);
    auto *field = new Field(tr("Type"), choice, this);
    field->setHint(
        tr("Ed25519 is short and fast. Azure Repos and some old servers take RSA only."));
    fields()->addWidget(field);
}

void NewKeyForm::clear()
{
    m_name->setText({});
    m_ed25519->setChecked(true);
}

bool NewKeyForm::reveal()
{
    const bool sound = m_name->reveal();
    if (!sound)
        m_name->edit()->setFocus();
    return sound;
}

void NewKeyForm::start(Keep keep, int number)
{
    const Git::KeyType type = m_rsa->isChecked() ? Git::KeyType::Rsa4096 : Git::KeyType::Ed25519;
    deliver(credentials()->generate(m_name->text(), type, keep), this,
            [this, number](const Outcome<Git::Credential> &made) { finish(number, made); });
}

QWidget *NewKeyForm::firstEditor() const
{
    return m_name->edit();
}

} // namespace Batchdesk
