// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/apiversion.h"
#include "core/localservice/batch/model.h"

#include <optional>
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
        TextMap,    //!< An object of texts, with names of the client's own.
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
    ApiVersion since = oldestApiVersion;
    std::optional<ApiVersion> goneSince = std::nullopt; //!< The first version without it.
    const char *reason = nullptr;                       //!< Of Unsupported: why, in one sentence.
    const char *keptAs = nullptr;                       //!< The name that it has in newer versions.

    //! \brief The property came with \a version.
    Property from(ApiVersion version) const;
    //! \brief The property went with \a version.
    Property before(ApiVersion version) const;
    Property because(const char *text) const;
    Property as(const char *newName) const;

    bool isIn(ApiVersion version) const;
};

//! \brief The properties an object may have.
struct Shape
{
    std::vector<Property> properties;
};

//! \brief Refuses properties that \a shape, or what lies below it, does not have in \a version:
//! throws ApiError InvalidRequestBody. Values are not looked at.
void checkNames(const Json &given, const Shape &shape, ApiVersion version);

//! \brief Checks \a given against \a shape as it is in \a version, and gives it in the service's
//! own form: defaults, casing of choices, normal durations. Throws ApiError. \param partial leaves
//! required properties and defaults of the top level out, as PATCH wants.
Json conform(const Json &given, const Shape &shape, ApiVersion version, bool partial = false);

const Shape &poolShape();
const Shape &poolPatchShape();
const Shape &poolPropertiesShape();
const Shape &resizeShape();
const Shape &removeNodesShape();
const Shape &jobShape();
const Shape &jobPatchShape();
const Shape &jobDisableShape();
const Shape &jobTerminateShape();
const Shape &jobScheduleShape();
const Shape &jobScheduleUpdateShape();
const Shape &taskShape();
const Shape &taskCollectionShape();
const Shape &taskUpdateShape();

//! \brief Rules that go beyond the form of single properties; throw ApiError.
void checkPool(const Json &pool);
//! \param scheduled it is what a schedule makes its jobs from.
void checkJob(const Json &job, bool scheduled = false);
void checkJobSchedule(const Json &schedule);
void checkTask(const Json &task);

} // namespace Batchdesk::LocalService
