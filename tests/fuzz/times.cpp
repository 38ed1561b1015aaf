// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/wiretime.h"
#include "core/localservice/http/httpdate.h"
#include "tests/fuzz/fuzz.h"

// Times and durations as the service reads them: whatever is read is written so that it reads as
// the same again.
namespace Batchdesk::Fuzz {

using namespace LocalService;

void fuzzOne(std::string_view input)
{
    using std::chrono::floor;
    using std::chrono::seconds;
    if (const auto time = parseIsoTime(input))
        require(parseIsoTime(isoTime(*time)) == time, "ISO times go round");
    if (const auto time = LocalService::parseHttpTime(input))
        require(LocalService::parseHttpTime(httpTime(*time)) == time, "HTTP times go round");
    if (const auto time = Http::parseHttpDate(input))
        require(Http::parseHttpDate(Http::formatHttpDate(*time)) == time, "HTTP dates go round");
    if (const auto time = Http::parseIsoTime(input))
        require(Http::parseIsoTime(Http::formatIsoTime(*time)) == time,
                "ISO times of signatures go round");
    if (const auto duration = parseIsoDuration(input)) {
        require(*duration >= Duration::zero(), "a duration is not negative");
        const std::string text = isoDuration(*duration);
        require(parseIsoDuration(text) == duration, "durations go round");
        require(isoDuration(*parseIsoDuration(text)) == text, "there is one normal form");
    }
}

} // namespace Batchdesk::Fuzz
