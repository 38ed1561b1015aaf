# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
batchdesk_add_test(core.localservice.service QT_FREE
  SOURCES service/credentialstest.cpp service/nodestoragetest.cpp service/requestlogtest.cpp service/servicetest.cpp
  USES localservice LINKS nlohmann_json::nlohmann_json)
