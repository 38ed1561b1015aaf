// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/preflight.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace Batchdesk {

//! \brief The checks before a launch: what was looked at, what came of it, and what to do.
class PreflightList final : public QWidget
{
    Q_OBJECT

public:
    explicit PreflightList(QWidget *parent = nullptr);

    void setChecks(const QList<PreflightCheck> &checks);
    //! \brief Instead of checks: why there are none.
    void setText(const QString &text);

private:
    void clear();
    QWidget *makeRow(const PreflightCheck &check);

    QVBoxLayout *m_layout = nullptr;
};

} // namespace Batchdesk
