// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/requestbody.h"

#include "core/localservice/batch/apierror.h"

namespace Batchdesk::LocalService {

namespace {

// No body of the API is deeper than ten. What is done with a value later goes down into it by
// recursion, and a thread's stack is finite.
constexpr std::size_t maxDepth = 32;
// The properties of one object are searched one after the other.
constexpr std::size_t maxProperties = 512;

[[noreturn]] void refuse(const std::string &reason)
{
    throw ApiError::because("InvalidRequestBody", reason);
}

//! \brief Goes through a text without building anything, and throws at what is too much.
class Limits final : public nlohmann::json_sax<Json>
{
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool string(string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool start_object(std::size_t) override { return enter(); }
    bool end_object() override { return leave(); }
    bool start_array(std::size_t) override { return enter(); }
    bool end_array() override { return leave(); }

    bool key(string_t &name) override
    {
        auto &names = m_names.back();
        if (names.size() == maxProperties)
            refuse("An object of the body has too many properties.");
        if (!names.insert(name).second)
            refuse("The property '" + name + "' is given twice.");
        return true;
    }

    bool parse_error(std::size_t, const std::string &, const Json::exception &) override
    {
        return false;
    }

private:
    bool enter()
    {
        if (m_names.size() == maxDepth)
            refuse("The body is nested too deeply.");
        m_names.emplace_back();
        return true;
    }

    bool leave()
    {
        m_names.pop_back();
        return true;
    }

    std::vector<std::set<std::string, std::less<>>> m_names; //!< One for each level that is open.
};

} // namespace

Json parseBody(const std::string &text, bool optional)
{
    if (optional && text.find_first_not_of(" \t\r\n") == std::string::npos)
        return Json::object();
    Limits limits;
    // The parser's own words name bytes and states; the code says enough.
    if (!Json::sax_parse(text, &limits))
        refuse("The body must be one JSON object.");
    Json body = Json::parse(text);
    if (!body.is_object())
        refuse("The body must be one JSON object.");
    return body;
}

} // namespace Batchdesk::LocalService
