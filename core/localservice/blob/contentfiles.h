// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <unordered_map>

namespace Batchdesk::LocalService::Blobs {

//! \brief A file of blob content that stays readable for as long as somebody holds it, even when it
//! was removed meanwhile.
class ContentFile
{
public:
    explicit ContentFile(std::filesystem::path path);
    ~ContentFile();
    ContentFile(const ContentFile &) = delete;
    ContentFile &operator=(const ContentFile &) = delete;

    //! \brief Gives [offset, offset + length) to \a sink; false when the sink says so or the file
    //! cannot be read.
    bool read(std::uint64_t offset, std::uint64_t length,
              const std::function<bool(const char *, std::size_t)> &sink) const;

private:
    friend class ContentFiles;
    std::filesystem::path m_path;
    std::atomic<bool> m_doomed = false;
};

//! \brief A file being written. Removed again unless kept.
class ContentWriter
{
public:
    ContentWriter(std::filesystem::path path, std::string name);
    ~ContentWriter();
    ContentWriter(const ContentWriter &) = delete;
    ContentWriter &operator=(const ContentWriter &) = delete;

    //! \brief Appends; throws std::system_error, as when the disk is full.
    void write(const char *data, std::size_t size);
    //! \brief Returns once the bytes are on the disk; throws std::system_error.
    void flush();
    //! \brief The file now belongs to a record.
    void keep() { m_kept = true; }

    const std::string &name() const { return m_name; }
    std::uint64_t size() const { return m_size; }

private:
    std::filesystem::path m_path;
    std::string m_name;
    int m_file;
    std::uint64_t m_size = 0;
    bool m_kept = false;
};

//! \brief The folder of content files, whose random names have nothing to do with those of blobs.
//! Thread-safe.
class ContentFiles
{
public:
    explicit ContentFiles(std::filesystem::path directory);

    std::unique_ptr<ContentWriter> create();
    std::shared_ptr<const ContentFile> open(const std::string &name);
    //! \brief Removes the file now, or when its last reader is done.
    void remove(const std::string &name);
    //! \brief Removes every file that is not in \a known: what a killed service was writing.
    void removeAllBut(const std::set<std::string> &known);

private:
    std::filesystem::path pathOf(const std::string &name) const;

    std::filesystem::path m_directory;
    std::mutex m_mutex;
    std::unordered_map<std::string, std::weak_ptr<ContentFile>> m_open;
};

} // namespace Batchdesk::LocalService::Blobs
