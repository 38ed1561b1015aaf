// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/commoncodec.h"

#include "core/batch/jsonfields.h"

namespace Batchdesk::Batch {
namespace {

constexpr QLatin1String Name("name");
constexpr QLatin1String Value("value");
constexpr QLatin1String ApplicationId("applicationId");
constexpr QLatin1String Version("version");
constexpr QLatin1String MaxWallClockTime("maxWallClockTime");
constexpr QLatin1String RetentionTime("retentionTime");
constexpr QLatin1String MaxTaskRetryCount("maxTaskRetryCount");
constexpr QLatin1String AutoUser("autoUser");
constexpr QLatin1String Scope("scope");
constexpr QLatin1String ElevationLevel("elevationLevel");
constexpr QLatin1String HttpUrl("httpUrl");
constexpr QLatin1String StorageContainerUrl("storageContainerUrl");
constexpr QLatin1String BlobPrefix("blobPrefix");
constexpr QLatin1String FilePath("filePath");
constexpr QLatin1String FileMode("fileMode");

QLatin1String conditionName(OutputFile::Condition condition)
{
    switch (condition) {
    case OutputFile::Condition::TaskSuccess:
        return QLatin1String("tasksuccess");
    case OutputFile::Condition::TaskFailure:
        return QLatin1String("taskfailure");
    case OutputFile::Condition::TaskCompletion:
        break;
    }
    return QLatin1String("taskcompletion");
}

} // namespace

QJsonObject toJson(const NameValue &value)
{
    return {{Name, value.name}, {Value, value.value}};
}

QJsonObject toJson(const UserIdentity &identity)
{
    const QJsonObject autoUser{
        {Scope,
         identity.scope == UserIdentity::Scope::Task ? QLatin1String("task")
                                                     : QLatin1String("pool")},
        {ElevationLevel,
         identity.elevation == UserIdentity::Elevation::Admin ? QLatin1String("admin")
                                                              : QLatin1String("nonadmin")},
    };
    return {{AutoUser, autoUser}};
}

QJsonObject toJson(const ResourceFile &file)
{
    QJsonObject object;
    putText(object, HttpUrl, file.httpUrl);
    putText(object, StorageContainerUrl, file.storageContainerUrl);
    putText(object, BlobPrefix, file.blobPrefix);
    putText(object, FilePath, file.filePath);
    putText(object, FileMode, file.fileMode);
    return object;
}

QJsonObject toJson(const OutputFile &file)
{
    QJsonObject container;
    container.insert(QLatin1String("containerUrl"), file.containerUrl);
    putText(container, QLatin1String("path"), file.path);
    return {
        {QLatin1String("filePattern"), file.filePattern},
        {QLatin1String("destination"), QJsonObject{{QLatin1String("container"), container}}},
        {QLatin1String("uploadOptions"),
         QJsonObject{{QLatin1String("uploadCondition"), conditionName(file.condition)}}},
    };
}

QJsonObject toJson(const ApplicationPackage &package)
{
    QJsonObject object{{ApplicationId, package.applicationId}};
    putText(object, Version, package.version);
    return object;
}

QJsonObject toJson(const TaskConstraints &constraints)
{
    QJsonObject object;
    putDuration(object, MaxWallClockTime, constraints.maxWallClockTime);
    putDuration(object, RetentionTime, constraints.retentionTime);
    if (constraints.maxTaskRetryCount)
        object.insert(MaxTaskRetryCount, *constraints.maxTaskRetryCount);
    return object;
}

QLatin1String wireName(RunningTasks option)
{
    switch (option) {
    case RunningTasks::Terminate:
        return QLatin1String("terminate");
    case RunningTasks::TaskCompletion:
        return QLatin1String("taskcompletion");
    case RunningTasks::RetainedData:
        return QLatin1String("retaineddata");
    case RunningTasks::Requeue:
        break;
    }
    return QLatin1String("requeue");
}

NameValue nameValueFromJson(const QJsonObject &object)
{
    return {textField(object, Name), textField(object, Value)};
}

FailureInfo failureInfoFromJson(const QJsonObject &object)
{
    return {
        .category = textField(object, QLatin1String("category")),
        .code = textField(object, QLatin1String("code")),
        .message = textField(object, QLatin1String("message")),
        .details = listField(object, QLatin1String("details"), nameValueFromJson),
    };
}

ApplicationPackage applicationPackageFromJson(const QJsonObject &object)
{
    return {textField(object, ApplicationId), textField(object, Version)};
}

TaskConstraints taskConstraintsFromJson(const QJsonObject &object)
{
    return {
        .maxWallClockTime = durationField(object, MaxWallClockTime),
        .retentionTime = durationField(object, RetentionTime),
        .maxTaskRetryCount = optionalIntField(object, MaxTaskRetryCount),
    };
}

UserIdentity userIdentityFromJson(const QJsonObject &object)
{
    // The service writes these words in several cases.
    const auto is = [user = object.value(AutoUser).toObject()](QLatin1String name,
                                                               const char *value) {
        return textField(user, name).compare(QLatin1String(value), Qt::CaseInsensitive) == 0;
    };
    return {is(Scope, "task") ? UserIdentity::Scope::Task : UserIdentity::Scope::Pool,
            is(ElevationLevel, "admin") ? UserIdentity::Elevation::Admin
                                        : UserIdentity::Elevation::NonAdmin};
}

ResourceFile resourceFileFromJson(const QJsonObject &object)
{
    return {
        .httpUrl = textField(object, HttpUrl),
        .storageContainerUrl = textField(object, StorageContainerUrl),
        .blobPrefix = textField(object, BlobPrefix),
        .filePath = textField(object, FilePath),
        .fileMode = textField(object, FileMode),
    };
}

Stamp stampFromJson(const QJsonObject &object)
{
    return {textField(object, QLatin1String("eTag")),
            timeField(object, QLatin1String("lastModified"))};
}

} // namespace Batchdesk::Batch
