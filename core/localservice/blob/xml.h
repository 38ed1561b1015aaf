// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace Batchdesk::LocalService::Blobs {

//! \brief Writes the flat documents of the Blob service.
class XmlWriter
{
public:
    void open(std::string_view name,
              const std::vector<std::pair<std::string, std::string>> &attributes = {});
    void close(std::string_view name);
    void element(std::string_view name, std::string_view text);
    //! \brief As element(); a text with characters that XML does not have is percent-encoded and
    //! marked so.
    void encodable(std::string_view name, std::string_view text);
    std::string document() const;

private:
    std::string m_text;
};

//! \brief True when \a text is UTF-8 without overlong forms and surrogates.
bool isUtf8(std::string_view text);

//! \brief An element of a document that was read: attributes are not kept.
struct XmlElement
{
    std::string name;
    std::string text; //!< Trimmed; empty for elements with children.
    std::vector<XmlElement> children;

    //! \brief The first child of that name, or null.
    const XmlElement *child(std::string_view name) const;
    //! \brief The text of the first child of that name; empty when there is none.
    std::string textOf(std::string_view name) const;
};

//! \brief The root element of a document; nothing when it is no XML in UTF-8, is nested deeper than
//! the service's documents are, or mixes text with elements. Knows no document types, comments or
//! CDATA, so that none can be abused.
std::optional<XmlElement> parseXml(std::string_view document);

//! \brief The children of a root element called \a root, each with text only; nothing when \a
//! document is anything else.
std::optional<std::vector<std::pair<std::string, std::string>>> parseFlatXml(
    std::string_view document, std::string_view root);

} // namespace Batchdesk::LocalService::Blobs
