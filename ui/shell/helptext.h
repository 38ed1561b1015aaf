// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTextBrowser>

namespace Batchdesk {

//! \brief Shows a help page with its pictures, which ship in the program beside the pages.
class HelpText final : public QTextBrowser
{
    Q_OBJECT

public:
    using QTextBrowser::QTextBrowser;

    //! \brief A page by its file name without ending.
    void showPage(const QString &name);
    //! \brief The page as it is written, without its licence comment; empty when there is none.
    static QString pageText(const QString &name);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
};

} // namespace Batchdesk
