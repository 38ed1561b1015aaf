// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>
#include <QStringList>

namespace Batchdesk {

//! \brief A list of patterns, one a line, so that a pattern may hold any character. As high as its
//! lines, within limits; Tab leaves it.
class LinesEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    //! \param minimum lines that are always shown.
    explicit LinesEdit(int minimum, QWidget *parent = nullptr);

    //! \brief Without empty lines and space around.
    QStringList lines() const;
    //! \brief Shows other lines; what is typed stays as it is when it means the same.
    void setLines(const QStringList &lines);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    //! \brief The user changed it.
    void edited(const QStringList &lines);

private:
    int m_minimum;
    bool m_setting = false;
};

} // namespace Batchdesk
