// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/sshkeyspage.h"

#include "ui/panes/accounts/credentialtable.h"
#include "ui/panes/accounts/importkeyform.h"
#include "ui/panes/accounts/keyguides.h"
#include "ui/panes/accounts/newkeyform.h"
#include "ui/panes/accounts/pageparts.h"
#include "ui/widgets/deliver.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/livetable.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace Batchdesk {

namespace {

QPushButton *makeButton(const QString &icon, const QString &text, const char *name, QWidget *parent)
{
    auto *button = new QPushButton(themedIcon(icon), text, parent);
    button->setObjectName(QLatin1String(name));
    return button;
}

//! What went wrong; empty: nothing.
QString writeLine(const QString &path, const QString &line)
{
    QSaveFile file(path);
    const QByteArray text = line.toUtf8() + '\n';
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    return written && file.commit() ? QString() : file.errorString();
}

} // namespace

SshKeysPage::SshKeysPage(Git::Credentials *credentials, QWidget *parent)
    : QWidget(parent)
    , m_credentials(credentials)
{
    QVBoxLayout *layout = beginPage(this, tr("SSH keys"));
    addText(layout,
            tr("A key opens a private repository. Its public half goes to the repository's host. "
               "Its private half stays in the keychain of this system, and goes to the nodes that "
               "clone, for as long as the clone takes."));
    addForms(layout);
    m_notice = new Notice(this);
    layout->addWidget(m_notice);
    m_keys = new CredentialTable(credentials, Git::Credential::Kind::SshKey,
                                 QStringLiteral("sshKeysTable"),
                                 tr("No key yet. Make one for each thing that is to be opened: it "
                                    "can then be withdrawn without the others."),
                                 this);
    layout->addWidget(m_keys);
    addKeyActions(layout);
    m_guides = new KeyGuides(this);
    layout->addSpacing(gridStep);
    layout->addWidget(m_guides);
    layout->addStretch();
    connect(m_keys, &CredentialTable::currentChanged, this, &SshKeysPage::showCurrent);
    showCurrent();
}

void SshKeysPage::addForms(QVBoxLayout *layout)
{
    auto *newKey = makeButton(QStringLiteral("plus"), tr("N&ew key…"), "newKeyButton", this);
    auto *import = makeButton(QStringLiteral("download"), tr("&Import…"), "importKeyButton", this);
    auto *row = new FlowLayout(gridStep);
    row->addWidget(newKey);
    row->addWidget(import);
    layout->addLayout(row);
    m_newForm = new NewKeyForm(m_credentials, this);
    m_importForm = new ImportKeyForm(m_credentials, this);
    layout->addWidget(m_newForm);
    layout->addWidget(m_importForm);
    connect(newKey, &QPushButton::clicked, this, [this] {
        m_importForm->close();
        m_notice->clear();
        m_newForm->open();
    });
    connect(import, &QPushButton::clicked, this, [this] {
        m_newForm->close();
        m_notice->clear();
        m_importForm->open();
    });
    connect(m_newForm, &CredentialForm::kept, this, &SshKeysPage::onKept);
    connect(m_importForm, &CredentialForm::kept, this, &SshKeysPage::onKept);
}

void SshKeysPage::addKeyActions(QVBoxLayout *layout)
{
    m_actions = new QWidget(this);
    auto *copy = makeButton(QStringLiteral("copy"), tr("Cop&y public key"), "copyPublicKeyButton",
                            m_actions);
    auto *save = makeButton(QStringLiteral("save"), tr("Save p&ublic key…"), "savePublicKeyButton",
                            m_actions);
    auto *forgetButton =
        makeButton(QStringLiteral("trash"), tr("For&get key…"), "forgetKeyButton", m_actions);
    auto *row = new FlowLayout(gridStep, m_actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(copy);
    row->addWidget(save);
    row->addWidget(forgetButton);
    layout->addWidget(m_actions);
    connect(copy, &QPushButton::clicked, this, [this] {
        const auto key = m_keys->current();
        if (!key)
            return;
        QGuiApplication::clipboard()->setText(key->publicKey.line);
        m_notice->show(Tone::Good, tr("The public half of \"%1\" is copied.").arg(key->name));
    });
    connect(save, &QPushButton::clicked, this, &SshKeysPage::savePublicKey);
    connect(forgetButton, &QPushButton::clicked, this, &SshKeysPage::askToForget);
}

void SshKeysPage::showCurrent()
{
    const auto key = m_keys->current();
    m_actions->setVisible(key.has_value());
    m_guides->setVisible(key.has_value());
    if (key)
        m_guides->setKey(key->publicKey);
}

void SshKeysPage::onKept(const Git::Credential &credential)
{
    m_keys->select(credential.name);
    m_notice->show(
        Tone::Good,
        m_credentials->isForThisSession(credential.name)
            ? tr("\"%1\" is kept until you close the window. Give its public half to the "
                 "repository's host now.")
                  .arg(credential.name)
            : tr("\"%1\" is in the keychain. Give its public half to the repository's host now.")
                  .arg(credential.name));
    m_keys->table()->setFocus();
}

void SshKeysPage::savePublicKey()
{
    const auto key = m_keys->current();
    if (!key)
        return;
    auto *dialog = new QFileDialog(this, tr("Save the public key"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Public keys (*.pub)"), tr("All files (*)")});
    dialog->selectFile(key->name + QStringLiteral(".pub"));
    connect(
        dialog, &QFileDialog::fileSelected, this,
        [this, line = key->publicKey.line](const QString &path) { writePublicKey(path, line); });
    dialog->open();
}

void SshKeysPage::writePublicKey(const QString &path, const QString &line)
{
    deliver(QtConcurrent::run(writeLine, path, line), this, [this, path](const QString &problem) {
        const QString shown = QDir::toNativeSeparators(path);
        if (problem.isEmpty())
            m_notice->show(Tone::Good, tr("The public half is saved as %1.").arg(shown));
        else
            m_notice->show(Error::io(tr("The public key cannot be saved: %1").arg(problem), shown,
                                     tr("Choose another folder.")));
    });
}

void SshKeysPage::askToForget()
{
    const auto key = m_keys->current();
    if (!key)
        return;
    m_notice->show(Tone::Warning,
                   tr("Forget \"%1\"? Its private half is removed for good. Settings that name it "
                      "can no longer be launched. Withdraw it at the repository's host too.")
                       .arg(key->name));
    auto *forgetIt = m_notice->addButton(tr("F&orget"), QStringLiteral("confirmForgetKeyButton"));
    auto *keep = m_notice->addButton(tr("&Keep"), QStringLiteral("keepKeyButton"));
    connect(forgetIt, &QPushButton::clicked, this, [this, name = key->name] { forget(name); });
    connect(keep, &QPushButton::clicked, m_notice, &Notice::clear);
    keep->setFocus();
}

void SshKeysPage::forget(const QString &name)
{
    m_notice->clear();
    deliver(m_credentials->remove(name), this, [this](const Outcome<void> &done) {
        if (!done)
            m_notice->show(done.error());
    });
}

} // namespace Batchdesk
