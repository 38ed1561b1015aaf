// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/guid.h"

#include <random>

namespace Batchdesk::LocalService {

std::string newGuid()
{
    static thread_local std::mt19937_64 generator{std::random_device{}()};
    static constexpr char digits[] = "0123456789abcdef";
    std::string guid = "xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx";
    for (char &c : guid) {
        if (c == 'x')
            c = digits[generator() % 16];
    }
    return guid;
}

} // namespace Batchdesk::LocalService
