// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/statelook.h"

#include <QString>
#include <QWidget>

namespace Batchdesk {

//! \brief A tone's shape with a text beside it and, when asked for, a quieter line below; for
//! legends and steps. What does not fit is elided, the whole stands in the tool tip.
class ToneLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit ToneLabel(QWidget *parent = nullptr);

    //! \param note the quieter line; an empty one takes its room all the same once there was one.
    void setText(Tone tone, const QString &text, const QString &note = {});
    QString text() const { return m_text; }
    QString note() const { return m_note; }
    //! \brief Draws the text in bold, for the step that is going on.
    void setEmphasised(bool emphasised);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont textFont() const;

    Tone m_tone = Tone::Neutral;
    QString m_text;
    QString m_note;
    bool m_hasNote = false;
    bool m_isEmphasised = false;
};

} // namespace Batchdesk
