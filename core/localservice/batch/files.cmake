# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
list(APPEND localservice_sources
  batch/activities.cpp batch/apierror.cpp batch/applicationhandlers.cpp batch/batchservice.cpp batch/bodyparts.cpp batch/encode.cpp
  batch/encodenodes.cpp batch/encodeparts.cpp batch/encodetasks.cpp
  batch/engine.cpp batch/exchange.cpp batch/execution.cpp batch/filefacts_posix.cpp batch/filehandlers.cpp batch/filter.cpp
  batch/jobbodies.cpp batch/jobhandlers.cpp batch/jobs.cpp batch/model.cpp batch/nodebodies.cpp batch/nodehandlers.cpp batch/nodes.cpp
  batch/poolbodies.cpp batch/poolhandlers.cpp
  batch/pools.cpp batch/precondition.cpp batch/records.cpp batch/placement.cpp batch/recovery.cpp
  batch/shape.cpp batch/store.cpp batch/taskbodies.cpp batch/taskhandlers.cpp batch/tasks.cpp batch/trash.cpp
  batch/wiretime.cpp)
list(APPEND localservice_headers
  batch/apierror.h batch/batchservice.h batch/bodyparts.h batch/encode.h batch/encodeparts.h batch/engine.h batch/exchange.h
  batch/execution.h batch/filefacts.h batch/filter.h batch/model.h batch/precondition.h batch/records.h batch/routes.h
  batch/shape.h batch/store.h batch/trash.h batch/wiretime.h)
