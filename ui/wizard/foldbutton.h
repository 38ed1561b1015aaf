// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace Batchdesk {

//! \brief Shows and hides what is rarely wanted: a mark and a text on the edge of the page, without
//! the frame of a button. Checked while it shows.
class FoldButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FoldButton(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Batchdesk
