// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/applications.h"

#include <algorithm>

namespace Batchdesk::LocalService {

namespace fs = std::filesystem;

namespace {

constexpr const char *extension = ".zip";

// A name as applications and versions have it: never a way into another folder.
bool isName(const std::string &text)
{
    return !text.empty() && text.front() != '.' && text.size() <= 64
        && std::all_of(text.begin(), text.end(), [](unsigned char c) {
               return std::isalnum(c) || c == '-' || c == '_' || c == '.';
           });
}

std::size_t digitsAt(const std::string &text, std::size_t at)
{
    const auto end = text.find_first_not_of("0123456789", at);
    return std::min(end, text.size()) - at;
}

// "1.9" before "1.10".
bool isOlder(const std::string &a, const std::string &b)
{
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        const auto inA = digitsAt(a, i);
        const auto inB = digitsAt(b, j);
        if (inA > 0 && inB > 0) {
            const auto left = a.substr(i, inA);
            const auto right = b.substr(j, inB);
            const auto significant = [](const std::string &digits) {
                return digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
            };
            const auto x = significant(left);
            const auto y = significant(right);
            if (x != y)
                return x.size() != y.size() ? x.size() < y.size() : x < y;
            i += inA;
            j += inB;
        } else if (a[i] != b[j]) {
            return a[i] < b[j];
        } else {
            ++i;
            ++j;
        }
    }
    return a.size() - i < b.size() - j;
}

} // namespace

Applications::Applications(fs::path directory)
    : m_directory(std::move(directory))
{
}

std::vector<Application> Applications::all() const
{
    std::vector<Application> found;
    std::error_code error;
    for (fs::directory_iterator at(m_directory, error), end; !error && at != end;
         at.increment(error)) {
        if (auto application = find(at->path().filename().string()))
            found.push_back(std::move(*application));
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    return found;
}

std::optional<Application> Applications::find(const std::string &id) const
{
    if (!isName(id))
        return std::nullopt;
    Application application{id, {}};
    std::error_code error;
    for (fs::directory_iterator at(m_directory / id, error), end; !error && at != end;
         at.increment(error)) {
        const auto version = at->path().stem().string();
        std::error_code gone;
        if (at->path().extension() == extension && isName(version) && at->is_regular_file(gone))
            application.versions.push_back(version);
    }
    if (application.versions.empty())
        return std::nullopt;
    std::sort(application.versions.begin(), application.versions.end(), isOlder);
    return application;
}

std::optional<fs::path> Applications::package(const std::string &id,
                                              const std::string &version) const
{
    const auto application = find(id);
    if (!application)
        return std::nullopt;
    const auto &versions = application->versions;
    const auto &wanted = version.empty() ? versions.back() : version;
    if (std::find(versions.begin(), versions.end(), wanted) == versions.end())
        return std::nullopt;
    return m_directory / id / (wanted + extension);
}

} // namespace Batchdesk::LocalService
