// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/importkeyform.h"

#include "ui/panes/accounts/textfield.h"
#include "ui/widgets/deliver.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace Batchdesk {

namespace {

//! The largest keys have some thousand bytes; a film that was chosen by mistake is not read.
constexpr qint64 mostBytes = 100'000;

Outcome<Secret> readKeyFile(const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return Error::io(ImportKeyForm::tr("This file cannot be read"), path,
                         ImportKeyForm::tr("Choose a private key, such as ~/.ssh/id_ed25519."));
    if (file.size() > mostBytes)
        return Error::invalidInput(
            ImportKeyForm::tr("This file is too large for a private key"), path,
            ImportKeyForm::tr("Choose a private key, such as ~/.ssh/id_ed25519."));
    return Secret(file.readAll());
}

//! A name that the file suggests: "id_ed25519" of "id_ed25519.pem".
QString nameFor(const QString &path)
{
    static const QRegularExpression other(QStringLiteral("[^A-Za-z0-9_.-]+"));
    QString name = QFileInfo(path).completeBaseName().replace(other, QStringLiteral("-"));
    while (name.startsWith(QLatin1Char('-')) || name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    return name.left(64);
}

Outcome<void> checkFile(const QString &text)
{
    return text.trimmed().isEmpty() ? Outcome<void>(
               Error::invalidInput(ImportKeyForm::tr("Choose the file of the private key")))
                                    : Outcome<void>();
}

} // namespace

ImportKeyForm::ImportKeyForm(Git::Credentials *credentials, QWidget *parent)
    : CredentialForm(credentials, QStringLiteral("importKey"), tr("I&mport key"), parent)
{
    setTitle(tr("Import an SSH key"));
    setWaitingText(tr("Opening the key, and handing it to the keychain, which may be asking you "
                      "for a password in a window of its own."));
    addFileField();
    m_passphrase = new TextField(
        tr("Passphrase of the key"), QStringLiteral("importKeyPassphraseEdit"),
        [](const QString &text) {
            return text.isEmpty() ? Outcome<void>(Error::invalidInput(tr("Enter the passphrase")))
                                  : Outcome<void>();
        },
        this);
    m_passphrase->setSecret();
    m_passphrase->field()->setHint(
        tr("It is needed this once. The key is then kept without it, for no node could ask you: "
           "the keychain protects it instead."));
    m_passphrase->field()->hide();
    addField(m_passphrase);
    m_name = addNameField(tr("Your own name for it; settings.json refers to the key by it."));
}

void ImportKeyForm::addFileField()
{
    m_file = new TextField(tr("Private key"), QStringLiteral("importKeyFileEdit"), checkFile, this);
    m_file->field()->setHint(tr("As ssh-keygen writes it. The file stays as it is."));
    m_file->edit()->setPlaceholderText(QStringLiteral("~/.ssh/id_ed25519"));
    addField(m_file);
    m_choose = new QPushButton(themedIcon(QStringLiteral("folder")), tr("Choose fi&le…"), this);
    m_choose->setObjectName(QStringLiteral("importKeyChooseButton"));
    fields()->addWidget(m_choose, 0, Qt::AlignLeft);
    connect(m_choose, &QPushButton::clicked, this, &ImportKeyForm::chooseFile);
    connect(m_file, &TextField::edited, this, [this] {
        // Another key may have none.
        m_passphrase->setText({});
        m_passphrase->field()->hide();
    });
}

void ImportKeyForm::chooseFile()
{
    const QString usual = QDir::home().filePath(QStringLiteral(".ssh"));
    auto *dialog = new QFileDialog(this, tr("Choose a private key"),
                                   QDir(usual).exists() ? usual : QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::Files | QDir::AllDirs | QDir::Hidden | QDir::NoDotAndDotDot);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportKeyForm::setFile);
    dialog->open();
}

void ImportKeyForm::setFile(const QString &path)
{
    m_file->setText(QDir::toNativeSeparators(path));
    m_passphrase->setText({});
    m_passphrase->field()->hide();
    if (m_name->text().isEmpty())
        m_name->setText(nameFor(path));
}

void ImportKeyForm::clear()
{
    m_file->setText({});
    m_name->setText({});
    m_passphrase->setText({});
    m_passphrase->field()->hide();
}

bool ImportKeyForm::reveal()
{
    bool sound = true;
    for (TextField *field : {m_file, m_passphrase, m_name}) {
        const bool fine = field->reveal();
        if (!fine && sound)
            field->edit()->setFocus();
        sound = sound && fine;
    }
    return sound;
}

void ImportKeyForm::start(Keep keep, int number)
{
    QString path = QDir::fromNativeSeparators(m_file->text().trimmed());
    if (path.startsWith(QLatin1String("~/")))
        path.replace(0, 1, QDir::homePath());
    const QString name = m_name->text();
    const Secret passphrase(m_passphrase->text().toUtf8());
    deliver(QtConcurrent::run(readKeyFile, path), this,
            [this, number, name, passphrase, keep](const Outcome<Secret> &text) {
                if (!text) {
                    finish(number, text.error());
                    return;
                }
                deliver(
                    credentials()->import(name, *text, passphrase, keep), this,
                    [this, number](const Outcome<Git::Credential> &done) { finish(number, done); });
            });
}

bool ImportKeyForm::explain(const Error &error)
{
    if (error.code == Git::passphraseNeeded) {
        m_passphrase->field()->show();
        m_passphrase->edit()->setFocus();
        return true;
    }
    if (error.code == Git::passphraseWrong) {
        m_passphrase->field()->setError(errorText(error));
        m_passphrase->edit()->selectAll();
        m_passphrase->edit()->setFocus();
        return true;
    }
    return false;
}

QWidget *ImportKeyForm::firstEditor() const
{
    return m_file->edit();
}

} // namespace Batchdesk
