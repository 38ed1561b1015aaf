// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "ui/models/roles.h"

#include <QFrame>

class QLabel;
class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace Batchdesk {

//! \brief News in the page, instead of a box over it: a tinted band with a shape, a text, details
//! on demand, and buttons for what can be done. Hidden while there is nothing to say.
class Notice final : public QFrame
{
    Q_OBJECT

public:
    explicit Notice(QWidget *parent = nullptr);

    using QWidget::show;
    void show(Tone tone, const QString &text);
    //! \brief The message first, then its advice; place, code and request id under Details, with
    //! Copy.
    void show(const Error &error);
    //! \brief One or more errors as a list.
    void show(const QList<Error> &errors);
    void clear();
    QString text() const;

    //! \brief Adds a button that stays until clear(); \a name is its object name.
    QPushButton *addButton(const QString &text, const QString &name);
    //! \brief Puts a widget between text and buttons, until clear(), which deletes it.
    void setBody(QWidget *body);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showDetails(const QString &details);

    Tone m_tone = Tone::Neutral;
    QLabel *m_text = nullptr;
    QLabel *m_details = nullptr;
    QVBoxLayout *m_texts = nullptr;
    QWidget *m_body = nullptr;
    QHBoxLayout *m_buttons = nullptr;
};

//! \brief The one translated text of an error in the window: message and advice.
QString errorText(const Error &error);

} // namespace Batchdesk
