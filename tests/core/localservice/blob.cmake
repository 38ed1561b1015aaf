# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
batchdesk_add_test(core.localservice.auth QT_FREE
  SOURCES auth/batchsharedkeytest.cpp auth/blobsharedkeytest.cpp auth/digesttest.cpp
          auth/sharedaccesssignaturetest.cpp
  USES localservice LINKS nlohmann_json::nlohmann_json)

batchdesk_add_test(core.localservice.blob QT_FREE
  SOURCES blob/batchtest.cpp blob/blobtest.cpp blob/blocktest.cpp blob/containertest.cpp
          blob/copytest.cpp blob/leasetest.cpp blob/partstest.cpp blob/policytest.cpp
          blob/restarttest.cpp blob/servicepropertiestest.cpp blob/snapshottest.cpp
          blob/streamingtest.cpp
  USES localservice LINKS nlohmann_json::nlohmann_json)
