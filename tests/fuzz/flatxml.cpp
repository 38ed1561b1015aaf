// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/xml.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

// XML that comes to the Blob endpoint, and text that it puts into answers.
namespace Batchdesk::Fuzz {

using namespace LocalService::Blobs;

namespace {

void check(const XmlElement &element, int depth)
{
    require(!element.name.empty(), "an element has a name");
    require(depth < 100, "documents are not deep");
    require(element.text.empty() || element.children.empty(), "text and elements are not mixed");
    for (const auto &child : element.children)
        check(child, depth + 1);
}

} // namespace

void fuzzOne(std::string_view input)
{
    if (const auto children = parseFlatXml(input, "BlockList")) {
        for (const auto &[name, text] : *children)
            require(!name.empty() && isUtf8(name) && isUtf8(text),
                    "a child has a name, and is text");
    }
    if (const auto root = parseXml(input))
        check(*root, 0);
    XmlWriter writer;
    writer.open("EnumerationResults", {{"ContainerName", std::string(input)}});
    writer.encodable("Name", input);
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
    // Layout around a text is not kept, nor what XML cannot carry; all else goes round.
    const auto carried = [&](char c) {
        return static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r';
    };
    constexpr std::string_view layout = " \t\n";
    if (input.empty() || layout.find(input.front()) != std::string_view::npos
        || layout.find(input.back()) != std::string_view::npos
        || !std::all_of(input.begin(), input.end(), carried)
        || input.find("\xEF\xBF\xBE") != std::string_view::npos
        || input.find("\xEF\xBF\xBF") != std::string_view::npos)
        return;
    XmlWriter plain;
    plain.open("BlockList");
    plain.element("Latest", input);
    plain.close("BlockList");
    const auto again = parseFlatXml(plain.document(), "BlockList");
    require(again && again->size() == 1 && again->front().second == input, "text goes round");
}

} // namespace Batchdesk::Fuzz
