# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
batchdesk_add_test(localservice.agent QT_FREE
  SOURCES
    agent/blobconnectiontest.cpp
    agent/bloblistingtest.cpp
    agent/commandlinetest.cpp
    agent/globtest.cpp
    agent/outputuploadertest.cpp
    agent/processtest.cpp
    agent/processtaskrunnertest.cpp
    agent/leftoverprocessestest.cpp
    agent/resourcefetchertest.cpp
    agent/testblobserver.cpp
    agent/unpackertest.cpp
  USES localservice
  LINKS PkgConfig::httplib PkgConfig::libarchive
)
