# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
list(APPEND localservice_headers
  http/connection.h
  http/exchange.h
  http/httpdate.h
  http/listener.h
  http/message.h
  http/percentcode.h
  http/requesthead.h
  http/server.h
  http/workers.h
)
list(APPEND localservice_sources
  http/connection_posix.cpp
  http/exchange.cpp
  http/httpdate.cpp
  http/listener_posix.cpp
  http/message.cpp
  http/percentcode.cpp
  http/requesthead.cpp
  http/server.cpp
  http/workers.cpp
)
