// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/statelook.h"

#include <QWidget>

class QPainter;

namespace Batchdesk {

//! \brief A state as a rounded tint with a shape and a word; the shape tells for those who do not
//! see colours.
class StatePill final : public QWidget
{
    Q_OBJECT

public:
    explicit StatePill(QWidget *parent = nullptr);

    void setLook(const StateLook &look);
    StateLook look() const { return m_look; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StateLook m_look;
};

//! \brief Draws the shape of a tone (dot, ring, tick, triangle, cross, dash) into \a rect.
void drawToneShape(QPainter &painter, const QRectF &rect, Tone tone);

} // namespace Batchdesk
