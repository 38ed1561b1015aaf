// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/bloblisting.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace Batchdesk::LocalService {

namespace {

constexpr std::string_view blanks = " \t\r\n";

void appendUtf8(std::string &out, std::uint32_t code)
{
    const auto continuation = [&](int shift) {
        out += static_cast<char>(0x80 | ((code >> shift) & 0x3F));
    };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        continuation(0);
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | (code >> 12));
        continuation(6);
        continuation(0);
    } else {
        out += static_cast<char>(0xF0 | (code >> 18));
        continuation(12);
        continuation(6);
        continuation(0);
    }
}

bool appendEntity(std::string &out, std::string_view name)
{
    static constexpr std::pair<std::string_view, char> named[] = {
        {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    for (const auto &[known, character] : named) {
        if (name == known) {
            out += character;
            return true;
        }
    }
    if (!name.starts_with('#'))
        return false;
    const bool hexadecimal = name.starts_with("#x");
    name.remove_prefix(hexadecimal ? 2 : 1);
    std::uint32_t code = 0;
    const auto read =
        std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
    const bool valid = read.ec == std::errc() && read.ptr == name.data() + name.size() && code > 0
        && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
    if (valid)
        appendUtf8(out, code);
    return valid;
}

bool appendText(std::string &out, std::string_view raw)
{
    while (!raw.empty()) {
        const std::size_t entity = std::min(raw.find('&'), raw.size());
        out.append(raw.substr(0, entity));
        raw.remove_prefix(entity);
        if (raw.empty())
            break;
        const std::size_t end = raw.find(';');
        if (end == std::string_view::npos || !appendEntity(out, raw.substr(1, end - 1)))
            return false;
        raw.remove_prefix(end + 1);
    }
    return true;
}

std::string percentDecoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned value = 0;
        if (text[i] == '%' && i + 2 < text.size()
            && std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16).ptr
                == text.data() + i + 3) {
            out += static_cast<char>(value);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

//! \brief Walks elements and text, keeping the path of open elements; knows no DTD.
class ListingReader
{
public:
    explicit ListingReader(std::string_view xml)
        : m_rest(xml)
    {
        if (m_rest.starts_with("\xEF\xBB\xBF"))
            m_rest.remove_prefix(3);
    }

    bool read()
    {
        while (!m_rest.empty()) {
            const std::size_t markup = std::min(m_rest.find('<'), m_rest.size());
            if (!appendText(m_text, m_rest.substr(0, markup)))
                return false;
            m_rest.remove_prefix(markup);
            if (!m_rest.empty() && !readMarkup())
                return false;
        }
        return m_open.empty() && m_isListing;
    }

    BlobListing listing;

private:
    //! \brief Takes what stands before \a end away, and \a end too.
    bool take(std::string_view start, std::string_view end, std::string_view &content)
    {
        const std::size_t at = m_rest.find(end, start.size());
        if (at == std::string_view::npos)
            return false;
        content = m_rest.substr(start.size(), at - start.size());
        m_rest.remove_prefix(at + end.size());
        return true;
    }

    bool readMarkup()
    {
        std::string_view content;
        if (m_rest.starts_with("<?"))
            return take("<?", "?>", content);
        if (m_rest.starts_with("<!--"))
            return take("<!--", "-->", content);
        if (m_rest.starts_with("<![CDATA[")) {
            const bool closed = take("<![CDATA[", "]]>", content);
            m_text += content;
            return closed;
        }
        if (m_rest.starts_with("<!"))
            return false;
        if (m_rest.starts_with("</"))
            return take("</", ">", content) && closeElement(content);
        return take("<", ">", content) && openElement(content);
    }

    bool openElement(std::string_view content)
    {
        const bool empty = content.ends_with('/');
        if (empty)
            content.remove_suffix(1);
        const std::string_view name = content.substr(0, content.find_first_of(blanks));
        if (name.empty() || (m_open.empty() && m_isListing))
            return false;
        m_open.push_back(name);
        m_isListing = m_isListing || path() == "EnumerationResults";
        m_encoded = content.find("Encoded=\"true\"") != std::string_view::npos;
        m_text.clear();
        return !empty || closeElement(name);
    }

    bool closeElement(std::string_view name)
    {
        name = name.substr(0, name.find_first_of(blanks));
        if (m_open.empty() || m_open.back() != name)
            return false;
        const std::string where = path();
        if (where == "EnumerationResults/Blobs/Blob/Name")
            listing.names.push_back(m_encoded ? percentDecoded(m_text) : m_text);
        else if (where == "EnumerationResults/NextMarker")
            listing.nextMarker = m_text;
        m_open.pop_back();
        m_text.clear();
        return true;
    }

    std::string path() const
    {
        std::string joined;
        for (const std::string_view name : m_open)
            joined.append(joined.empty() ? "" : "/").append(name);
        return joined;
    }

    std::string_view m_rest;
    std::vector<std::string_view> m_open;
    std::string m_text;
    bool m_encoded = false;
    bool m_isListing = false;
};

} // namespace

std::optional<BlobListing> parseBlobListing(std::string_view xml)
{
    ListingReader reader(xml);
    if (!reader.read())
        return {};
    return std::move(reader.listing);
}

} // namespace Batchdesk::LocalService
