// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace Batchdesk {

//! \brief A line of plain text that takes the room it gets: what does not fit is elided, the whole
//! stands in the tool tip.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    //! \brief text() stays the whole one.
    void setWholeText(const QString &text);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Batchdesk
