// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/git/sshkey.h"

#include "core/git/passphrase.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

#include <libssh/libssh.h>
#include <openssl/crypto.h>

#include <cstring>
#include <memory>
#include <optional>

namespace Batchdesk::Git {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SshKey)
};

constexpr int rsaBits = 4096;

struct KeyCloser
{
    void operator()(ssh_key key) const { ssh_key_free(key); }
};
using Key = std::unique_ptr<ssh_key_struct, KeyCloser>;

//! Lets go of what OpenSSL, below libssh, keeps for a thread: those of a pool live on for long, and
//! may end together with the program.
struct ThreadCleaner
{
    ThreadCleaner() = default;
    ~ThreadCleaner() { OPENSSL_thread_stop(); }
    Q_DISABLE_COPY_MOVE(ThreadCleaner)
};

//! Takes a text that libssh made, and overwrites it.
QByteArray taken(char *text)
{
    QByteArray bytes(text);
    std::memset(text, 0, std::size_t(bytes.size()));
    ssh_string_free_char(text);
    return bytes;
}

Error failed(const QString &what)
{
    Error error;
    error.kind = Error::Kind::Unsupported;
    error.message = what;
    return error;
}

Error protectedKey(const QString &code, const QString &message, const QString &advice)
{
    Error error = Error::invalidInput(message, {}, advice);
    error.code = code;
    return error;
}

QString oneLine(const QString &comment)
{
    return comment.simplified();
}

//! Nothing for kinds that libssh reads but does not write.
std::optional<Secret> textOf(const Key &key)
{
    char *text = nullptr;
    if (ssh_pki_export_privkey_base64(key.get(), nullptr, nullptr, nullptr, &text) != SSH_OK)
        return {};
    return Secret(taken(text));
}

Outcome<KeyPair> pairOf(const Key &key, const Secret &text, const QString &comment)
{
    KeyPair pair;
    pair.privateKey = text;
    char *base64 = nullptr;
    if (ssh_pki_export_pubkey_base64(key.get(), &base64) != SSH_OK)
        return failed(Texts::tr("The public half of the key cannot be made"));
    const QString type = QString::fromLatin1(ssh_key_type_to_char(ssh_key_type(key.get())));
    const QString line = type + QLatin1Char(' ') + QString::fromLatin1(taken(base64))
        + (oneLine(comment).isEmpty() ? QString() : QLatin1Char(' ') + oneLine(comment));
    const auto publicKey = readPublicKey(line);
    if (!publicKey)
        return publicKey.error();
    pair.publicKey = *publicKey;
    return pair;
}

//! What the text is that is no private key, as far as its beginning tells.
QString whatItIs(const QByteArray &text)
{
    if (text.startsWith("ssh-") || text.startsWith("ecdsa-"))
        return Texts::tr("This is the public half of a key; the private one is in the file without "
                         "\".pub\"");
    if (text.startsWith("PuTTY-User-Key-File"))
        return Texts::tr("This is a key of PuTTY, which the nodes' ssh does not read");
    if (text.contains("PRIVATE KEY-----"))
        return Texts::tr("This private key is damaged, or of a kind that is not known here");
    return Texts::tr("This is not an SSH private key");
}

bool isProtected(const QByteArray &text)
{
    if (text.contains("ENCRYPTED"))
        return true;
    // The name of the cipher stands near the beginning of the new format.
    const qsizetype begin = text.indexOf("OPENSSH PRIVATE KEY-----");
    if (begin < 0)
        return false;
    const QByteArray head = QByteArray::fromBase64(text.mid(text.indexOf('\n', begin), 120));
    return head.startsWith("openssh-key-v1") && !head.left(40).contains("none");
}

//! libssh would ask on the terminal when a passphrase is missing.
int noPrompt(const char *, char *, size_t, int, int, void *)
{
    return -1;
}

} // namespace

Outcome<KeyPair> generateKey(KeyType type, const QString &comment)
{
    const ThreadCleaner cleaner;
    ssh_key made = nullptr;
    const int result = type == KeyType::Ed25519 ? ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &made)
                                                : ssh_pki_generate(SSH_KEYTYPE_RSA, rsaBits, &made);
    const Key key(made);
    if (result != SSH_OK)
        return failed(Texts::tr("The key could not be made"));
    const auto text = textOf(key);
    return text ? pairOf(key, *text, comment)
                : failed(Texts::tr("The key cannot be written in a form that the nodes "
                                   "understand"));
}

Outcome<KeyPair> importKey(const Secret &text, const Secret &passphrase, const QString &comment)
{
    const ThreadCleaner cleaner;
    const QByteArray bytes = text.reveal().trimmed();
    const bool needsPassphrase = isProtected(bytes);
    if (needsPassphrase && passphrase.isEmpty())
        return protectedKey(QString(passphraseNeeded),
                            Texts::tr("This key is protected by a passphrase"),
                            Texts::tr("Enter it once: the key is then kept in the keychain, which "
                                      "protects it instead."));
    // The keys' line ends may be those of Windows.
    const Secret withUnixLines(QByteArray(bytes).replace("\r\n", "\n") + '\n');
    ssh_key read = nullptr;
    const int result = ssh_pki_import_privkey_base64(
        withUnixLines.reveal().constData(),
        needsPassphrase ? passphrase.reveal().constData() : nullptr, noPrompt, nullptr, &read);
    const Key key(read);
    if (result == SSH_OK) {
        // What needs no passphrase stays as it is.
        if (!needsPassphrase)
            return pairOf(key, withUnixLines, comment);
        if (const auto written = textOf(key))
            return pairOf(key, *written, comment);
        const auto opened = withoutPassphrase(withUnixLines, passphrase);
        return opened ? pairOf(key, *opened, comment) : opened.error();
    }
    if (needsPassphrase)
        return protectedKey(QString(passphraseWrong),
                            Texts::tr("The passphrase does not open this key"),
                            Texts::tr("Enter it again."));
    return Error::invalidInput(
        whatItIs(bytes), {},
        Texts::tr("Choose a private key as ssh-keygen writes it, such as ~/.ssh/id_ed25519."));
}

Outcome<PublicKey> readPublicKey(const QString &given)
{
    const QString line = given.trimmed();
    static const QRegularExpression form(
        QStringLiteral("^((?:ssh|ecdsa|sk)-[A-Za-z0-9@.-]+) ([A-Za-z0-9+/]+={0,3})(?: .*)?$"));
    const auto match = form.match(line);
    const auto decoded = QByteArray::fromBase64Encoding(match.captured(2).toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!match.hasMatch() || !decoded || decoded.decoded.isEmpty())
        return Error::invalidInput(Texts::tr("This is not an SSH public key"), {},
                                   Texts::tr("It begins with \"ssh-ed25519\" or \"ssh-rsa\"."));
    const QByteArray hash = QCryptographicHash::hash(decoded.decoded, QCryptographicHash::Sha256);
    PublicKey key;
    key.type = match.captured(1);
    key.line = line;
    key.fingerprint = QStringLiteral("SHA256:")
        + QString::fromLatin1(hash.toBase64(QByteArray::OmitTrailingEquals));
    return key;
}

} // namespace Batchdesk::Git
