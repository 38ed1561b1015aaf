// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QBoxLayout;

namespace Batchdesk {

//! \brief Two parts side by side, or one below the other where the window is too narrow for that.
class Columns final : public QWidget
{
    Q_OBJECT

public:
    //! \param leftShare, rightShare of the width.
    Columns(QWidget *left, int leftShare, QWidget *right, int rightShare,
            QWidget *parent = nullptr);

    void setShares(int left, int right);
    //! \brief As narrow as one below the other can be.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void choose();

    QWidget *m_left = nullptr;
    QWidget *m_right = nullptr;
    QBoxLayout *m_layout = nullptr;
};

} // namespace Batchdesk
