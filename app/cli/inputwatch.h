// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace Batchdesk::Cli {

//! \brief Tells when standard input ends, which is how a service learns that its starter is gone.
class InputWatch final : public QObject
{
    Q_OBJECT

public:
    explicit InputWatch(QObject *parent = nullptr);

Q_SIGNALS:
    //! \brief The other end was closed; emitted once.
    void closed();
};

} // namespace Batchdesk::Cli
