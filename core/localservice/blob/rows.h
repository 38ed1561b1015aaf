// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/blob/blobtypes.h"
#include "core/localservice/blob/database.h"

//! \file How the records of BlobStore lie in its index.
namespace Batchdesk::LocalService::Blobs {

//! \brief ETags count in ticks of 100 ns since the year 1, as Azure's appear to.
std::int64_t ticksOf(ServiceClock::Time time);
ServiceClock::Time timeOf(std::int64_t ticks);
std::string etagOf(std::int64_t ticks);
//! \brief "2026-11-22T14:07:11.4796512Z", as snapshots are called.
std::string snapshotNameOf(std::int64_t ticks);

//! \brief In the column of snapshots, the blob itself: it comes after all times.
constexpr std::string_view blobItself = "~";

std::string packed(const BlobProperties &properties);
std::string packed(const Metadata &metadata);
std::string packed(const CopyState &copy);
std::string packed(const std::vector<Auth::AccessPolicy> &policies);

//! \brief "SELECT … FROM containers " and "SELECT … FROM blobs ", whose rows the functions beneath
//! read.
extern const std::string selectContainers;
extern const std::string selectBlobs;
ContainerRecord containerOf(const Statement &row);
BlobRecord blobOf(const Statement &row);

} // namespace Batchdesk::LocalService::Blobs
