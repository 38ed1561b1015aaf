// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/wizard/problems.h"

#include <QAbstractButton>
#include <QList>
#include <QWidget>

namespace Batchdesk {

//! \brief One step of the wizard: a number, a tick or a cross, and its name.
class StepButton final : public QAbstractButton
{
    Q_OBJECT

public:
    enum class State { Open, Done, Problem };

    StepButton(int number, const QString &title, QWidget *parent = nullptr);

    void setState(State state);
    State state() const { return m_state; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void checkStateSet() override;

private:
    void tell();
    void paintMark(QPainter &painter, const QRectF &circle) const;

    int m_number;
    State m_state = State::Open;
};

//! \brief The five steps in a row; each can be clicked at any time.
class StepBar final : public QWidget
{
    Q_OBJECT

public:
    explicit StepBar(QWidget *parent = nullptr);

    void setCurrent(WizardStep step);
    void setState(WizardStep step, StepButton::State state);

Q_SIGNALS:
    void chosen(Batchdesk::WizardStep step);

private:
    QList<StepButton *> m_buttons;
};

} // namespace Batchdesk
