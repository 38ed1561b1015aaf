// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Batchdesk {

//! \brief What a page shows when there is nothing to show: an icon, a title, what to do next, and
//! buttons that do it.
class EmptyPage final : public QWidget
{
    Q_OBJECT

public:
    EmptyPage(const QString &iconName, const QString &title, const QString &text,
              QWidget *parent = nullptr);

    //! \brief Adds a button; \a name is its object name.
    QPushButton *addButton(const QString &text, const QString &name, bool primary = false);
    void setText(const QString &title, const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitText();

    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QVBoxLayout *m_buttons = nullptr;
};

//! \brief Gives a button the accent colour: the one thing to do on a page.
void makePrimary(QPushButton *button);

} // namespace Batchdesk
