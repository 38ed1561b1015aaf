// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/bodyparts.h"

// What the bodies of requests to nodes may hold, and what is put in where they are silent.
namespace Batchdesk::LocalService {

namespace {

using K = Property::Kind;

constexpr const char *deallocationFallback = "\"requeue\"";

const std::vector<std::string_view> deallocations{"requeue", "terminate", "taskcompletion",
                                                  "retaineddata"};

} // namespace

const Shape &rebootShape()
{
    static const Shape shape{{
        {"nodeRebootOption", K::Choice, false, nullptr, deallocations, deallocationFallback},
    }};
    return shape;
}

const Shape &disableSchedulingShape()
{
    static const Shape shape{{
        {"nodeDisableSchedulingOption",
         K::Choice,
         false,
         nullptr,
         {"requeue", "terminate", "taskcompletion"},
         deallocationFallback},
    }};
    return shape;
}

} // namespace Batchdesk::LocalService
