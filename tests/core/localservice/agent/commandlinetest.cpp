// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/commandline.h"

#include <gmock/gmock.h>

namespace Batchdesk::LocalService {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string errorOf(const std::string &line)
{
    try {
        splitCommandLine(line);
    } catch (const CommandLineError &error) {
        return error.what();
    }
    return "no error";
}

TEST(CommandLine, SplitsAtBlanks)
{
    EXPECT_THAT(splitCommandLine("  python3\tmain.py \n a  "),
                ElementsAre("python3", "main.py", "a"));
}

TEST(CommandLine, SingleQuotesKeepEverything)
{
    EXPECT_THAT(splitCommandLine(R"(/bin/bash -c 'echo "$X" \n && a')"),
                ElementsAre("/bin/bash", "-c", R"(echo "$X" \n && a)"));
}

TEST(CommandLine, DoubleQuotesEscapeFourCharacters)
{
    EXPECT_THAT(splitCommandLine(R"(p "a\"b\\c\$d\`e\nf'g")"),
                ElementsAre("p", R"(a"b\c$d`e\nf'g)"));
}

TEST(CommandLine, BackslashOutsideQuotesTakesTheNextCharacter)
{
    EXPECT_THAT(splitCommandLine(R"(p a\ b \'c\" \\)"), ElementsAre("p", "a b", "'c\"", "\\"));
}

TEST(CommandLine, QuotedPartsJoinToOneWord)
{
    EXPECT_THAT(splitCommandLine(R"(p a'b c'"d e"f '' "")"), ElementsAre("p", "ab cd ef", "", ""));
}

TEST(CommandLine, ShellQuotingOfAnApostropheComesBack)
{
    EXPECT_THAT(splitCommandLine(R"(cat 'a b'\''$(x).csv')"), ElementsAre("cat", "a b'$(x).csv"));
}

TEST(CommandLine, NewlinesInsideQuotesAreKept)
{
    EXPECT_THAT(splitCommandLine("sh -c 'a\nb' \"c\nd\""), ElementsAre("sh", "-c", "a\nb", "c\nd"));
}

TEST(CommandLine, IsNoShell)
{
    EXPECT_THAT(splitCommandLine("echo $HOME *.txt > x && y"),
                ElementsAre("echo", "$HOME", "*.txt", ">", "x", "&&", "y"));
}

TEST(CommandLine, NamesWhatIsNotClosedAndWhere)
{
    EXPECT_THAT(errorOf("echo 'a"), HasSubstr("single quote at character 6"));
    EXPECT_THAT(errorOf("echo \"a\\\""), HasSubstr("double quote at character 6"));
    EXPECT_THAT(errorOf("echo a\\"), HasSubstr("backslash"));
    EXPECT_THAT(errorOf(" \n "), HasSubstr("empty"));
    EXPECT_THAT(errorOf(""), HasSubstr("empty"));
}

} // namespace
} // namespace Batchdesk::LocalService
