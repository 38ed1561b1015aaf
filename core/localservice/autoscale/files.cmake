# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
list(APPEND localservice_headers
  autoscale/evaluator.h autoscale/expression.h autoscale/formulaerror.h autoscale/functions.h
  autoscale/lexer.h autoscale/machinemeter.h autoscale/machinemeter_posix.h autoscale/metric.h autoscale/operators.h autoscale/parser.h
  autoscale/samplehistory.h autoscale/sampling.h autoscale/value.h)
list(APPEND localservice_sources
  autoscale/evaluator.cpp autoscale/functions.cpp autoscale/lexer.cpp autoscale/machinemeter.cpp autoscale/machinemeter_posix.cpp autoscale/metric.cpp
  autoscale/operators.cpp autoscale/parser.cpp autoscale/samplehistory.cpp autoscale/sampling.cpp
  autoscale/value.cpp)
