// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/privatefile.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Batchdesk::LocalService {

namespace {

bool writeAll(int file, const std::string &text)
{
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t count = ::write(file, text.data() + done, text.size() - done);
        if (count < 0 && errno != EINTR)
            return false;
        done += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    return true;
}

} // namespace

void writePrivateFile(const std::filesystem::path &path, const std::string &text)
{
    const std::filesystem::path beside = path.string() + ".new";
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    // A file left there by a kill keeps its mode: set it before anything private goes in.
    bool good =
        file >= 0 && ::fchmod(file, 0600) == 0 && writeAll(file, text) && ::fsync(file) == 0;
    int error = errno;
    if (file >= 0)
        ::close(file);
    if (good && std::rename(beside.c_str(), path.c_str()) != 0) {
        good = false;
        error = errno;
    }
    if (!good)
        throw std::system_error(error, std::generic_category(),
                                "the file " + path.string() + " cannot be written");
}

PrivateAppender::PrivateAppender(const std::filesystem::path &file)
    : m_file(::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600))
{
    if (m_file < 0)
        throw std::system_error(errno, std::generic_category(),
                                "the file " + file.string() + " cannot be written");
}

PrivateAppender::~PrivateAppender()
{
    ::close(m_file);
}

bool PrivateAppender::append(const std::string &text)
{
    return writeAll(m_file, text);
}

} // namespace Batchdesk::LocalService
