# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
batchdesk_add_test(core.localservice.auth QT_FREE
  SOURCES auth/batchsharedkeytest.cpp auth/blobsharedkeytest.cpp auth/digesttest.cpp
          auth/sharedaccesssignaturetest.cpp
  USES localservice LINKS nlohmann_json::nlohmann_json)

batchdesk_add_test(core.localservice.blob QT_FREE
  SOURCES blob/blobtest.cpp blob/blocktest.cpp blob/containertest.cpp blob/partstest.cpp
          blob/restarttest.cpp
  USES localservice LINKS nlohmann_json::nlohmann_json)
