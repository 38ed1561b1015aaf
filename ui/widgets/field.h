// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;

namespace Batchdesk {

//! \brief A label, an editor and a line below for what is wrong or a hint: the way in which every
//! form says what it wants. The editor's accessible name is the label's text.
class Field final : public QWidget
{
    Q_OBJECT

public:
    //! \param editor becomes a child; may be a widget that holds several.
    Field(const QString &label, QWidget *editor, QWidget *parent = nullptr);

    QWidget *editor() const { return m_editor; }
    //! \brief Explains what belongs here; shown while nothing is wrong.
    void setHint(const QString &hint);
    //! \brief What is wrong; empty: nothing.
    void setError(const QString &message);
    //! \brief Worth a look, but no obstacle; empty: nothing.
    void setWarning(const QString &message);
    QString error() const { return m_error; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showMessage();

    QLabel *m_label = nullptr;
    QWidget *m_editor = nullptr;
    QLabel *m_message = nullptr;
    QString m_hint;
    QString m_error;
    QString m_warning;
};

} // namespace Batchdesk
