# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
list(APPEND localservice_sources
  agent/blobconnection.cpp
  agent/bloblisting.cpp
  agent/commandline.cpp
  agent/glob.cpp
  agent/outputuploader.cpp
  agent/processtaskrunner.cpp
  agent/resourcefetcher.cpp
  agent/taskdirectory.cpp
  agent/unpacker.cpp
)
# The interfaces to the system are narrow, so that another platform is another pair of files.
list(APPEND localservice_sources agent/process_posix.cpp agent/session_posix.cpp)
list(APPEND localservice_headers
  agent/blobconnection.h
  agent/bloblisting.h
  agent/commandline.h
  agent/glob.h
  agent/outputuploader.h
  agent/process.h
  agent/processtaskrunner.h
  agent/resourcefetcher.h
  agent/session.h
  agent/taskdirectory.h
  agent/taskrunner.h
  agent/unpacker.h
)
