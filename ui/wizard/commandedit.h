// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

class QCompleter;

namespace Batchdesk {

//! \brief The command with placeholders: typing '{' offers their names. Tab leaves it.
class CommandEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CommandEdit(QWidget *parent = nullptr);

    QString command() const;
    //! \brief Shows another command; what is typed stays as it is when it is the same.
    void setCommand(const QString &command);
    //! \brief Puts "{name}" where the cursor is.
    void insertPlaceholder(const QString &name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    //! \brief The user changed it.
    void edited(const QString &command);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QString beginning() const;
    void complete();
    void insertCompletion(const QString &completion);

    QCompleter *m_completer = nullptr;
    bool m_setting = false;
};

//! \brief What a placeholder stands for, one line for people.
QString placeholderMeaning(const QString &name);

} // namespace Batchdesk
