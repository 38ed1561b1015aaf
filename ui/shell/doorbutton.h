// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace Batchdesk {

//! \brief A way to begin: a large button with an icon, a title and an explanation.
class DoorButton final : public QAbstractButton
{
    Q_OBJECT

public:
    DoorButton(const QString &iconName, const QString &title, const QString &explanation,
               QWidget *parent = nullptr);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect textRect(int width) const;

    QString m_explanation;
};

} // namespace Batchdesk
