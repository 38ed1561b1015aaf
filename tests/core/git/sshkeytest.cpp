// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// What we make is what ssh-keygen takes, and the other way round.
#include "core/git/sshkey.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Git;

namespace {

const QString comment = QStringLiteral("batchdesk-test");

class SshKeyTest : public testing::Test
{
protected:
    QString path(const char *name) const { return folder.filePath(QLatin1String(name)); }
    QByteArray keygen(const QStringList &arguments) const
    {
        QProcess process;
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(QStringLiteral("ssh-keygen"), arguments);
        EXPECT_TRUE(process.waitForFinished() && process.exitCode() == 0)
            << process.readAllStandardError().constData();
        return process.readAllStandardOutput();
    }
    QString write(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner));
        file.write(content);
        return file.fileName();
    }
    QByteArray read(const QString &file) const
    {
        QFile opened(file);
        EXPECT_TRUE(opened.open(QIODevice::ReadOnly));
        return opened.readAll();
    }
    //! A key as its user would have it.
    QByteArray made(const char *name, const QStringList &options, const char *passphrase = "") const
    {
        keygen(QStringList{QStringLiteral("-q"), QStringLiteral("-f"), path(name),
                           QStringLiteral("-N"), QLatin1String(passphrase)}
               + options);
        return read(path(name));
    }
    QString fingerprintOf(const QString &file) const
    {
        const QByteArray line = keygen({QStringLiteral("-l"), QStringLiteral("-f"), file});
        return QString::fromLatin1(line).section(QLatin1Char(' '), 1, 1);
    }
    //! Both halves are what ssh-keygen reads and belong together.
    void expectSound(const KeyPair &pair) const
    {
        const QString file = write("sound", pair.privateKey.reveal());
        const QByteArray derived = keygen(
            {QStringLiteral("-y"), QStringLiteral("-P"), QString(), QStringLiteral("-f"), file});
        EXPECT_EQ(derived.split(' ').value(1).trimmed(),
                  pair.publicKey.line.toLatin1().split(' ').value(1));
        EXPECT_EQ(fingerprintOf(write("sound.pub", pair.publicKey.line.toLatin1())),
                  pair.publicKey.fingerprint);
    }
    Error errorOf(const QByteArray &text, const QByteArray &passphrase = {}) const
    {
        const auto pair = importKey(Secret(text), Secret(passphrase), comment);
        EXPECT_FALSE(pair);
        return pair ? Error() : pair.error();
    }

    QTemporaryDir folder;
};

} // namespace

TEST_F(SshKeyTest, NewKeysAreThoseOfSshKeygen)
{
    const auto ed25519 = generateKey(KeyType::Ed25519, comment);
    ASSERT_TRUE(ed25519);
    EXPECT_EQ(ed25519->publicKey.type, QStringLiteral("ssh-ed25519"));
    EXPECT_TRUE(ed25519->publicKey.line.endsWith(QStringLiteral(" batchdesk-test")));
    expectSound(*ed25519);
    const auto rsa = generateKey(KeyType::Rsa4096, comment);
    ASSERT_TRUE(rsa);
    EXPECT_EQ(rsa->publicKey.type, QStringLiteral("ssh-rsa"));
    QDir().remove(path("sound"));
    QDir().remove(path("sound.pub"));
    expectSound(*rsa);
    EXPECT_TRUE(keygen({QStringLiteral("-l"), QStringLiteral("-f"), path("sound.pub")})
                    .startsWith("4096 "));
}

TEST_F(SshKeyTest, TwoNewKeysDiffer)
{
    const auto one = generateKey(KeyType::Ed25519, comment);
    const auto two = generateKey(KeyType::Ed25519, comment);
    EXPECT_NE(one->publicKey.fingerprint, two->publicKey.fingerprint);
}

TEST_F(SshKeyTest, ACommentIsOneLine)
{
    const auto pair = generateKey(KeyType::Ed25519, QStringLiteral("a\nssh-rsa AAAA b"));
    ASSERT_TRUE(pair);
    EXPECT_FALSE(pair->publicKey.line.contains(QLatin1Char('\n')));
}

TEST_F(SshKeyTest, KeysOfEveryUsualKindAreImported)
{
    const QStringList pem{QStringLiteral("-m"), QStringLiteral("PEM")};
    const QList<QStringList> kinds{{QStringLiteral("-t"), QStringLiteral("ed25519")},
                                   {QStringLiteral("-t"), QStringLiteral("rsa")},
                                   {QStringLiteral("-t"), QStringLiteral("ecdsa")},
                                   QStringList{QStringLiteral("-t"), QStringLiteral("rsa")} + pem,
                                   QStringList{QStringLiteral("-t"), QStringLiteral("ecdsa")}
                                       + pem};
    for (const QStringList &kind : kinds) {
        const QByteArray text = made("key", kind);
        const auto pair = importKey(Secret(text), {}, comment);
        ASSERT_TRUE(pair) << qPrintable(kind.join(QLatin1Char(' '))) << ": "
                          << qPrintable(pair.error().message);
        EXPECT_EQ(pair->publicKey.fingerprint, fingerprintOf(path("key.pub")));
        expectSound(*pair);
        for (const QString &file : QDir(folder.path()).entryList(QDir::Files))
            QFile::remove(folder.filePath(file));
    }
}

