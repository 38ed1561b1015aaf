# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
list(APPEND localservice_headers
  blob/bloberror.h blob/bloboperations.h blob/blobservice.h blob/blobstore.h blob/blobtypes.h
  blob/blockrequest.h blob/conditions.h blob/contentfiles.h blob/copysource.h blob/crc64.h
  blob/database.h blob/headers.h blob/lease.h blob/limits.h blob/operation.h blob/range.h
  blob/receivedbody.h blob/rows.h blob/xml.h)
list(APPEND localservice_sources
  blob/batchoperation.cpp blob/bloberror.cpp blob/blobreading.cpp blob/blobservice.cpp
  blob/blobstore.cpp blob/blobstoreblocks.cpp blob/blobstorecontainers.cpp
  blob/blobstorecopies.cpp blob/blobstoreindex.cpp blob/blobtypes.cpp blob/blobwriting.cpp
  blob/blockoperations.cpp blob/conditions.cpp blob/containeroperations.cpp
  blob/contentfiles_posix.cpp blob/copyoperations.cpp blob/copysource.cpp blob/crc64.cpp
  blob/database.cpp blob/headers.cpp blob/lease.cpp blob/leaseoperations.cpp blob/listing.cpp
  blob/operation.cpp blob/range.cpp blob/receivedbody.cpp blob/refusals.cpp blob/rows.cpp
  blob/serviceoperations.cpp blob/target.cpp blob/xml.cpp)
