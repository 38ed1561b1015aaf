// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/autoscale/formulas.h"

namespace Batchdesk::LocalService::Autoscale::Testing {

Evaluation Formulas::run(std::string_view formula) const
{
    return evaluate(parseFormula(formula),
                    {m_history, m_present, m_now, m_size, [this] { return m_random; }});
}

std::string Formulas::value(const std::string &expression) const
{
    const Evaluation evaluation = run("x = " + expression);
    if (evaluation.error)
        return evaluation.error->text();
    const std::string mark = ";x=";
    const auto at = evaluation.results.find(mark);
    return at == std::string::npos ? "nothing" : evaluation.results.substr(at + mark.size());
}

std::string Formulas::error(std::string_view formula) const
{
    const Evaluation evaluation = run(formula);
    return evaluation.error ? evaluation.error->text() : std::string();
}

std::string Formulas::syntax(std::string_view formula)
{
    try {
        parseFormula(formula);
    } catch (const FormulaError &error) {
        EXPECT_TRUE(error.kind() == FormulaError::Kind::Syntax
                    || error.kind() == FormulaError::Kind::TooLong);
        return error.text();
    }
    return {};
}

void Formulas::sample(Metric metric, const std::vector<double> &values)
{
    Time time = m_now - samplePeriod * (long(values.size()) - 1);
    for (const double value : values) {
        Readings readings;
        readings.set(metric, value);
        m_history.add(time, readings);
        time += samplePeriod;
    }
}

} // namespace Batchdesk::LocalService::Autoscale::Testing
