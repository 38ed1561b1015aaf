// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/unpacker.h"
#include "tests/core/localservice/agent/temporarydirectory.h"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

using namespace Batchdesk::LocalService;
namespace fs = std::filesystem;

namespace {

struct Item
{
    std::string name;
    std::string text;
    int type = AE_IFREG;
    int mode = 0644;
};

void writeZip(const fs::path &file, const std::vector<Item> &items)
{
    archive *zip = archive_write_new();
    archive_write_set_format_zip(zip);
    ASSERT_EQ(archive_write_open_filename(zip, file.c_str()), ARCHIVE_OK);
    for (const auto &item : items) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, item.name.c_str());
        archive_entry_set_filetype(entry, unsigned(item.type));
        archive_entry_set_perm(entry, mode_t(item.mode));
        archive_entry_set_size(entry, la_int64_t(item.text.size()));
        if (item.type == AE_IFLNK)
            archive_entry_set_symlink(entry, item.text.c_str());
        archive_write_header(zip, entry);
        if (item.type == AE_IFREG)
            archive_write_data(zip, item.text.data(), item.text.size());
        archive_entry_free(entry);
    }
    archive_write_close(zip);
    archive_write_free(zip);
}

class Unpacking : public ::testing::Test
{
protected:
    std::string codeOf(const std::vector<Item> &items, Unpacker::Limits limits = {})
    {
        writeZip(m_package.zip, items);
        Unpacker unpacker{std::stop_token()};
        unpacker.setLimits(limits);
        const auto failure = unpacker.unpack(m_package);
        if (failure) {
            EXPECT_FALSE(fs::exists(m_package.folder));
            // Nothing half done is left beside it either.
            EXPECT_TRUE(fs::is_empty(m_package.folder.parent_path()));
        }
        return failure ? failure->code : std::string();
    }

    TemporaryDirectory m_directory;
    PackageSpec m_package{m_directory.path() / "package.zip",
                          m_directory.path() / "node" / "tool" / "1"};
};

} // namespace

TEST_F(Unpacking, KeepsFoldersNamesAndModes)
{
    EXPECT_EQ(codeOf({{"bin/", "", AE_IFDIR, 0755},
                      {"bin/run.sh", "#!/bin/sh", AE_IFREG, 0755},
                      {"deep/er/caf\xC3\xA9.txt", std::string(300000, 'x')},
                      {"odd", "odd", AE_IFREG, 06777}}),
              "");
    EXPECT_EQ(contentOf(m_package.folder / "bin" / "run.sh"), "#!/bin/sh");
    EXPECT_EQ(fs::status(m_package.folder / "bin" / "run.sh").permissions(), fs::perms(0755));
    EXPECT_EQ(fs::file_size(m_package.folder / "deep" / "er" / "caf\xC3\xA9.txt"), 300000u);
    EXPECT_EQ(fs::status(m_package.folder / "odd").permissions(), fs::perms(0755));
}

TEST_F(Unpacking, HappensOnceHoweverManyAsk)
{
    writeZip(m_package.zip, {{"a", "first"}});
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back(
            [this] { EXPECT_FALSE(Unpacker(std::stop_token()).unpack(m_package)); });
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(std::distance(fs::directory_iterator(m_package.folder.parent_path()), {}), 1);
    writeZip(m_package.zip, {{"a", "second"}});
    EXPECT_FALSE(Unpacker(std::stop_token()).unpack(m_package));
    EXPECT_EQ(contentOf(m_package.folder / "a"), "first");
}

TEST_F(Unpacking, NeverLeavesItsFolder)
{
    for (const auto *name : {"../evil", "a/../../evil", "/tmp/batchdesk-evil", ".."}) {
        EXPECT_EQ(codeOf({{"good", "x"}, {name, "evil"}}), "ApplicationPackageError") << name;
        EXPECT_FALSE(fs::exists(m_package.folder.parent_path() / "evil"));
    }
    EXPECT_EQ(codeOf({{"link", "/etc", AE_IFLNK}, {"link/evil", "x"}}), "ApplicationPackageError");
}

TEST_F(Unpacking, IsBounded)
{
    const Item item{"a", std::string(1000, 'x')};
    EXPECT_EQ(codeOf({item}, {999, 10}), "ApplicationPackageError");
    EXPECT_EQ(codeOf({item, {"b", ""}}, {1000, 1}), "ApplicationPackageError");
    EXPECT_EQ(codeOf({item, {"b", ""}}, {1000, 2}), "");
}

TEST_F(Unpacking, OfWhatIsNoZipFails)
{
    fs::create_directories(m_package.folder.parent_path());
    std::ofstream(m_package.zip) << "this is no zip";
    EXPECT_EQ(Unpacker(std::stop_token()).unpack(m_package)->code, "ApplicationPackageError");
    writeZip(m_package.zip, {{"a", std::string(100000, 'x')}});
    fs::resize_file(m_package.zip, fs::file_size(m_package.zip) / 2);
    EXPECT_EQ(Unpacker(std::stop_token()).unpack(m_package)->code, "ApplicationPackageError");
    fs::remove(m_package.zip);
    EXPECT_EQ(Unpacker(std::stop_token()).unpack(m_package)->code, "ApplicationPackageError");
}
