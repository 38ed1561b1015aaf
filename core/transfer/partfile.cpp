// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/transfer/partfile.h"

#include "core/base/disksync.h"
#include "core/transfer/filehash.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QtConcurrentRun>

#include <filesystem>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Transfer)
};

std::filesystem::path native(const QString &path)
{
    return std::filesystem::path(path.toStdU16String());
}

Outcome<void> commitNow(const QString &part, const QString &tag, const QString &target)
{
    const QString place = QDir::toNativeSeparators(target);
    QFile file(part);
    if (!file.open(QIODevice::ReadWrite))
        return Error::io(Texts::tr("The file cannot be written: %1").arg(file.errorString()),
                         place);
    // A rename may reach the disk before the bytes do, and leave an empty file after a power cut.
    if (!syncToDisk(file))
        return Error::io(Texts::tr("The file could not be brought to the disk"), place);
    file.close();
    std::error_code error;
    std::filesystem::rename(native(part), native(target), error);
    if (error)
        return Error::io(Texts::tr("The file cannot be put in place: %1")
                             .arg(QString::fromStdString(error.message())),
                         place);
    QFile::remove(tag);
    return {};
}

} // namespace

PartFile::PartFile(const QString &target)
    : m_target(target)
    , m_path(target + QStringLiteral(".part"))
    , m_tagPath(target + QStringLiteral(".part.tag"))
{
}

qint64 PartFile::resumableBytes(const QString &eTag, qint64 size) const
{
    QFile tag(m_tagPath);
    if (eTag.isEmpty() || !tag.open(QIODevice::ReadOnly) || tag.readAll() != eTag.toUtf8())
        return 0;
    const qint64 there = QFileInfo(m_path).size();
    return there <= size ? there : 0;
}

Outcome<void> PartFile::tag(const QString &eTag) const
{
    QFile tag(m_tagPath);
    if (tag.open(QIODevice::WriteOnly) && tag.write(eTag.toUtf8()) == eTag.toUtf8().size()
        && tag.flush())
        return {};
    return Error::io(Texts::tr("The file cannot be written: %1").arg(tag.errorString()),
                     QDir::toNativeSeparators(m_tagPath));
}

void PartFile::discard() const
{
    QFile::remove(m_path);
    QFile::remove(m_tagPath);
}

void PartFile::discardUntagged() const
{
    if (!QFile::exists(m_tagPath))
        QFile::remove(m_path);
}

QFuture<Outcome<void>> PartFile::commit() const
{
    return QtConcurrent::run(transferPool(), commitNow, m_path, m_tagPath, m_target);
}

FileSink::FileSink(const QString &path, qint64 offset, qint64 expected)
    : m_file(path)
    , m_offset(offset)
    , m_expected(expected)
{
}

bool FileSink::restart()
{
    m_written = 0;
    const bool isOpen =
        m_file.isOpen() || m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered);
    return (isOpen && m_file.resize(m_offset) && m_file.seek(m_offset)) || fail();
}

bool FileSink::write(QByteArrayView bytes)
{
    if (m_file.write(bytes.data(), bytes.size()) != bytes.size())
        return fail();
    m_written += bytes.size();
    return true;
}

bool FileSink::fail()
{
    m_errorText = Texts::tr("%1 cannot be written (%2); %3 more are needed")
                      .arg(QDir::toNativeSeparators(m_file.fileName()), m_file.errorString(),
                           QLocale().formattedDataSize(m_expected - m_written));
    return false;
}

} // namespace Batchdesk
