// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QLabel;
class QVBoxLayout;
class QWidget;

//! \brief What the pages of this place are made of.
namespace Batchdesk {

class LiveTable;

//! \brief Lines that can still be read are no longer than this.
int readingWidth();

//! \brief Gives a page its layout and its title.
QVBoxLayout *beginPage(QWidget *page, const QString &title);
QLabel *addHeading(QVBoxLayout *layout, const QString &text);
//! \brief A paragraph of plain text.
QLabel *addText(QVBoxLayout *layout, const QString &text);
//! \brief Keeps a table as high as its rows, up to \a mostRows. To be called once it has its model.
void fitToRows(LiveTable *table, int mostRows);

} // namespace Batchdesk
