// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/blob/blobxml.h"

#include "tests/fuzz/fuzz.h"

// XML answers of a Blob service, ours or another.
namespace Batchdesk::Fuzz {

void fuzzOne(std::string_view input)
{
    const QByteArray xml(input.data(), qsizetype(input.size()));
    const QString operation = QStringLiteral("List Blobs");
    const auto check = [](const auto &outcome) {
        require(outcome || !outcome.error().message.isEmpty(), "a refusal gives its reason");
    };
    check(Blob::readContainers(operation, xml));
    check(Blob::readBlobs(operation, xml));
    const auto blocks = Blob::readBlocks(operation, xml, QLatin1String("UncommittedBlocks"));
    check(blocks);
    if (!blocks)
        return;
    QList<QByteArray> ids;
    for (const auto &block : *blocks)
        ids.append(block.id);
    require(Blob::writeBlockList(ids).count("<Latest") == ids.size(), "each block is named once");
}

} // namespace Batchdesk::Fuzz
