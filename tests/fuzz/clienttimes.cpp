// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/base/isotime.h"
#include "tests/fuzz/fuzz.h"

// Times and durations as our clients read them.
namespace Batchdesk::Fuzz {

void fuzzOne(std::string_view input)
{
    const QByteArray bytes(input.data(), qsizetype(input.size()));
    const QString text = QString::fromUtf8(bytes);
    if (const QDateTime time = fromIsoTime(text); time.isValid())
        require(fromIsoTime(toIsoTime(time)) == time, "ISO times go round");
    if (const QDateTime time = fromHttpDate(bytes); time.isValid())
        require(fromHttpDate(toHttpDate(time)) == time, "HTTP dates go round");
    const auto duration = fromIsoDuration(text);
    if (!duration) {
        require(!duration.error().message.isEmpty(), "a refusal gives its reason");
        return;
    }
    require(!*duration || (*duration)->count() >= 0, "a duration is not negative");
    const auto again = fromIsoDuration(toIsoDuration(*duration));
    require(again && *again == *duration, "durations go round");
}

} // namespace Batchdesk::Fuzz
