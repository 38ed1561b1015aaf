// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/planneddraft.h"

#include <QWidget>

class QLabel;

namespace Batchdesk {

class ArchiveModel;

//! \brief The tree of the files of a folder that will be sent, and their sum.
class ArchiveView final : public QWidget
{
    Q_OBJECT

public:
    explicit ArchiveView(QWidget *parent = nullptr);

    //! \brief Null while there is none.
    void setDraft(const DraftPtr &draft);

Q_SIGNALS:
    //! \brief The folder is to be looked at again.
    void relistRequested();

private:
    ArchiveModel *m_model = nullptr;
    QLabel *m_sum = nullptr;
};

} // namespace Batchdesk
