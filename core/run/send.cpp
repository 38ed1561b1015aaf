// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/awaitoutcome.h"
#include "core/run/applicationarchive.h"
#include "core/run/ensure.h"
#include "core/transfer/upload.h"
