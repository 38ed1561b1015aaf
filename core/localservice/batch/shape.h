// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/model.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Batchdesk::LocalService {

struct Shape;

//! \brief One property of a request body.
struct Property
{
    enum class Kind {
        Text,
        Id,
        Whole,
        Truth,
        Span,
        Moment,
        Choice,
        Object,
        List, //!< Of objects.
        TextList,
        Secret,     //!< Checked, then dropped: it is neither kept nor shown.
        Unsupported //!< This computer cannot do it, and says so.
    };
    const char *name;
    Kind kind;
    bool required = false;
    const Shape *shape = nullptr; //!< Of Object and List.
    std::vector<std::string_view> choices =
        {};                         //!< In the casing of answers; compared without case.
    const char *fallback = nullptr; //!< JSON text put in when the property is absent.
};

//! \brief The properties an object may have. Others are dropped, as newer and older clients send
//! them.
struct Shape
{
    std::vector<Property> properties;
};

//! \brief Checks \a given against \a shape and gives it in the service's own form: known
//! properties, defaults, casing of choices, normal durations. Throws ApiError. \param partial
//! leaves required properties and defaults of the top level out, as PATCH wants.
Json conform(const Json &given, const Shape &shape, bool partial = false);

const Shape &poolShape();
const Shape &poolPatchShape();
const Shape &poolPropertiesShape();
const Shape &resizeShape();
const Shape &removeNodesShape();
const Shape &nodeOptionShape();
const Shape &jobShape();
const Shape &jobDisableShape();
const Shape &jobTerminateShape();
const Shape &taskShape();
const Shape &taskUpdateShape();

//! \brief Rules that go beyond the form of single properties; throw ApiError.
void checkPool(const Json &pool);
void checkJob(const Json &job);
void checkTask(const Json &task);

//! \brief Parses a body; an empty one is {} when \a optional. Throws InvalidRequestBody.
Json parseBody(const std::string &text, bool optional = false);

} // namespace Batchdesk::LocalService
