// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "resources/resources.h"

#include <QtGlobal>

#include <mutex>

namespace {

std::once_flag s_once;

} // namespace

// Q_INIT_RESOURCE declares a function of the global namespace, so it may not stand in ours.
static void registerResources()
{
    Q_INIT_RESOURCE(batchdesk);
    Q_INIT_RESOURCE(sample);
    Q_INIT_RESOURCE(translations);
}

void Batchdesk::initResources()
{
    std::call_once(s_once, registerResources);
}
