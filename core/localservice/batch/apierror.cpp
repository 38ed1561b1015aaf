// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/apierror.h"

#include <algorithm>
#include <array>

namespace Batchdesk::LocalService {

namespace {

struct KnownError
{
    std::string_view code;
    int status;
    std::string_view message;
};

constexpr std::array knownErrors{
    KnownError{"InternalError", 500,
               "Server encountered an internal error. Please try again after some time."},
    KnownError{"MissingRequiredHeader", 400, "A required HTTP header was not specified."},
    KnownError{"UnsupportedHeader", 400,
               "One of the HTTP headers specified in the request is not supported."},
    KnownError{"UnsupportedQueryParameter", 400,
               "One of the query parameters specified in the request URI is not supported."},
    KnownError{"RequestUrlFailedToParse", 400, "The URL of the request could not be parsed."},
    KnownError{"InvalidUri", 400, "The requested URI does not name any resource of the service."},
    KnownError{"InvalidHttpVerb", 400, "The HTTP verb of the request is not one."},
    KnownError{"InvalidInput", 400, "One of the request inputs is not valid."},
    KnownError{"OutOfRangeInput", 400, "One of the request inputs is out of range."},
    KnownError{"InvalidMetadata", 400,
               "The metadata of the request has characters that may not be in it."},
    KnownError{"MetadataTooLarge", 400, "The metadata of the request is larger than it may be."},
    KnownError{"InvalidAuthenticationInfo", 400,
               "The authentication information was not provided in the correct format."},
    KnownError{"TaskDependencyListTooLong", 400,
               "The ids of the tasks that the task depends on are longer than they may be."},
    KnownError{
        "TaskDependencyRangesTooLong", 400,
        "The ranges of ids of the tasks that the task depends on are longer than they may be."},
    KnownError{"AuthenticationFailed", 403, "Server failed to authenticate the request."},
    KnownError{"InsufficientAccountPermissions", 403,
               "The account may not carry out this operation."},
    KnownError{"AccountIsDisabled", 403, "The specified account is disabled."},
    KnownError{"IOError", 403, "The file could not be reached."},
    KnownError{"NodeUserNotFound", 404, "The specified node user does not exist."},
    KnownError{"CertificateNotFound", 404, "The specified certificate does not exist."},
    KnownError{"NodeAgentSKUNotFound", 404, "The specified node agent SKU does not exist."},
    KnownError{"JobPreparationTaskNotRunOnNode", 404,
               "The job preparation task has not run on the specified node."},
    KnownError{"JobReleaseTaskNotRunOnNode", 404,
               "The job release task has not run on the specified node."},
    KnownError{"MissingContentLengthHeader", 411, "The Content-Length header was not specified."},
    KnownError{"PoolBeingCreated", 409, "The specified pool is being created."},
    KnownError{"PoolQuotaReached", 409, "The pool quota of the account has been reached."},
    KnownError{"NodeBeingCreated", 409, "The specified node is being created."},
    KnownError{"NodeBeingStarted", 409, "The specified node is being started."},
    KnownError{"NodeBeingRebooted", 409, "The specified node is being rebooted."},
    KnownError{"NodeBeingReimaged", 409, "The specified node is being reimaged."},
    KnownError{"NodeStateUnusable", 409, "The specified node is unusable."},
    KnownError{"NodeUserExists", 409, "The specified node user already exists."},
    KnownError{"JobDisabled", 409, "The specified job is disabled."},
    KnownError{"JobNotActive", 409, "The specified job is not in active state."},
    KnownError{"JobReleaseTaskNotSpecified", 409, "The specified job has no job release task."},
    KnownError{"TaskFilesCleanedup", 409, "The files of the specified task have been cleaned up."},
    KnownError{"OperationTimedOut", 500, "The operation could not be completed in its time."},
    KnownError{"MissingRequiredProperty", 400,
               "A required property was not specified in the request body."},
    KnownError{"InvalidPropertyValue", 400,
               "The value provided for one of the properties in the request body is invalid."},
    KnownError{"UnsupportedProperty", 400,
               "One of the properties specified in the request body is not supported."},
    KnownError{"InvalidRequestBody", 400, "The specified Request Body is not syntactically valid."},
    KnownError{"MissingRequiredQueryParameter", 400,
               "A query parameter that's mandatory for this request is not specified."},
    KnownError{"InvalidQueryParameterValue", 400,
               "Value for one of the query parameters specified in the request URI is invalid"},
    KnownError{"OutOfRangeQueryParameterValue", 400,
               "A query parameter specified in the request URI is outside the permissible range."},
    KnownError{"UnsupportedRequestVersion", 400, "The specified API version is not supported."},
    KnownError{"InvalidHeaderValue", 400,
               "The value provided for one of the HTTP headers was not in the correct format."},
    KnownError{"MultipleConditionHeadersNotSupported", 400,
               "Multiple condition headers are not supported."},
    KnownError{"OutOfRangePriority", 400, "The specified priority is out of range."},
    KnownError{"InvalidAutoScalingSettings", 400,
               "The specified auto-scaling settings are not valid."},
    KnownError{"AutoScalingFormulaSyntaxError", 400,
               "The specified auto-scaling formula has a syntax error."},
    KnownError{"AutoScalingFormulaTooLong", 400,
               "The specified auto-scaling formula exceeds lengths limit."},
    KnownError{"EmptyMetadataKey", 400,
               "The key for one of the metadata key-value pairs is empty."},
    KnownError{"TaskDependenciesNotSpecifiedOnJob", 400,
               "The job must set usesTaskDependencies before a task of it can depend on others."},
    KnownError{"ResourceNotFound", 404, "The specified resource does not exist."},
    KnownError{"PoolNotFound", 404, "The specified pool does not exist."},
    KnownError{"NodeNotFound", 404, "The specified node does not exist."},
    KnownError{"JobNotFound", 404, "The specified job does not exist."},
    KnownError{"JobScheduleNotFound", 404, "The specified job schedule does not exist."},
    KnownError{"TaskNotFound", 404, "The specified task does not exist."},
    KnownError{"FileNotFound", 404, "The specified file does not exist."},
    KnownError{"ApplicationNotFound", 404, "The specified application does not exist."},
    KnownError{"UnsupportedHttpVerb", 405, "The resource doesn't support the specified HTTP verb."},
    KnownError{"ConditionNotMet", 412,
               "The condition specified using HTTP conditional header(s) is not met."},
    KnownError{"RequestBodyTooLarge", 413,
               "The size of the request body exceeds the maximum size permitted."},
    KnownError{"InvalidRange", 416,
               "The range specified is invalid for the current size of the resource."},
    KnownError{"NodeBeingCreated", 409, "The specified node is being created."},
    KnownError{"NodeBeingStarted", 409, "The specified node is being started."},
    KnownError{"NodeBeingRebooted", 409, "The specified node is being rebooted."},
    KnownError{"NodeBeingReimaged", 409, "The specified node is being reimaged."},
    KnownError{"NodeStateUnusable", 409, "The specified node is unusable."},
    KnownError{"NodeUserExists", 409, "The specified node user already exists."},
    KnownError{"TaskFilesCleanedup", 409, "The files of the specified task have been cleaned up."},
    KnownError{"NodeUserNotFound", 404, "The specified node user does not exist."},
    KnownError{"IOError", 403, "The file could not be read or written."},
    KnownError{"TaskDependencyListTooLong", 400,
               "The ids of the tasks that the task depends on have more than 64000 characters."},
    KnownError{"TaskDependencyRangesTooLong", 400,
               "The ranges of ids that the task depends on have more than 64000 characters."},
    KnownError{"PoolExists", 409, "The specified pool already exists."},
    KnownError{"PoolBeingDeleted", 409,
               "The specified pool has been marked for deletion and is being reclaimed."},
    KnownError{"PoolBeingResized", 409, "The specified pool is being resized"},
    KnownError{"NodeAlreadyInTargetSchedulingState", 409,
               "The specified node is already in the target scheduling state."},
    KnownError{"OperationNotValidOnNode", 409,
               "The specified operation is not valid on this node."},
    KnownError{"OperationNotValidOnPool", 409,
               "The specified operation is not valid on this pool."},
    KnownError{"OperationInvalidForCurrentState", 409,
               "The specified operation is not valid for the current state of the resource."},
    KnownError{"JobExists", 409, "The specified job already exists."},
    KnownError{"JobBeingTerminated", 409, "The specified job is being terminated."},
    KnownError{"JobBeingDeleted", 409,
               "The specified job has been marked for deletion and is being garbage collected."},
    KnownError{"JobCompleted", 409, "The specified job is already in a completed state."},
    KnownError{"JobWithSameIdExists", 409,
               "The specified job schedule has the id of an existing job."},
    KnownError{"JobScheduleWithSameIdExists", 409,
               "The specified job has the id of an existing job schedule."},
    KnownError{"JobScheduleExists", 409, "The specified job schedule already exists."},
    KnownError{"JobScheduleDisabled", 409, "The specified job schedule is disabled."},
    KnownError{"JobScheduleCompleted", 409,
               "The specified job schedule is already in a completed state."},
    KnownError{"JobScheduleBeingTerminated", 409,
               "The specified job schedule is being terminated."},
    KnownError{"JobScheduleBeingDeleted", 409,
               "The specified job schedule has been marked for deletion and is being garbage "
               "collected."},
    KnownError{"ActiveJobAndScheduleQuotaReached", 409,
               "The active job and job schedule quota of the account has been reached."},
    KnownError{"JobPreparationTaskNotSpecified", 409,
               "The specified job has no job preparation task."},
    KnownError{"TaskExists", 409, "The specified task already exists."},
    KnownError{"TaskCompleted", 409, "The specified task is already in a completed state."},
    KnownError{"TaskNotCompleted", 409,
               "The specified task is not in a completed state, and the requested operation can be "
               "performed only on completed tasks."},
    KnownError{"TaskSucceeded", 409,
               "The specified task has already completed successfully, and the requested operation "
               "cannot be performed on successful tasks."},
    KnownError{"TaskFilesUnavailable", 409, "The files of the specified task are unavailable."},
    KnownError{"TaskIdSameAsJobPreparationTask", 409,
               "The specified task has the id of the job preparation task of its job."},
    KnownError{"TaskIdSameAsJobReleaseTask", 409,
               "The specified task has the id of the job release task of its job."},
    KnownError{"InvalidApplicationPackageReferences", 409,
               "One or more application package references could not be satisfied."},
    KnownError{"TooManyEnableAutoScaleRequests", 503,
               "Too many Enable Pool AutoScale requests are issued on the pool."},
    KnownError{"ServerBusy", 503,
               "The server is currently unable to receive requests. Please retry your request."},
};

//! \brief What a refusal repeats of a value.
std::string clipped(std::string_view text)
{
    constexpr std::size_t limit = 256;
    if (text.size() <= limit)
        return std::string(text);
    std::size_t end = limit;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end; // not within a character
    return std::string(text.substr(0, end)) + "...";
}

const KnownError &known(std::string_view code)
{
    const auto at = std::find_if(knownErrors.begin(), knownErrors.end(),
                                 [&](const KnownError &e) { return e.code == code; });
    return at == knownErrors.end() ? knownErrors.front() : *at;
}

} // namespace

ApiError::ApiError(std::string_view code, Values values)
    : std::runtime_error(std::string(known(code).message))
    , m_code(known(code).code)
    , m_status(known(code).status)
    , m_values(std::move(values))
{
}

ApiError ApiError::property(std::string_view name, std::string_view value, std::string_view reason)
{
    return ApiError("InvalidPropertyValue",
                    {{"PropertyName", std::string(name)},
                     {"PropertyValue", clipped(value)},
                     {"Reason", std::string(reason)}});
}

ApiError ApiError::query(std::string_view name, std::string_view value, std::string_view reason)
{
    return ApiError("InvalidQueryParameterValue",
                    {{"QueryParameterName", std::string(name)},
                     {"QueryParameterValue", clipped(value)},
                     {"Reason", std::string(reason)}});
}

ApiError ApiError::missing(std::string_view name)
{
    return ApiError("MissingRequiredProperty", {{"PropertyName", std::string(name)}});
}

ApiError ApiError::because(std::string_view code, std::string_view reason)
{
    return ApiError(code, {{"Reason", std::string(reason)}});
}

} // namespace Batchdesk::LocalService
