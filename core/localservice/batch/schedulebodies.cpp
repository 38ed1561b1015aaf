// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/bodyparts.h"

#include <chrono>

// What the bodies of job schedules may hold, and what is put in where they are silent.
namespace Batchdesk::LocalService {

namespace {

using K = Property::Kind;

const Shape &timesShape()
{
    static const Shape shape{{
        {"doNotRunUntil", K::Moment},
        {"doNotRunAfter", K::Moment},
        {"startWindow", K::Span},
        {"recurrenceInterval", K::Span},
    }};
    return shape;
}

const Shape &jobSpecificationShape()
{
    static const Shape shape = [] {
        Shape job = jobShape();
        std::erase_if(job.properties, [](const Property &property) {
            return property.name == std::string_view("id");
        });
        return job;
    }();
    return shape;
}

} // namespace

const Shape &jobScheduleShape()
{
    static const Shape shape{{
        {"id", K::Id, true},
        {"displayName", K::Text},
        {"schedule", K::Object, true, &timesShape()},
        {"jobSpecification", K::Object, true, &jobSpecificationShape()},
        {"metadata", K::List, false, &metadataShape()},
    }};
    return shape;
}

const Shape &jobScheduleUpdateShape()
{
    static const Shape shape{{
        {"schedule", K::Object, false, &timesShape(), {}, "{}"},
        {"jobSpecification", K::Object, true, &jobSpecificationShape()},
        {"metadata", K::List, false, &metadataShape(), {}, "[]"},
    }};
    return shape;
}

void checkJobSchedule(const Json &schedule)
{
    checkDisplayName(schedule);
    checkMetadata(schedule);
    if (schedule.contains("schedule")) {
        const Json &times = schedule["schedule"];
        checkSpan(times, "startWindow", std::chrono::minutes(1), unlimitedDuration);
        checkSpan(times, "recurrenceInterval", std::chrono::minutes(1), unlimitedDuration);
    }
    if (schedule.contains("jobSpecification"))
        checkJob(schedule["jobSpecification"], true);
}

} // namespace Batchdesk::LocalService
