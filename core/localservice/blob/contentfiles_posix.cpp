// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/contentfiles.h"

#include "core/localservice/auth/digest.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace Batchdesk::LocalService::Blobs {

namespace {

constexpr std::size_t pieceSize = 256 * 1024;

[[noreturn]] void fail(const char *what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

void flushDirectory(const std::filesystem::path &directory)
{
    const int file = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        fail("the folder of blob contents cannot be opened");
    ::fsync(file);
    ::close(file);
}

} // namespace

ContentFile::ContentFile(std::filesystem::path path)
    : m_path(std::move(path))
{
}

ContentFile::~ContentFile()
{
    if (m_doomed)
        ::unlink(m_path.c_str());
}

bool ContentFile::read(std::uint64_t offset, std::uint64_t length,
                       const std::function<bool(const char *, std::size_t)> &sink) const
{
    const int file = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    std::vector<char> piece(static_cast<std::size_t>(std::min<std::uint64_t>(length, pieceSize)));
    bool good = true;
    while (good && length > 0) {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(length, piece.size()));
        const ssize_t count = ::pread(file, piece.data(), wanted, static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR)
            continue;
        good = count > 0 && sink(piece.data(), static_cast<std::size_t>(count));
        offset += static_cast<std::uint64_t>(std::max<ssize_t>(count, 0));
        length -= static_cast<std::uint64_t>(std::max<ssize_t>(count, 0));
    }
    ::close(file);
    return good;
}

ContentWriter::ContentWriter(std::filesystem::path path, std::string name)
    : m_path(std::move(path))
    , m_name(std::move(name))
    , m_file(::open(m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600))
{
    if (m_file < 0)
        fail("a file for blob content cannot be made");
}

ContentWriter::~ContentWriter()
{
    ::close(m_file);
    if (!m_kept)
        ::unlink(m_path.c_str());
}

void ContentWriter::write(const char *data, std::size_t size)
{
    while (size > 0) {
        const ssize_t count = ::write(m_file, data, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            fail("blob content cannot be written");
        data += count;
        size -= static_cast<std::size_t>(count);
        m_size += static_cast<std::uint64_t>(count);
    }
}

void ContentWriter::flush()
{
    if (::fsync(m_file) != 0)
        fail("blob content cannot be written");
    flushDirectory(m_path.parent_path());
}

ContentFiles::ContentFiles(std::filesystem::path directory)
    : m_directory(std::move(directory))
{
    std::filesystem::create_directories(m_directory);
    flushDirectory(m_directory.parent_path());
}

std::filesystem::path ContentFiles::pathOf(const std::string &name) const
{
    return m_directory / name;
}

std::unique_ptr<ContentWriter> ContentFiles::create()
{
    std::string name = Auth::randomGuid();
    const auto path = pathOf(name);
    return std::make_unique<ContentWriter>(path, std::move(name));
}

std::shared_ptr<const ContentFile> ContentFiles::open(const std::string &name)
{
    const std::lock_guard lock(m_mutex);
    auto &entry = m_open[name];
    auto file = entry.lock();
    if (!file) {
        file = std::make_shared<ContentFile>(pathOf(name));
        entry = file;
    }
    return file;
}

void ContentFiles::remove(const std::string &name)
{
    std::shared_ptr<ContentFile> file;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto entry = m_open.find(name); entry != m_open.end()) {
            file = entry->second.lock();
            m_open.erase(entry);
        }
        std::erase_if(m_open, [](const auto &entry) { return entry.second.expired(); });
    }
    if (file)
        file->m_doomed = true;
    else
        ::unlink(pathOf(name).c_str());
}

void ContentFiles::removeAllBut(const std::set<std::string> &known)
{
    for (const auto &entry : std::filesystem::directory_iterator(m_directory)) {
        if (entry.is_regular_file() && !known.contains(entry.path().filename().string()))
            ::unlink(entry.path().c_str());
    }
}

} // namespace Batchdesk::LocalService::Blobs
