// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QListWidget;

namespace Batchdesk {

class HelpText;

//! \brief The help pages that ship with the program, in a window of their own beside the work.
class HelpWindow final : public QWidget
{
    Q_OBJECT

public:
    HelpWindow();

    //! \brief Shows a page by its file name without ending, such as "first-run".
    void showPage(const QString &name);

private:
    QListWidget *m_pages = nullptr;
    HelpText *m_text = nullptr;
};

} // namespace Batchdesk
