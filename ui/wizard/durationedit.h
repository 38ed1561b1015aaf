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

    //! \brief There has to be a limit, and which.
    void setBounds(std::chrono::seconds shortest, std::chrono::seconds longest);
    Duration duration() const;
    void setDuration(const Duration &duration);

Q_SIGNALS:
    void edited(const std::optional<std::chrono::seconds> &duration);

private:
    void showBounds();

    qint64 m_shortest = 0; //!< Seconds; 0: "no limit" may be chosen.
    qint64 m_longest;
    QSpinBox *m_number = nullptr;
    QComboBox *m_unit = nullptr;
};

} // namespace Batchdesk
