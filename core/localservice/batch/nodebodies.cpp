// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/nodebodies.h"
#include "core/localservice/batch/bodyparts.h"

// What the bodies of requests to nodes may hold, and what is put in where they are silent.
namespace Batchdesk::LocalService {

namespace {

using K = Property::Kind;

Shape optionShape(const char *name)
{
    return {{{name,
              K::Choice,
              false,
              nullptr,
              {"requeue", "terminate", "taskcompletion", "retaineddata"},
              "\"requeue\""}}};
}

} // namespace

const Shape &rebootShape()
{
    static const Shape shape = optionShape("nodeRebootOption");
    return shape;
}

const Shape &reimageShape()
{
    static const Shape shape = optionShape("nodeReimageOption");
    return shape;
}

const Shape &deallocateShape()
{
    static const Shape shape = optionShape("nodeDeallocateOption");
    return shape;
}

const Shape &disableSchedulingShape()
{
    static const Shape shape{{{"nodeDisableSchedulingOption",
                               K::Choice,
                               false,
                               nullptr,
                               {"requeue", "terminate", "taskcompletion"},
                               "\"requeue\""}}};
    return shape;
}

const Shape &nodeUserShape()
{
    static const Shape shape{{
        {"name", K::Text, true},
        {"isAdmin", K::Truth, false, nullptr, {}, "false"},
        {"expiryTime", K::Moment},
        {"password", K::Secret},
        {"sshPublicKey", K::Secret},
    }};
    return shape;
}

const Shape &nodeUserUpdateShape()
{
    static const Shape shape{{
        {"password", K::Secret},
        {"expiryTime", K::Moment},
        {"sshPublicKey", K::Secret},
    }};
    return shape;
}

const Shape &serviceLogsShape()
{
    static const Shape shape{{
        {"containerUrl", K::Text, true},
        {"startTime", K::Moment, true},
        {"endTime", K::Moment},
        Property{"identityReference", K::Unsupported}
            .from(ApiVersion::V2021_06)
            .because(noIdentities),
    }};
    return shape;
}

} // namespace Batchdesk::LocalService
