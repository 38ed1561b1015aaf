// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "ui/widgets/field.h"

#include <functional>

class QLineEdit;

namespace Batchdesk {

//! \brief A line of text that says what is wrong with it once it was touched.
class TextField final : public QObject
{
    Q_OBJECT

public:
    using Check = std::function<Outcome<void>(const QString &)>;

    //! \param name object name of the editor. \param check what the text has to be.
    TextField(const QString &label, const QString &name, const Check &check, QWidget *parent);

    Field *field() const { return m_field; }
    QLineEdit *edit() const { return m_edit; }
    QString text() const;
    //! \brief Puts a text there as if nobody had touched it.
    void setText(const QString &text);
    //! \brief Hides what is typed.
    void setSecret();
    //! \brief Looks at the text and says what is wrong with it; true when nothing is, or when it is
    //! hidden.
    bool reveal();

Q_SIGNALS:
    //! \brief Somebody typed.
    void edited();

private:
    void look();

    QLineEdit *m_edit = nullptr;
    Field *m_field = nullptr;
    Check m_check;
    bool m_touched = false;
};

} // namespace Batchdesk