TEST_F(SshKeyTest, LineEndsOfWindowsAndSpacesAroundDoNoHarm)
{
    QByteArray text = made("key", {QStringLiteral("-t"), QStringLiteral("ed25519")});
    const auto pair =
        importKey(Secret("\r\n  " + text.replace("\n", "\r\n") + "\r\n"), {}, comment);
    ASSERT_TRUE(pair);
    EXPECT_FALSE(pair->privateKey.reveal().contains('\r'));
    expectSound(*pair);
}

TEST_F(SshKeyTest, APassphraseIsAskedForAndThenGone)
{
    const QList<QStringList> kinds{
        {QStringLiteral("-t"), QStringLiteral("ed25519")},
        {QStringLiteral("-t"), QStringLiteral("ecdsa")},
        {QStringLiteral("-t"), QStringLiteral("rsa")},
        {QStringLiteral("-t"), QStringLiteral("rsa"), QStringLiteral("-m"), QStringLiteral("PEM")}};
    for (const QStringList &kind : kinds) {
        const QByteArray text = made("key", kind, "correct horse");
        EXPECT_EQ(errorOf(text).code, passphraseNeeded);
        const Error wrong = errorOf(text, "wrong horse");
        EXPECT_EQ(wrong.code, passphraseWrong);
        EXPECT_FALSE(wrong.caption().contains(QStringLiteral("horse")));
        const auto pair = importKey(Secret(text), Secret("correct horse"), comment);
        ASSERT_TRUE(pair) << qPrintable(kind.join(QLatin1Char(' '))) << ": "
                          << qPrintable(pair.error().message);
        EXPECT_EQ(pair->publicKey.fingerprint, fingerprintOf(path("key.pub")));
        expectSound(*pair);
        for (const QString &file : QDir(folder.path()).entryList(QDir::Files))
            QFile::remove(folder.filePath(file));
    }
}

TEST_F(SshKeyTest, WhatIsNoPrivateKeyIsCalledByItsName)
{
    made("key", {QStringLiteral("-t"), QStringLiteral("ed25519")});
    const QByteArray publicHalf = read(path("key.pub"));
    EXPECT_TRUE(errorOf(publicHalf).message.contains(QStringLiteral("public half")));
    EXPECT_TRUE(errorOf("PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n")
                    .message.contains(QStringLiteral("PuTTY")));
    QByteArray damaged = read(path("key"));
    damaged.remove(100, 40);
    EXPECT_TRUE(errorOf(damaged).message.contains(QStringLiteral("damaged")));
    EXPECT_TRUE(errorOf("canary of a note").message.contains(QStringLiteral("not an SSH private")));
    EXPECT_TRUE(errorOf({}).message.contains(QStringLiteral("not an SSH private")));
    for (const QByteArray &text : {publicHalf, damaged, QByteArray("canary of a note")})
        EXPECT_FALSE(errorOf(text).caption().toLatin1().contains(text.mid(text.size() / 2, 12)));
}

TEST_F(SshKeyTest, NothingIsLeftBehind)
{
    const QString privateFolders = qEnvironmentVariable("XDG_RUNTIME_DIR", QDir::tempPath());
    const auto left = [&] {
        return QDir(privateFolders).entryList({QStringLiteral("batchdesk-private-*")}).size();
    };
    const auto before = left();
    const QByteArray text =
        made("key", {QStringLiteral("-t"), QStringLiteral("rsa")}, "correct horse");
    EXPECT_TRUE(importKey(Secret(text), Secret("correct horse"), comment));
    EXPECT_FALSE(importKey(Secret(text), Secret("wrong horse"), comment));
    EXPECT_EQ(left(), before);
}

TEST(PublicKey, IsReadFromItsLine)
{
    const auto pair = generateKey(KeyType::Ed25519, comment);
    const auto key = readPublicKey(QLatin1Char(' ') + pair->publicKey.line + QLatin1Char('\n'));
    ASSERT_TRUE(key);
    EXPECT_EQ(*key, pair->publicKey);
    for (const char *bad : {"", "ssh-ed25519", "ssh-ed25519 !!!!", "AAAA ssh-ed25519",
                            "-----BEGIN OPENSSH PRIVATE KEY-----"})
        EXPECT_FALSE(readPublicKey(QLatin1String(bad))) << bad;
}
