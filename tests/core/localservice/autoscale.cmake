# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
batchdesk_add_test(core.localservice.autoscale QT_FREE
  SOURCES autoscale/formulas.cpp autoscale/evaluatortest.cpp autoscale/functionstest.cpp autoscale/machinemetertest.cpp
          autoscale/operatorstest.cpp autoscale/parsertest.cpp autoscale/samplingtest.cpp
  USES localservice)
