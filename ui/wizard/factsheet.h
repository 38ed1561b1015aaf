// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/wizard/reviewfacts.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Batchdesk {

//! \brief Shows facts in sections, each with its label beside it; the texts can be selected.
class FactSheet final : public QWidget
{
    Q_OBJECT

public:
    explicit FactSheet(QWidget *parent = nullptr);

    void setSections(const QList<FactSection> &sections);

private:
    bool hasShapeOf(const QList<FactSection> &sections) const;
    void showTexts();
    QWidget *makeSection(const FactSection &section);

    QList<FactSection> m_sections;
    QList<QLabel *> m_texts; //!< One for each fact.
    QVBoxLayout *m_layout = nullptr;
};

} // namespace Batchdesk
