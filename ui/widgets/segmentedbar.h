// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/roles.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace Batchdesk {

//! \brief How a whole divides into parts, as one bar: done, failed, running, waiting.
class SegmentedBar final : public QWidget
{
    Q_OBJECT

public:
    struct Segment
    {
        QString name; //!< "running"
        qint64 value = 0;
        Tone tone = Tone::Neutral;

        bool operator==(const Segment &) const = default;
    };

    explicit SegmentedBar(QWidget *parent = nullptr);

    //! \brief From left to right; a part that is not zero is never thinner than 3 pixels.
    void setSegments(const QList<Segment> &segments);
    QList<Segment> segments() const { return m_segments; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QList<Segment> m_segments;
};

} // namespace Batchdesk
