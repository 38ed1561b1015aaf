// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/shape.h"

#include "core/localservice/batch/apierror.h"

#include <algorithm>
#include <cctype>
#include <limits>

namespace Batchdesk::LocalService {

namespace {

constexpr std::size_t maxIdLength = 64;

bool sameText(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && !IdLess()(a, b) && !IdLess()(b, a);
}

std::string shown(const Json &value)
{
    return value.is_string() ? value.get<std::string>()
                             : value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

[[noreturn]] void refuse(const std::string &path, const Json &value, std::string_view reason)
{
    throw ApiError::property(path, shown(value), reason);
}

Json conformText(const Json &value, const Property &property, const std::string &path)
{
    if (!value.is_string())
        refuse(path, value, "The property must be a string.");
    const auto &text = value.get_ref<const std::string &>();
    if (property.kind == Property::Kind::Id) {
        const bool legal = !text.empty() && text.size() <= maxIdLength
            && std::all_of(text.begin(), text.end(),
                           [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_'; });
        if (!legal)
            refuse(path, value,
                   "An id is 1 to 64 characters long and consists of letters, digits, hyphens and "
                   "underscores.");
    }
    return value;
}

Json conformChoice(const Json &value, const Property &property, const std::string &path)
{
    if (value.is_string()) {
        for (const auto choice : property.choices) {
            if (sameText(choice, value.get_ref<const std::string &>()))
                return std::string(choice);
        }
    }
    std::string reason = "The property must be one of:";
    for (const auto choice : property.choices)
        reason += ' ' + std::string(choice);
    refuse(path, value, reason);
}

Json conformSpan(const Json &value, const std::string &path)
{
    // -1 is how some clients say "no limit".
    if (value == -1 || value == "-1")
        return isoDuration(unlimitedDuration);
    const auto span =
        value.is_string() ? parseIsoDuration(value.get_ref<const std::string &>()) : std::nullopt;
    if (!span)
        refuse(path, value, "The property must be an ISO 8601 duration.");
    return isoDuration(*span);
}

Json conformMap(const Json &value, const std::string &path)
{
    if (!value.is_object())
        refuse(path, value, "The property must be an object of strings.");
    for (const auto &[name, text] : value.items()) {
        if (!text.is_string())
            refuse(path + '.' + name, text, "The property must be a string.");
    }
    return value;
}

Json conformObject(const Json &given, const Shape &shape, ApiVersion version, bool partial,
                   const std::string &path);

Json conformList(const Json &value, const Property &property, ApiVersion version,
                 const std::string &path)
{
    if (!value.is_array())
        refuse(path, value, "The property must be an array.");
    Json list = Json::array();
    for (std::size_t i = 0; i < value.size(); ++i) {
        const std::string itemPath = path + '[' + std::to_string(i) + ']';
        if (property.kind == Property::Kind::TextList) {
            if (!value[i].is_string())
                refuse(itemPath, value[i], "The property must be a string.");
            list.push_back(value[i]);
        } else {
            list.push_back(conformObject(value[i], *property.shape, version, false, itemPath));
        }
    }
    return list;
}

Json conformValue(const Json &value, const Property &property, ApiVersion version,
                  const std::string &path)
{
    switch (property.kind) {
    case Property::Kind::Text:
    case Property::Kind::Id:
    case Property::Kind::Secret:
        return conformText(value, property, path);
    case Property::Kind::Whole:
        if (!value.is_number_integer() || value < std::numeric_limits<int>::min()
            || value > std::numeric_limits<int>::max())
            refuse(path, value, "The property must be a whole number of 32 bits.");
        return value;
    case Property::Kind::Truth:
        if (!value.is_boolean())
            refuse(path, value, "The property must be true or false.");
        return value;
    case Property::Kind::Span:
        return conformSpan(value, path);
    case Property::Kind::Moment: {
        const auto time =
            value.is_string() ? parseIsoTime(value.get_ref<const std::string &>()) : std::nullopt;
        if (!time)
            refuse(path, value, "The property must be an ISO 8601 time.");
        return isoTime(*time);
    }
    case Property::Kind::Choice:
        return conformChoice(value, property, path);
    case Property::Kind::Object:
        return conformObject(value, *property.shape, version, false, path);
    case Property::Kind::List:
    case Property::Kind::TextList:
        return conformList(value, property, version, path);
    case Property::Kind::TextMap:
        return conformMap(value, path);
    case Property::Kind::Unsupported:
        // Clients send empty lists for what they do not use.
        if (value.empty() || value == false)
            return nullptr;
        throw ApiError("UnsupportedProperty",
                       {{"PropertyName", path},
                        {"Reason",
                         property.reason ? property.reason
                                         : "The service on this computer does not offer it."}});
    }
    return nullptr;
}

Json conformObject(const Json &given, const Shape &shape, ApiVersion version, bool partial,
                   const std::string &path)
{
    if (!given.is_object())
        refuse(path.empty() ? "body" : path, given, "The property must be an object.");
    Json result = Json::object();
    for (const auto &property : shape.properties) {
        const std::string here = path.empty() ? property.name : path + '.' + property.name;
        const auto at = given.find(property.name);
        if (at == given.end() || at->is_null()) {
            if (partial)
                continue;
            if (property.required && property.isIn(version))
                throw ApiError::missing(here);
            if (property.fallback)
                result[property.name] = Json::parse(property.fallback);
            continue;
        }
        Json value = conformValue(*at, property, version, here);
        if (!value.is_null() && property.kind != Property::Kind::Secret)
            result[property.keptAs ? property.keptAs : property.name] = std::move(value);
    }
    return result;
}

[[noreturn]] void refuseName(const std::string &name, const std::string &owner,
                             const std::string &path, const Property *known, ApiVersion version)
{
    std::string reason = "The property '" + name + "' does not exist on type '" + owner + "'. ";
    if (known)
        reason += "It is not part of the api-version " + std::string(wireName(version)) + '.';
    else
        reason += "Use only names that the type defines.";
    if (path != name)
        reason += " It was found at " + path + '.';
    throw ApiError::because("InvalidRequestBody", reason);
}

void checkNamesAt(const Json &given, const Shape &shape, ApiVersion version,
                  const std::string &owner, const std::string &path)
{
    if (!given.is_object())
        return; // refused by its value
    for (const auto &[name, value] : given.items()) {
        if (name.starts_with("odata."))
            continue; // annotations, which the format allows everywhere
        const std::string here = path.empty() ? name : path + '.' + name;
        const auto property =
            std::find_if(shape.properties.begin(), shape.properties.end(),
                         [wanted = std::string_view(name)](const Property &candidate) {
                             return candidate.name == wanted;
                         });
        const bool known = property != shape.properties.end();
        if (!known || !property->isIn(version))
            refuseName(name, owner, here, known ? &*property : nullptr, version);
        if (property->kind == Property::Kind::Object) {
            checkNamesAt(value, *property->shape, version, name, here);
        } else if (property->kind == Property::Kind::List && value.is_array()) {
            for (std::size_t i = 0; i < value.size(); ++i)
                checkNamesAt(value[i], *property->shape, version, name,
                             here + '[' + std::to_string(i) + ']');
        }
    }
}

} // namespace

Property Property::from(ApiVersion version) const
{
    Property changed = *this;
    changed.since = version;
    return changed;
}

Property Property::before(ApiVersion version) const
{
    Property changed = *this;
    changed.goneSince = version;
    return changed;
}

Property Property::because(const char *text) const
{
    Property changed = *this;
    changed.reason = text;
    return changed;
}

Property Property::as(const char *newName) const
{
    Property changed = *this;
    changed.keptAs = newName;
    return changed;
}

bool Property::isIn(ApiVersion version) const
{
    return version >= since && (!goneSince || version < *goneSince);
}

void checkNames(const Json &given, const Shape &shape, ApiVersion version)
{
    checkNamesAt(given, shape, version, "request body", {});
}

Json conform(const Json &given, const Shape &shape, ApiVersion version, bool partial)
{
    checkNames(given, shape, version);
    return conformObject(given, shape, version, partial, {});
}

} // namespace Batchdesk::LocalService
