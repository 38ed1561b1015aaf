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

bool isContainerName(const std::string &text)
{
    return text.size() >= 3 && text.size() <= 63
        && std::all_of(text.begin(), text.end(), [](unsigned char c) {
               return std::islower(c) || std::isdigit(c) || c == '-';
           });
}

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
        {"autoStorageContainerName", K::Text},
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

const Shape &packageReferenceShape()
{
    static const Shape shape{{{"applicationId", K::Text, true}, {"version", K::Text}}};
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

void checkEnvironment(const Json &object, const char *name)
{
    for (const auto &setting : object.value(name, Json::array())) {
        const auto key = setting["name"].get<std::string>();
        const auto value = setting.value("value", std::string());
        // What no process can be given: it would see another variable, or a part of the value.
        if (key.empty() || key.find_first_of(std::string_view("=\0", 2)) != std::string::npos
            || value.find('\0') != std::string::npos)
            throw ApiError::property(name, key,
                                     "A name has at least one character and no equals sign, and "
                                     "neither name nor value has a null character.");
    }
}

void checkCommand(const Json &object)
{
    const auto command = object.value("commandLine", std::string());
    if (object.contains("commandLine") && command.find_first_not_of(" \t") == std::string::npos)
        throw ApiError::property("commandLine", command, "The command line may not be empty.");
    if (command.find('\0') != std::string::npos)
        throw ApiError::property("commandLine", command,
                                 "The command line may not have a null character.");
    if (object.contains("maxTaskRetryCount"))
        checkRange(object, "maxTaskRetryCount", -1, INT_MAX);
    const Json identity = object.value("userIdentity", Json::object());
    if (identity.contains("username") && identity.contains("autoUser"))
        throw ApiError::property("userIdentity", identity["username"].get<std::string>(),
                                 "Name either a user account or an automatic user.");
    checkEnvironment(object, "environmentSettings");
    for (const auto &file : object.value("resourceFiles", Json::array())) {
        const int sources = int(file.contains("httpUrl"))
            + int(file.contains("storageContainerUrl"))
            + int(file.contains("autoStorageContainerName"));
        if (sources != 1)
            throw ApiError::property("resourceFiles", file.value("filePath", std::string()),
                                     "Exactly one of httpUrl, storageContainerUrl and "
                                     "autoStorageContainerName must be given.");
        const auto container = file.value("autoStorageContainerName", std::string("none"));
        if (!isContainerName(container))
            throw ApiError::property("resourceFiles.autoStorageContainerName", container,
                                     "A container's name has 3 to 63 lower-case letters, digits "
                                     "and hyphens.");
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
