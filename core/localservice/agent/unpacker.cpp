// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/unpacker.h"

#include <archive.h>
#include <archive_entry.h>

#include <atomic>
#include <fstream>
#include <memory>

namespace Batchdesk::LocalService {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t blockSize = 64 * 1024;

struct FreeArchive
{
    void operator()(archive *reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, FreeArchive>;

std::string problemOf(archive *reader)
{
    const char *text = archive_error_string(reader);
    return text ? text : "The package cannot be read.";
}

// Writes the data of the present entry; says what went wrong. Counts down \a allowed.
std::optional<std::string> writeEntry(archive *reader, const fs::path &target,
                                      std::uint64_t &allowed, const std::stop_token &stop)
{
    std::ofstream file(target, std::ios::binary);
    std::vector<char> block(blockSize);
    while (file && !stop.stop_requested()) {
        const auto size = archive_read_data(reader, block.data(), block.size());
        if (size < 0)
            return problemOf(reader);
        if (size == 0)
            break;
        if (std::uint64_t(size) > allowed)
            return "The package is larger, once unpacked, than a node takes.";
        allowed -= std::uint64_t(size);
        file.write(block.data(), size);
    }
    file.close();
    if (!file)
        return "The file " + target.filename().string() + " cannot be written.";
    return std::nullopt;
}

} // namespace

std::optional<FailureInfo> Unpacker::unpack(const PackageSpec &package) const
{
    static std::atomic<unsigned long long> count = 0;
    std::error_code ignored;
    if (fs::exists(package.folder, ignored))
        return std::nullopt;
    fs::path part = package.folder;
    part += ".part" + std::to_string(count++);
    fs::remove_all(part, ignored); // of a service that was killed
    std::error_code error;
    fs::create_directories(part, error);
    auto problem = error ? std::optional(error.message()) : extract(package.zip, part);
    if (!problem) {
        fs::rename(part, package.folder, error);
        // Another task may have been quicker.
        if (error && !fs::exists(package.folder, ignored))
            problem = error.message();
    }
    fs::remove_all(part, ignored);
    if (!problem)
        return std::nullopt;
    return FailureInfo{"UserError",
                       "ApplicationPackageError",
                       "An application package could not be unpacked",
                       {{"Package", package.zip.filename().string()}, {"Message", *problem}}};
}

std::optional<std::string> Unpacker::extract(const fs::path &zip, const fs::path &folder) const
{
    const Reader reader(archive_read_new());
    archive_read_support_format_zip(reader.get());
    if (archive_read_open_filename(reader.get(), zip.c_str(), blockSize) != ARCHIVE_OK)
        return problemOf(reader.get());
    std::uint64_t allowed = m_limits.bytes;
    archive_entry *entry = nullptr;
    for (std::uint64_t entries = 0;; ++entries) {
        const int result = archive_read_next_header(reader.get(), &entry);
        if (result == ARCHIVE_EOF)
            return std::nullopt;
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
            return problemOf(reader.get());
        if (m_stop.stop_requested())
            return "The task was ended.";
        if (entries == m_limits.entries)
            return "The package has more files than a node takes.";
        const char *name = archive_entry_pathname(entry);
        const auto target = TaskDirectory::pathInside(folder, name ? name : "");
        const auto type = archive_entry_filetype(entry);
        if (!target || (type != AE_IFREG && type != AE_IFDIR))
            return "The package holds something that is no plain file in its own folder.";
        std::error_code error;
        fs::create_directories(type == AE_IFDIR ? *target : target->parent_path(), error);
        if (error)
            return error.message();
        if (type == AE_IFDIR)
            continue;
        if (auto problem = writeEntry(reader.get(), *target, allowed, m_stop))
            return problem;
        // Zips from systems without modes have none; a program must stay startable.
        const auto mode = archive_entry_perm(entry);
        fs::permissions(*target, fs::perms(0600 | (mode & 0755)), error);
    }
}

} // namespace Batchdesk::LocalService
