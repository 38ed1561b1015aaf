// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include <stdlib.h>

namespace Batchdesk::LocalService::Testkit {

//! \brief A test with a folder of its own, removed at the end.
class TemporaryStateTest : public testing::Test
{
protected:
    void SetUp() override
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "service-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        directory = pattern;
    }
    void TearDown() override { std::filesystem::remove_all(directory); }

    static std::filesystem::perms modeOf(const std::filesystem::path &path)
    {
        return std::filesystem::status(path).permissions();
    }

    std::filesystem::path directory;
};

} // namespace Batchdesk::LocalService::Testkit
