// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/commandline.h"

#include "tests/fuzz/fuzz.h"

// The command line of a task, as the agent splits it: words quoted again give the same words.
namespace Batchdesk::Fuzz {

using namespace LocalService;

void fuzzOne(std::string_view input)
{
    std::vector<std::string> words;
    try {
        words = splitCommandLine(input);
    } catch (const CommandLineError &error) {
        require(error.what()[0] != '\0', "a refusal gives its reason");
        return;
    }
    require(!words.empty(), "there is a program");
    std::string again;
    for (const auto &word : words) {
        again += again.empty() ? "'" : " '";
        for (const char c : word) {
            if (c == '\'')
                again += "'\\''";
            else
                again += c;
        }
        again += '\'';
    }
    require(splitCommandLine(again) == words, "words go round");
}

} // namespace Batchdesk::Fuzz
