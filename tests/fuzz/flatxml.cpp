// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/xml.h"
#include "tests/fuzz/fuzz.h"

// XML that comes to the Blob endpoint, and text that it puts into answers.
namespace Batchdesk::Fuzz {

using namespace LocalService::Blobs;

void fuzzOne(std::string_view input)
{
    if (const auto children = parseFlatXml(input, "BlockList")) {
        for (const auto &[name, text] : *children)
            require(!name.empty() && text.find('<') == std::string::npos,
                    "a child has a name and holds no element");
    }
    XmlWriter writer;
    writer.open("EnumerationResults", {{"ContainerName", std::string(input)}});
    writer.name(input);
    writer.element("Prefix", input);
    writer.close("EnumerationResults");
    const std::string document = writer.document();
    // One "<" for each tag: nothing of the text opens another.
    std::size_t tags = 0;
    for (const char c : document)
        tags += c == '<';
    require(tags <= 8, "text stays text");
    if (!isUtf8(input))
        return;
    // Layout around a text is not kept, entities are not read; all else goes round.
    XmlWriter plain;
    plain.open("BlockList");
    plain.element("Latest", input);
    plain.close("BlockList");
    if (!input.empty() && input.find_first_of("<>&\"\r\n\t ") == std::string_view::npos) {
        const auto again = parseFlatXml(plain.document(), "BlockList");
        require(again && again->size() == 1 && again->front().second == input, "text goes round");
    }
}

} // namespace Batchdesk::Fuzz
