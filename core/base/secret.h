// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <iosfwd>

class QDebug;
class QDataStream;
class QTextStream;

namespace Batchdesk {

//! \brief A key, token or signature. It cannot be streamed, logged or compared by accident, and its
//! bytes are overwritten when it goes.
//!
//! Read it only where the bytes are needed (signing, the keychain), by reveal().
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    ~Secret();
    Secret(const Secret &) = default;
    Secret &operator=(const Secret &other);
    Secret(Secret &&other) noexcept = default;
    Secret &operator=(Secret &&other) noexcept;

    bool isEmpty() const { return m_bytes.isEmpty(); }
    //! \brief The bytes themselves. Every call of this is a place to be read in a review.
    const QByteArray &reveal() const { return m_bytes; }

    bool operator==(const Secret &) const = delete;
    friend QDebug operator<<(QDebug, const Secret &) = delete;
    friend QTextStream &operator<<(QTextStream &, const Secret &) = delete;
    friend QDataStream &operator<<(QDataStream &, const Secret &) = delete;
    friend std::ostream &operator<<(std::ostream &, const Secret &) = delete;

private:
    void wipe();

    QByteArray m_bytes;
};

} // namespace Batchdesk
