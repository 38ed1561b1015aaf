// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/glob.h"

#include "temporarydirectory.h"

#include <gmock/gmock.h>

namespace fs = std::filesystem;

namespace Batchdesk::LocalService {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Glob : public testing::Test
{
protected:
    Glob()
    {
        for (const char *name :
             {"a.txt", "b.csv", ".hidden", "out/c.txt", "out/deep/d.txt", "out/.secret/e.txt", "x1",
              "x2", "xa", "../stdout.txt", "../stderr.txt", "ü.dat", "[b].dat"})
            writeFile(wd / name, name);
    }

    std::vector<std::string> find(const std::string &pattern,
                                  const std::map<std::string, std::string> &environment = {}) const
    {
        std::vector<std::string> names;
        for (const GlobMatch &match : GlobPattern(pattern, environment).find(wd)) {
            EXPECT_TRUE(fs::is_regular_file(match.file)) << match.file;
            names.push_back(match.relativePath);
        }
        return names;
    }

    TemporaryDirectory temporary;
    fs::path wd = temporary.path() / "task" / "wd";
};

TEST_F(Glob, WithoutWildcardsNamesOneFile)
{
    EXPECT_FALSE(GlobPattern("out/c.txt", {}).hasWildcards());
    EXPECT_THAT(find("out/c.txt"), ElementsAre("c.txt"));
    EXPECT_THAT(find(".hidden"), ElementsAre(".hidden"));
    EXPECT_THAT(find("missing"), IsEmpty());
    EXPECT_THAT(find("out"), IsEmpty()) << "a folder is no file";
}

TEST_F(Glob, StarStaysInItsFolder)
{
    EXPECT_THAT(find("*.txt"), ElementsAre("a.txt"));
    EXPECT_THAT(find("*/*.txt"), ElementsAre("out/c.txt"));
    EXPECT_THAT(find("out/*.txt"), ElementsAre("c.txt"));
    EXPECT_THAT(find("o*t/c*"), ElementsAre("out/c.txt"));
}

TEST_F(Glob, DoubleStarCrossesFoldersAndNone)
{
    EXPECT_THAT(find("**/*.txt"), ElementsAre("a.txt", "out/c.txt", "out/deep/d.txt"));
    EXPECT_THAT(find("**.txt"), ElementsAre("a.txt", "out/c.txt", "out/deep/d.txt"));
    EXPECT_THAT(find("out/**"), ElementsAre("c.txt", "deep/d.txt"));
    EXPECT_THAT(find("**/deep/*"), ElementsAre("out/deep/d.txt"));
    EXPECT_THAT(find("out**/d.txt"), ElementsAre("out/deep/d.txt"));
}

TEST_F(Glob, CharactersAndSets)
{
    EXPECT_THAT(find("x?"), ElementsAre("x1", "x2", "xa"));
    EXPECT_THAT(find("x[1a]"), ElementsAre("x1", "xa"));
    EXPECT_THAT(find("x[0-9]"), ElementsAre("x1", "x2"));
    EXPECT_THAT(find("x[!0-9]"), ElementsAre("xa"));
    EXPECT_THAT(find("?.dat"), ElementsAre("ü.dat")) << "one character, two bytes";
    EXPECT_THAT(find("[ä-ü].dat"), ElementsAre("ü.dat"));
    EXPECT_THAT(find("[[]b].dat"), ElementsAre("[b].dat"));
    EXPECT_THAT(find("[b.dat"), IsEmpty()) << "an open bracket is itself";
}

TEST_F(Glob, HiddenNamesNeedTheirDot)
{
    EXPECT_THAT(find(".*"), ElementsAre(".hidden"));
    EXPECT_THAT(find("?hidden"), IsEmpty());
    EXPECT_THAT(find("[.]hidden"), IsEmpty());
    EXPECT_THAT(find("out/.*/*"), ElementsAre(".secret/e.txt"));
    EXPECT_THAT(find("**/.secret/*"), ElementsAre("out/.secret/e.txt"));
}

TEST_F(Glob, LeavesTheWorkingDirectoryWhenAsked)
{
    EXPECT_THAT(find("../std*.txt"), ElementsAre("stderr.txt", "stdout.txt"));
    EXPECT_THAT(find((wd / "*.csv").string()), ElementsAre("b.csv"));
}

TEST_F(Glob, TakesVariablesFromTheEnvironment)
{
    EXPECT_THAT(find("$DIR/*.txt", {{"DIR", "out"}}), ElementsAre("c.txt"));
    EXPECT_THAT(find("${DIR}put/x", {{"DIR", "out"}}), IsEmpty());
    EXPECT_THAT(find("${A}.txt", {{"A", "a"}}), ElementsAre("a.txt"));
    EXPECT_THAT(find("$B*", {{"B", "[b]"}}), ElementsAre("[b].dat")) << "a value is no pattern";
    writeFile(wd / "$NONE", "");
    EXPECT_THAT(find("$NONE", {}), ElementsAre("$NONE"));
}

TEST_F(Glob, DoesNotFollowLinksInCircles)
{
    fs::create_directory_symlink(wd / "out", wd / "out/deep/loop");
    fs::create_symlink(wd / "a.txt", wd / "out/link.txt");
    EXPECT_THAT(find("**/*.txt"),
                ElementsAre("a.txt", "out/c.txt", "out/deep/d.txt", "out/link.txt"));
    fs::create_directory_symlink(wd / "out", wd / "other");
    EXPECT_THAT(find("other/c*"), ElementsAre("c.txt"));
    EXPECT_THAT(find("o*/c*"), ElementsAre("other/c.txt", "out/c.txt"));
}

TEST_F(Glob, ManyStarsAreNotSlow)
{
    const std::string longName(250, 'a');
    writeFile(wd / longName, "");
    std::string pattern;
    for (int i = 0; i < 100; ++i)
        pattern += "*a";
    EXPECT_THAT(find(pattern), ElementsAre(longName));
    EXPECT_THAT(find(pattern + "b"), IsEmpty());
}

TEST_F(Glob, MissingFolderHasNoFiles)
{
    EXPECT_THAT(find("nowhere/*.txt"), IsEmpty());
    // The system would end the name at the zero, and look in the folder before it.
    EXPECT_THAT(find(std::string("\0x/*.txt", 8)), IsEmpty());
    EXPECT_THAT(find(std::string("a.txt\0x", 7)), IsEmpty());
}

} // namespace
} // namespace Batchdesk::LocalService
