// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/base/outcome.h"

#include <QFuture>
#include <QList>
#include <QObject>

namespace Batchdesk {

class Accounts;
namespace Git {
class Credentials;
}

//! \brief Forgets every account, SSH key and token, each with its keys.
class ForgetAll final : public QObject
{
    Q_OBJECT

public:
    //! \param accounts, credentials have to outlive it.
    ForgetAll(Accounts *accounts, Git::Credentials *credentials, QObject *parent = nullptr);

    //! \brief How many things there are to forget.
    qsizetype count() const;
    //! \brief Begins; finished() follows. Nothing while it goes on already.
    void start();

Q_SIGNALS:
    //! \brief What was not forgotten, and what could not be looked at; each names itself.
    void finished(const QList<Error> &failures);

private:
    void wait(const QString &what, const QFuture<Outcome<void>> &forgetting);
    void countDown();

    Accounts *m_accounts = nullptr;
    Git::Credentials *m_credentials = nullptr;
    QList<Error> m_failures;
    int m_open = 0; //!< Answers that are waited for.
};

} // namespace Batchdesk
