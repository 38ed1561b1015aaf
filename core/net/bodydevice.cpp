// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/bodydevice.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <cstring>

namespace Batchdesk {

BodyDevice::BodyDevice(HttpBody body)
{
    if (const auto *window = std::get_if<FileWindow>(&body)) {
        m_isFile = true;
        m_file.setFileName(window->path);
        m_offset = window->offset;
        m_size = window->size;
    } else if (auto *bytes = std::get_if<QByteArray>(&body)) {
        m_bytes = std::move(*bytes);
        m_size = m_bytes.size();
    }
}

bool BodyDevice::start()
{
    if (m_isFile) {
        const QString name = QDir::toNativeSeparators(m_file.fileName());
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            setErrorString(QCoreApplication::translate("Network", "%1 cannot be read: %2")
                               .arg(name, m_file.errorString()));
            return false;
        }
        if (m_file.size() < m_offset + m_size || !m_file.seek(m_offset)) {
            setErrorString(
                QCoreApplication::translate("Network", "%1 is shorter than it was").arg(name));
            return false;
        }
    }
    return open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool BodyDevice::seek(qint64 position)
{
    return m_read == position && QIODevice::seek(position);
}

qint64 BodyDevice::readData(char *data, qint64 maxSize)
{
    const qint64 wanted = std::min(maxSize, m_size - m_read);
    if (wanted <= 0)
        return 0;
    qint64 count = wanted;
    if (m_isFile)
        count = m_file.read(data, wanted);
    else
        std::memcpy(data, m_bytes.constData() + m_read, static_cast<size_t>(wanted));
    if (count <= 0) {
        m_broken = true;
        const QString name = QDir::toNativeSeparators(m_file.fileName());
        setErrorString(
            QCoreApplication::translate("Network", "%1 became unreadable while it was sent")
                .arg(name));
        return -1;
    }
    m_read += count;
    return count;
}

qint64 BodyDevice::writeData(const char *, qint64)
{
    return -1;
}

} // namespace Batchdesk
