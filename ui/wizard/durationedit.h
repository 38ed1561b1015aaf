// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <chrono>
#include <optional>

class QComboBox;
class QSpinBox;

namespace Batchdesk {

//! \brief A time limit, or none: a number and a unit.
class DurationEdit final : public QWidget
{
    Q_OBJECT

public:
    using Duration = std::optional<std::chrono::seconds>;

    //! \param name of the setting for people.
    explicit DurationEdit(const QString &name, QWidget *parent = nullptr);

    Duration duration() const;
    void setDuration(const Duration &duration);

Q_SIGNALS:
    void edited(const std::optional<std::chrono::seconds> &duration);

private:
    QSpinBox *m_number = nullptr;
    QComboBox *m_unit = nullptr;
};

} // namespace Batchdesk
