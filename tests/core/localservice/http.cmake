# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
batchdesk_add_test(core.localservice.http QT_FREE
  SOURCES http/messagetest.cpp http/requestheadtest.cpp http/servertest.cpp http/slowclientstest.cpp
  USES localservice)
