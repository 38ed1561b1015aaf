// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/xml.h"

#include "core/localservice/http/percentcode.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace Batchdesk::LocalService::Blobs {

namespace {

std::string escaped(std::string_view text, bool inAttribute = false)
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
        // A reader would take it for the end of a line.
        case '\r':
            result += "&#xD;";
            break;
        // Blanks are kept in texts; there they stand for themselves, as not every client decodes
        // numbers.
        case '\n':
        case '\t':
            result += !inAttribute ? std::string(1, c) : c == '\n' ? "&#xA;" : "&#x9;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

//! \brief How many bytes at \a at are a character that XML does not have; 0 when it has it.
std::size_t unfitAt(std::string_view text, std::size_t at)
{
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r')
        return 1;
    const std::string_view three = text.substr(at, 3);
    return three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF" ? 3 : 0;
}

bool fitsXml(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (unfitAt(text, i) > 0)
            return false;
    }
    return true;
}

//! \brief For texts that come from a request and have no other form: what XML cannot carry becomes
//! U+FFFD.
std::string fitted(std::string_view text)
{
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string result;
    if (!isUtf8(text)) {
        for (const char c : text) {
            if (static_cast<unsigned char>(c) < 0x80)
                result += c;
            else
                result += replacement;
        }
        return fitted(result);
    }
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t unfit = unfitAt(text, i);
        if (unfit > 0)
            result += replacement;
        else
            result += text[i];
        i += std::max<std::size_t>(unfit, 1);
    }
    return result;
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

std::optional<std::string> characterOf(std::string_view entity)
{
    constexpr std::array<std::pair<std::string_view, char>, 5> named = {
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
    for (const auto &[name, character] : named) {
        if (entity == name)
            return std::string(1, character);
    }
    if (!entity.starts_with('#'))
        return std::nullopt;
    entity.remove_prefix(1);
    const bool hexadecimal = entity.starts_with('x');
    if (hexadecimal)
        entity.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(entity.data(), entity.data() + entity.size(), code, hexadecimal ? 16 : 10);
    // The documents of the service are ASCII where they need escaping at all.
    if (error != std::errc() || end != entity.data() + entity.size() || code == 0 || code > 0x7F)
        return std::nullopt;
    return std::string(1, static_cast<char>(code));
}

std::optional<std::string> unescaped(std::string_view text)
{
    std::string result;
    for (;;) {
        const auto ampersand = text.find('&');
        result += text.substr(0, ampersand);
        if (ampersand == std::string_view::npos)
            return result;
        const auto end = text.find(';', ampersand);
        if (end == std::string_view::npos)
            return std::nullopt;
        const auto character = characterOf(text.substr(ampersand + 1, end - ampersand - 1));
        if (!character)
            return std::nullopt;
        result += *character;
        text.remove_prefix(end + 1);
    }
}

//! \brief Reads elements off the front of a document.
class XmlReader
{
public:
    explicit XmlReader(std::string_view text)
        : m_rest(text)
    {
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

    //! \brief The element that the rest begins with.
    std::optional<XmlElement> element(int depth = 0)
    {
        auto opening = tag();
        if (!opening || depth > depthLimit || ++m_elements > elementLimit)
            return std::nullopt;
        const bool empty = opening->ends_with('/');
        if (empty)
            opening->remove_suffix(1);
        XmlElement result;
        result.name = opening->substr(0, opening->find_first_of(" \t\r\n"));
        if (!isName(result.name))
            return std::nullopt;
        if (empty || readContent(result, depth))
            return result;
        return std::nullopt;
    }

    bool atEnd()
    {
        skipSpace();
        return m_rest.empty();
    }

private:
    static constexpr int depthLimit = 8;
    // The longest document is a block list; it may be longer than allowed, to be refused as such.
    static constexpr int elementLimit = 200'000;

    static bool isName(std::string_view name)
    {
        return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                || c == '-' || c == '_' || c == ':' || c == '.';
        });
    }

    void skipSpace()
    {
        while (!m_rest.empty() && isSpace(m_rest.front()))
            m_rest.remove_prefix(1);
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

    //! \brief Reads up to and past the closing tag of \a element.
    bool readContent(XmlElement &element, int depth)
    {
        for (;;) {
            const std::string_view text = trimmed(m_rest.substr(0, m_rest.find('<')));
            m_rest.remove_prefix(std::min(m_rest.find('<'), m_rest.size()));
            if (!text.empty()) {
                auto plain = unescaped(text);
                if (!plain || !element.children.empty())
                    return false;
                element.text = std::move(*plain);
            }
            if (m_rest.starts_with("</")) {
                const auto closing = tag();
                return closing && trimmed(closing->substr(1)) == element.name;
            }
            auto child = element.text.empty() ? this->element(depth + 1) : std::nullopt;
            if (!child)
                return false;
            element.children.push_back(std::move(*child));
        }
    }

    std::string_view m_rest;
    int m_elements = 0;
};

} // namespace

void XmlWriter::open(std::string_view name,
                     const std::vector<std::pair<std::string, std::string>> &attributes)
{
    m_text.append("<").append(name);
    for (const auto &[key, value] : attributes)
        m_text.append(" ").append(key).append("=\"").append(escaped(value, true)).append("\"");
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
    m_text += escaped(fitted(text));
    close(name);
}

void XmlWriter::encodable(std::string_view name, std::string_view text)
{
    if (fitsXml(text)) {
        element(name, text);
        return;
    }
    open(name, {{"Encoded", "true"}});
    m_text += Http::percentEncode(text);
    close(name);
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

const XmlElement *XmlElement::child(std::string_view wanted) const
{
    const auto found = std::find_if(children.begin(), children.end(),
                                    [&](const XmlElement &child) { return child.name == wanted; });
    return found == children.end() ? nullptr : &*found;
}

std::string XmlElement::textOf(std::string_view wanted) const
{
    const XmlElement *found = child(wanted);
    return found ? found->text : std::string();
}

std::optional<XmlElement> parseXml(std::string_view document)
{
    if (!isUtf8(document))
        return std::nullopt;
    XmlReader reader(document);
    reader.skipProlog();
    auto root = reader.element();
    if (!root || !reader.atEnd())
        return std::nullopt;
    return root;
}

std::optional<std::vector<std::pair<std::string, std::string>>> parseFlatXml(
    std::string_view document, std::string_view root)
{
    auto element = parseXml(document);
    if (!element || element->name != root || !element->text.empty())
        return std::nullopt;
    std::vector<std::pair<std::string, std::string>> children;
    for (XmlElement &child : element->children) {
        if (!child.children.empty())
            return std::nullopt;
        children.emplace_back(std::move(child.name), std::move(child.text));
    }
    return children;
}

} // namespace Batchdesk::LocalService::Blobs
