// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/autoscale/evaluator.h"
#include "core/localservice/autoscale/parser.h"

#include <gtest/gtest.h>

namespace Batchdesk::LocalService::Autoscale::Testing {

//! \brief A pool as formulas see it: 2 dedicated nodes, Friday the 2nd of January 2026, 03:04:05.
class Formulas : public ::testing::Test
{
protected:
    using Time = ServiceClock::Time;

    Evaluation run(std::string_view formula) const;
    //! \brief What "x" is after "x = EXPRESSION", as results show it, or the error.
    std::string value(const std::string &expression) const;
    //! \brief The error of an evaluation, "" without one.
    std::string error(std::string_view formula) const;
    //! \brief The error of reading, "" without one.
    static std::string syntax(std::string_view formula);
    //! \brief A sample of one metric every 30 s, the last one at m_now.
    void sample(Metric metric, const std::vector<double> &values);

    SampleHistory m_history;
    Readings m_present;
    Time m_now{std::chrono::seconds(1767323045)};
    PoolSize m_size{2, 0, "requeue"};
    double m_random = 0.25;
};

} // namespace Batchdesk::LocalService::Autoscale::Testing
