// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace Batchdesk {

//! \brief Read-only program output: fixed width, follows the end while one looks at the end, keeps
//! the last lines only.
class OutputView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit OutputView(QWidget *parent = nullptr);

    //! \brief Adds bytes as they come; a UTF-8 character may be cut between two calls.
    void append(const QByteArray &bytes);
    //! \brief Empties it and forgets a cut character.
    void reset();

private:
    QByteArray m_rest;
};

} // namespace Batchdesk
