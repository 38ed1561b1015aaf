// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/xml.h"

#include "core/localservice/http/percentcode.h"

#include <array>
#include <cstdint>

namespace Batchdesk::LocalService::Blobs {

namespace {

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        // A reader would take these for layout.
        case '\r':
            result += "&#xD;";
            break;
        case '\n':
            result += "&#xA;";
            break;
        case '\t':
            result += "&#x9;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

bool fitsXml(std::string_view text)
{
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r')
            return false;
    }
    return text.find("\xEF\xBF\xBE") == std::string_view::npos
        && text.find("\xEF\xBF\xBF") == std::string_view::npos;
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

//! \brief Reads tags and text off the front of a document.
class FlatReader
{
public:
    explicit FlatReader(std::string_view text)
        : m_rest(text)
    {
    }

    void skipSpace()
    {
        while (!m_rest.empty() && isSpace(m_rest.front()))
            m_rest.remove_prefix(1);
    }

    void skipProlog()
    {
        if (m_rest.starts_with("\xEF\xBB\xBF"))
            m_rest.remove_prefix(3);
        skipSpace();
        const auto end = m_rest.find("?>");
        if (m_rest.starts_with("<?xml") && end != std::string_view::npos)
            m_rest.remove_prefix(end + 2);
        skipSpace();
    }

    //! \brief The inside of the next "<…>".
    std::optional<std::string_view> tag()
    {
        const auto end = m_rest.find('>');
        if (!m_rest.starts_with('<') || end == std::string_view::npos)
            return std::nullopt;
        const std::string_view inside = m_rest.substr(1, end - 1);
        m_rest.remove_prefix(end + 1);
        return inside;
    }

    std::string_view text()
    {
        const std::string_view result = m_rest.substr(0, m_rest.find('<'));
        m_rest.remove_prefix(result.size());
        return result;
    }

    bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

} // namespace

void XmlWriter::open(std::string_view name,
                     const std::vector<std::pair<std::string, std::string>> &attributes)
{
    m_text.append("<").append(name);
    for (const auto &[key, value] : attributes)
        m_text.append(" ").append(key).append("=\"").append(escaped(value)).append("\"");
    m_text += '>';
}

void XmlWriter::close(std::string_view name)
{
    m_text.append("</").append(name).append(">");
}

void XmlWriter::element(std::string_view name, std::string_view text)
{
    if (text.empty()) {
        m_text.append("<").append(name).append(" />");
        return;
    }
    open(name);
    m_text += escaped(text);
    close(name);
}

void XmlWriter::name(std::string_view text)
{
    if (fitsXml(text)) {
        element("Name", text);
        return;
    }
    open("Name", {{"Encoded", "true"}});
    m_text += Http::percentEncode(text);
    close("Name");
}

std::string XmlWriter::document() const
{
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + m_text;
}

bool isUtf8(std::string_view text)
{
    constexpr std::array<std::uint32_t, 4> smallest = {0, 0x80, 0x800, 0x10000};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t more = lead < 0x80 ? 0
            : lead >> 5 == 6                 ? 1
            : lead >> 4 == 14                ? 2
            : lead >> 3 == 30                ? 3
                                             : 4;
        if (more == 4 || more >= text.size() - i)
            return false;
        std::uint32_t code = more == 0 ? lead : lead & (0x3Fu >> more);
        for (std::size_t k = 0; k < more; ++k) {
            const auto next = static_cast<unsigned char>(text[++i]);
            if (next >> 6 != 2)
                return false;
            code = code << 6 | (next & 0x3F);
        }
        if (code < smallest[more] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
            return false;
    }
    return true;
}

std::optional<std::vector<std::pair<std::string, std::string>>> parseFlatXml(
    std::string_view document, std::string_view root)
{
    FlatReader reader(document);
    reader.skipProlog();
    std::vector<std::pair<std::string, std::string>> children;
    auto tag = reader.tag();
    if (!tag)
        return std::nullopt;
    const bool empty = tag->ends_with('/');
    if (empty)
        tag->remove_suffix(1);
    if (trimmed(*tag) != root)
        return std::nullopt;
    const std::string end = "/" + std::string(root);
    while (!empty) {
        reader.skipSpace();
        tag = reader.tag();
        if (!tag)
            return std::nullopt;
        if (trimmed(*tag) == end)
            break;
        const std::string_view name = trimmed(*tag);
        const std::string_view text = trimmed(reader.text());
        const auto closing = reader.tag();
        // Block ids, the only texts in these documents, need no entities.
        if (name.empty() || !closing || trimmed(*closing) != "/" + std::string(name)
            || text.find('&') != std::string_view::npos)
            return std::nullopt;
        children.emplace_back(name, text);
    }
    reader.skipSpace();
    if (!reader.atEnd())
        return std::nullopt;
    return children;
}

} // namespace Batchdesk::LocalService::Blobs
