# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
batchdesk_add_test(core.localservice.batch QT_FREE
  SOURCES
    batch/applicationstest.cpp
    batch/autoscaletest.cpp
    batch/bench.cpp
    batch/conditionstest.cpp
    batch/filestest.cpp
    batch/filtertest.cpp
    batch/nodestest.cpp
    batch/nodeuserstest.cpp
    batch/numbersettest.cpp
    batch/poolmetricstest.cpp
    batch/poolstest.cpp
    batch/querytest.cpp
    batch/restarttest.cpp
    batch/shapetest.cpp
    batch/taskrulestest.cpp
    batch/taskstest.cpp
    batch/versiontest.cpp
    batch/wiretest.cpp
  USES localservice LINKS nlohmann_json::nlohmann_json)
batchdesk_add_test(core.localservice.batch.jobs QT_FREE
  SOURCES batch/autopoolstest.cpp batch/bench.cpp batch/jobmanagertest.cpp batch/jobordertest.cpp
          batch/jobstest.cpp batch/jobupdatestest.cpp batch/recurrencetest.cpp batch/schedulestest.cpp
  USES localservice LINKS nlohmann_json::nlohmann_json)
