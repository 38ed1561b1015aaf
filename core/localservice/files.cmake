# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
list(APPEND localservice_headers
  auth/batchsharedkey.h auth/blobsharedkey.h auth/containersas.h auth/digest.h auth/sharedaccesssignature.h
  auth/sharedkeyheader.h auth/storageversion.h credentials.h privatefile.h requestlog.h statelock.h)
list(APPEND localservice_sources
  auth/batchsharedkey.cpp auth/blobsharedkey.cpp auth/containersas.cpp auth/digest.cpp auth/sharedaccesssignature.cpp
  auth/sharedkeyheader.cpp auth/storageversion.cpp
  credentials.cpp privatefile_posix.cpp requestlog.cpp service.cpp statelock_posix.cpp)
