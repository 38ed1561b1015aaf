// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/agentlog.h"

#include <fstream>
#include <string>

namespace Batchdesk::LocalService {

std::filesystem::path agentLogFile(const std::filesystem::path &nodeRoot)
{
    return nodeRoot / "volatile" / "agent.log";
}

void noteInAgentLog(const std::filesystem::path &nodeRoot, Time time, std::string_view text)
{
    std::ofstream(agentLogFile(nodeRoot), std::ios::app | std::ios::binary)
        << isoTime(time) << ' ' << text << '\n';
}

bool copyAgentLog(const std::filesystem::path &nodeRoot, Time begin, Time end,
                  const std::filesystem::path &target)
{
    std::ifstream log(agentLogFile(nodeRoot), std::ios::binary);
    std::ofstream copy;
    std::string line;
    while (std::getline(log, line)) {
        const auto time = parseIsoTime(line.substr(0, line.find(' ')));
        if (!time || *time < begin || *time > end)
            continue;
        if (!copy.is_open())
            copy.open(target, std::ios::binary);
        copy << line << '\n';
    }
    return copy.is_open();
}

} // namespace Batchdesk::LocalService
