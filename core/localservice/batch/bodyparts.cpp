// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/bodyparts.h"

#include "core/localservice/batch/apierror.h"

#include <algorithm>
#include <cctype>
#include <climits>

namespace Batchdesk::LocalService {

namespace {

using K = Property::Kind;

const Shape autoUserShape{{
    {"scope", K::Choice, false, nullptr, {"pool", "task"}, "\"pool\""},
    {"elevationLevel", K::Choice, false, nullptr, {"nonadmin", "admin"}, "\"nonadmin\""},
}};
const Shape outputContainerShape{{
    {"containerUrl", K::Text, true},
    {"path", K::Text},
    Property{"identityReference", K::Unsupported}.from(ApiVersion::V2021_06).because(noIdentities),
    Property{"uploadHeaders", K::List, false, &nameValueShape()}.from(ApiVersion::V2022_01),
}};
const Shape outputDestinationShape{{
    {"container", K::Object, true, &outputContainerShape},
}};
const Shape outputOptionsShape{{
    {"uploadCondition", K::Choice, true, nullptr, {"tasksuccess", "taskfailure", "taskcompletion"}},
}};
} // namespace

const Shape &nameValueShape()
{
    static const Shape shape{{{"name", K::Text, true}, {"value", K::Text}}};
    return shape;
}

const Shape &metadataShape()
{
    static const Shape shape{{{"name", K::Text, true}, {"value", K::Text, true}}};
    return shape;
}

const Shape &userIdentityShape()
{
    static const Shape shape{{
        {"username", K::Text},
        {"autoUser", K::Object, false, &autoUserShape},
    }};
    return shape;
}

const Shape &resourceFileShape()
{
    static const Shape shape{{
        Property{"autoStorageContainerName", K::Unsupported}.because(
            "There is no storage account behind the account; use storageContainerUrl."),
        {"storageContainerUrl", K::Text},
        {"httpUrl", K::Text},
        {"blobPrefix", K::Text},
        {"filePath", K::Text},
        {"fileMode", K::Text},
        Property{"identityReference", K::Unsupported}
            .from(ApiVersion::V2021_06)
            .because(noIdentities),
    }};
    return shape;
}

const Shape &outputFileShape()
{
    static const Shape shape{{
        {"filePattern", K::Text, true},
        {"destination", K::Object, true, &outputDestinationShape},
        {"uploadOptions", K::Object, true, &outputOptionsShape},
    }};
    return shape;
}

const Shape &taskConstraintsShape()
{
    static const Shape shape{{
        {"maxWallClockTime", K::Span, false, nullptr, {}, infiniteSpan},
        {"retentionTime", K::Span, false, nullptr, {}, "\"P7D\""},
        {"maxTaskRetryCount", K::Whole},
    }};
    return shape;
}

void checkSpan(const Json &object, const char *name, Duration least, Duration most)
{
    if (!object.contains(name))
        return;
    const auto text = object[name].get<std::string>();
    const Duration span = *parseIsoDuration(text);
    if (span < least || span > most)
        throw ApiError::property(name, text,
                                 "The value must be between " + isoDuration(least) + " and "
                                     + isoDuration(most) + '.');
}

void checkRange(const Json &object, const char *name, int least, int most)
{
    if (!object.contains(name))
        return;
    const int value = object[name].get<int>();
    if (value < least || value > most)
        throw ApiError::property(name, std::to_string(value),
                                 "The value must be between " + std::to_string(least) + " and "
                                     + std::to_string(most) + '.');
}

void checkDisplayName(const Json &object)
{
    const auto name = object.value("displayName", std::string());
    const auto characters = std::count_if(name.begin(), name.end(), [](unsigned char c) {
        return (c & 0xC0) != 0x80; // counts UTF-8 sequences, not bytes
    });
    if (characters > 1024)
        throw ApiError::property("displayName", name, "The name may have 1024 characters.");
}

void checkCommand(const Json &object)
{
    const auto command = object.value("commandLine", std::string());
    if (object.contains("commandLine") && command.find_first_not_of(" \t") == std::string::npos)
        throw ApiError::property("commandLine", command, "The command line may not be empty.");
    if (object.contains("maxTaskRetryCount"))
        checkRange(object, "maxTaskRetryCount", -1, INT_MAX);
    for (const auto &file : object.value("resourceFiles", Json::array())) {
        if (file.contains("httpUrl") == file.contains("storageContainerUrl"))
            throw ApiError::property(
                "resourceFiles", file.value("filePath", std::string()),
                "Exactly one of httpUrl and storageContainerUrl must be given.");
        if (file.contains("httpUrl") && !file.contains("filePath"))
            throw ApiError::missing("resourceFiles.filePath");
    }
}

void checkMetadata(const Json &object)
{
    for (const auto &item : object.value("metadata", Json::array())) {
        if (item["name"].get<std::string>().empty())
            throw ApiError("EmptyMetadataKey");
    }
}

void lowerVmSize(Json &pool)
{
    if (!pool.contains("vmSize"))
        return;
    auto size = pool["vmSize"].get<std::string>();
    std::transform(size.begin(), size.end(), size.begin(),
                   [](unsigned char c) { return char(std::tolower(c)); });
    pool["vmSize"] = size;
}

} // namespace Batchdesk::LocalService
