// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>

#include <functional>

namespace Batchdesk {

//! \brief A small button that puts a text on the clipboard and says so for a moment.
class CopyButton final : public QToolButton
{
    Q_OBJECT

public:
    //! \param what for people and screen readers: "Copy command line".
    CopyButton(const QString &what, std::function<QString()> text, QWidget *parent = nullptr);
};

} // namespace Batchdesk
