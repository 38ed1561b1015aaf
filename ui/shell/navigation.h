// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QButtonGroup>
#include <QFrame>

class QPushButton;
class QVBoxLayout;

namespace Batchdesk {

//! \brief The window's places, top to bottom; each is known by its id. Later places are one more
//! addPlace().
class Navigation final : public QFrame
{
    Q_OBJECT

public:
    explicit Navigation(QWidget *parent = nullptr);

    //! \brief Adds a button in front of all places: the one thing to begin with.
    QPushButton *addPrimary(const QString &text, const QString &icon, const QString &name);
    //! \brief Adds a place; chosen() tells its \a id. Ctrl+1 … Ctrl+9 lead to them in their order.
    void addPlace(const QString &id, const QString &text, const QString &icon);
    //! \brief Marks where one is; an unknown id marks nothing.
    void setCurrent(const QString &id);

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_layout;
    QButtonGroup m_buttons;
};

} // namespace Batchdesk
