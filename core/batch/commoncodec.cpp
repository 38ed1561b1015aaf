// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/commoncodec.h"

#include "core/batch/jsonfields.h"

namespace Batchdesk::Batch {
namespace {

constexpr QLatin1String Name("name");
constexpr QLatin1String Value("value");

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
        {QLatin1String("scope"),
         identity.scope == UserIdentity::Scope::Task ? QLatin1String("task")
                                                     : QLatin1String("pool")},
        {QLatin1String("elevationLevel"),
         identity.elevation == UserIdentity::Elevation::Admin ? QLatin1String("admin")
                                                              : QLatin1String("nonadmin")},
    };
    return {{QLatin1String("autoUser"), autoUser}};
}

QJsonObject toJson(const ResourceFile &file)
{
    QJsonObject object;
    putText(object, QLatin1String("httpUrl"), file.httpUrl);
    putText(object, QLatin1String("storageContainerUrl"), file.storageContainerUrl);
    putText(object, QLatin1String("blobPrefix"), file.blobPrefix);
    putText(object, QLatin1String("filePath"), file.filePath);
    putText(object, QLatin1String("fileMode"), file.fileMode);
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

std::optional<FailureInfo> optionalFailureInfo(const QJsonObject &object, QLatin1String name)
{
    const QJsonValue value = object.value(name);
    return value.isObject() ? std::optional(failureInfoFromJson(value.toObject())) : std::nullopt;
}

Stamp stampFromJson(const QJsonObject &object)
{
    return {textField(object, QLatin1String("eTag")),
            timeField(object, QLatin1String("lastModified"))};
}

} // namespace Batchdesk::Batch
