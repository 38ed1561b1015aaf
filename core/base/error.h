// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QPair>
#include <QString>

#include <chrono>
#include <optional>

namespace Batchdesk {

//! \brief Why something could not be done, as a value that travels to whoever shows it.
//!
//! Holds no secret: whoever makes one passes texts through redact() first (core/base/redact.h).
struct Error
{
    //! \brief What kind of failure it is; decide by this, never by the text.
    enum class Kind {
        Cancelled,       //!< Asked for by the user; nothing is wrong.
        InvalidInput,    //!< What the user gave is wrong; nothing was sent.
        NotFound,        //!< HTTP 404, or a local file that is not there.
        AlreadyExists,   //!< HTTP 409 with an …Exists code.
        Conflict,        //!< Any other 409, and 412: the thing is in another state than we thought.
        Unauthenticated, //!< 401, and 403 AuthenticationFailed: key, SAS or clock is wrong.
        Forbidden,       //!< Any other 403.
        Throttled,       //!< 429, 503 ServerBusy.
        Service,         //!< Any other answer that says no (400, 5xx, a body that cannot be read).
        Network,         //!< No answer: refused, reset, unknown host, TLS.
        Timeout,         //!< No answer in time.
        Io,              //!< The local disk: full, unreadable, gone.
        Keychain,        //!< The system's secret store did not give or take it.
        Unsupported,     //!< Known and not done here.
    };

    Kind kind = Kind::Service;
    QString
        message;   //!< One sentence for a person; the service's own innermost text if there is one.
    QString place; //!< Where: "settings.json, $.pool.image", a file, a URL without its query; may
                   //!< be empty.
    QString advice;     //!< What to do about it; may be empty.
    int httpStatus = 0; //!< 0 when there was no HTTP answer.
    QString code;       //!< The service's code, such as "PoolExists"; empty when there is none.
    QString requestId;  //!< request-id or x-ms-request-id of the failed answer.
    std::optional<std::chrono::milliseconds> retryAfter; //!< What the service asked for.
    QList<QPair<QString, QString>>
        details; //!< Further key/value pairs of the service's error body.

    bool operator==(const Error &) const = default;

    //! \brief True for the codes by which a create says that the thing is there already.
    bool isExists() const { return kind == Kind::AlreadyExists; }
    //! \brief True when the user asked for it to end.
    bool isCancelled() const { return kind == Kind::Cancelled; }
    //! \brief "message (place). advice [code, request id]": the one text form for logs and
    //! terminals.
    QString caption() const;

    //! \brief An error of the user's input: what is wrong, where, and what to do.
    static Error invalidInput(const QString &message, const QString &place = {},
                              const QString &advice = {});
    //! \brief An error of the local disk.
    static Error io(const QString &message, const QString &place = {}, const QString &advice = {});
    //! \brief What a cancelled operation ends with.
    static Error cancelled();
};

} // namespace Batchdesk
