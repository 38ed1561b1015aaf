// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/outputuploader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <string_view>
#include <system_error>

namespace fs = std::filesystem;

namespace Batchdesk::LocalService {

namespace {

constexpr std::uint64_t mostBlocks = 50'000;

bool isUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = [&](std::size_t at) {
            return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
        };
        const unsigned lead = byte(i);
        const std::size_t length = lead < 0x80 ? 1
            : lead >= 0xC2 && lead < 0xE0      ? 2
            : lead >= 0xE0 && lead < 0xF0      ? 3
            : lead >= 0xF0 && lead < 0xF5      ? 4
                                               : 0;
        for (std::size_t k = 1; k < length; ++k) {
            if ((byte(i + k) & 0xC0) != 0x80)
                return false;
        }
        // Too long forms, surrogates, and what lies beyond the last code point.
        const unsigned second = byte(i + 1);
        if (length == 0 || (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)
            || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
            return false;
        i += length;
    }
    return true;
}

//! \brief For logs and messages: one line, whatever the name holds.
std::string escaped(std::string_view name)
{
    std::string out;
    const bool readable = isUtf8(name);
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7F && (readable || byte < 0x80)) {
            out += c;
            continue;
        }
        char code[5];
        std::snprintf(code, sizeof code, "\\x%02X", byte);
        out += code;
    }
    return out;
}

bool isSameHeader(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
        return std::tolower(x) == std::tolower(y);
    });
}

//! \brief The headers that describe the blob; nothing when one of them may not be given.
std::optional<RequestHeaders> blobHeaders(const OutputFileSpec &output)
{
    static constexpr std::array<std::string_view, 8> ours{
        "host",       "content-length", "transfer-encoding", "authorization",
        "connection", "expect",         "x-ms-blob-type",    "x-ms-version"};
    RequestHeaders headers;
    bool hasType = false;
    for (const auto &[name, value] : output.uploadHeaders) {
        const bool clean =
            (name + value).find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos
            && !name.empty() && name.find_first_of(" :\t") == std::string::npos;
        if (!clean || std::any_of(ours.begin(), ours.end(), [&name = name](std::string_view own) {
                return isSameHeader(own, name);
            }))
            return {};
        const bool isType =
            isSameHeader(name, "content-type") || isSameHeader(name, "x-ms-blob-content-type");
        hasType = hasType || isType;
        headers.emplace_back(isType ? "x-ms-blob-content-type" : name, value);
    }
    if (!hasType)
        headers.emplace_back("x-ms-blob-content-type", "application/octet-stream");
    return headers;
}

bool holds(OutputFileSpec::Condition condition, bool commandSucceeded)
{
    switch (condition) {
    case OutputFileSpec::Condition::TaskSuccess:
        return commandSucceeded;
    case OutputFileSpec::Condition::TaskFailure:
        return !commandSucceeded;
    case OutputFileSpec::Condition::TaskCompletion:
        break;
    }
    return true;
}

std::string blobNameOf(const OutputFileSpec &output, const GlobPattern &pattern,
                       const GlobMatch &match)
{
    std::string_view folder = output.path;
    while (folder.ends_with('/') && pattern.hasWildcards())
        folder.remove_suffix(1);
    if (folder.empty())
        return match.relativePath;
    return pattern.hasWildcards() ? std::string(folder) + '/' + match.relativePath
                                  : std::string(folder);
}

//! \brief A source of \a size bytes of \a file from \a start on.
BlobConnection::Source sourceOf(std::istream &file, std::uint64_t start)
{
    return [&file, start](std::uint64_t offset, char *data, std::size_t size) -> std::size_t {
        // A retry starts over; otherwise the file already stands there.
        if (offset == 0) {
            file.clear();
            file.seekg(static_cast<std::streamoff>(start));
        }
        file.read(data, static_cast<std::streamsize>(size));
        return static_cast<std::size_t>(file.gcount());
    };
}

} // namespace

OutputUploader::OutputUploader(const TaskDirectory &directory,
                               std::map<std::string, std::string> environment,
                               std::function<std::string(const std::string &)> rewriteUrl,
                               std::stop_token stop)
    : m_directory(directory)
    , m_environment(std::move(environment))
    , m_rewriteUrl(std::move(rewriteUrl))
    , m_stop(std::move(stop))
{
}

std::optional<FailureInfo> OutputUploader::upload(const std::vector<OutputFileSpec> &outputs,
                                                  bool commandSucceeded)
{
    m_failure.reset();
    for (const fs::path &log : {m_directory.uploadOutput(), m_directory.uploadError()})
        std::ofstream(log, std::ios::app);
    for (const OutputFileSpec &output : outputs) {
        if (m_stop.stop_requested())
            break;
        if (holds(output.condition, commandSucceeded))
            uploadOutput(output);
    }
    return m_failure;
}

void OutputUploader::uploadOutput(const OutputFileSpec &output)
{
    const GlobPattern pattern(output.filePattern, m_environment);
    const auto container =
        parseBlobUrl(m_rewriteUrl ? m_rewriteUrl(output.containerUrl) : output.containerUrl);
    if (!container) {
        fail("FileUploadMiscError",
             "The container URL of an output file is not a valid http or https URL",
             output.filePattern, output.path, "The URL cannot be read.");
        return;
    }
    const auto matches = pattern.find(m_directory.workingDirectory());
    if (matches.empty()) {
        TaskDirectory::appendLine(m_directory.uploadOutput(),
                                  "No file matches " + escaped(output.filePattern));
    }
    for (const GlobMatch &match : matches) {
        if (m_stop.stop_requested())
            return;
        uploadFile(output, *container, match, blobNameOf(output, pattern, match));
    }
}

void OutputUploader::uploadFile(const OutputFileSpec &output, const BlobUrl &container,
                                const GlobMatch &match, const std::string &blobName)
{
    const std::string shown = escaped(match.relativePath);
    if (!isUtf8(blobName)) {
        fail("FileUploadMiscError",
             "An output file has a name that no blob can have: it is not valid UTF-8", shown,
             escaped(blobName), "Give the file another name.");
        return;
    }
    const auto headers = blobHeaders(output);
    if (!headers) {
        fail("FileUploadMiscError", "The upload headers of an output file cannot be used", shown,
             escaped(blobName), "A header is set by the upload itself or has a line break.");
        return;
    }
    errno = 0;
    std::ifstream file(match.file, std::ios::binary);
    std::error_code error(errno, std::generic_category());
    const std::uint64_t size = file ? fs::file_size(match.file, error) : 0;
    if (!file || error) {
        fail("FileUploadMiscError", "An output file could not be read", shown, escaped(blobName),
             error.message());
        return;
    }
    const BlobUrl url = container.blob(blobName);
    const BlobAnswer answer = size > m_limits.singlePut ? sendBlocks(url, *headers, file, size)
                                                        : send(url, *headers, file, size);
    if (answer.isSuccess()) {
        TaskDirectory::appendLine(m_directory.uploadOutput(),
                                  "Uploaded " + shown + " as " + escaped(blobName) + " ("
                                      + std::to_string(size) + " bytes)");
        return;
    }
    const bool denied = answer.status == 401 || answer.status == 403;
    const bool missing = answer.status == 404;
    const std::string reason = answer.refusedHere && !m_stop.stop_requested()
        ? "The file became shorter while it was read."
        : answer.text();
    fail(denied        ? "FileUploadAccessDenied"
             : missing ? "FileUploadContainerNotFound"
                       : "FileUploadMiscError",
         denied ? "Access to the container of an output file was denied: its SAS may be wrong or "
                  "expired"
             : missing ? "The container of an output file is not found"
                       : "An output file could not be uploaded",
         shown, escaped(blobName), reason);
}

BlobAnswer OutputUploader::send(const BlobUrl &url, const RequestHeaders &headers,
                                std::istream &file, std::uint64_t size)
{
    RequestHeaders all = headers;
    all.emplace_back("x-ms-blob-type", "BlockBlob");
    return connectionTo(url.origin).put(url, all, size, sourceOf(file, 0));
}

BlobAnswer OutputUploader::sendBlocks(const BlobUrl &url, const RequestHeaders &headers,
                                      std::istream &file, std::uint64_t size)
{
    const std::uint64_t block = std::max(m_limits.block, (size + mostBlocks - 1) / mostBlocks);
    std::string list = "<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>";
    std::uint64_t index = 0;
    for (std::uint64_t at = 0; at < size; at += block, ++index) {
        // Eight digits are valid Base64 as they are, and of one length.
        char id[24];
        std::snprintf(id, sizeof id, "%08llu", static_cast<unsigned long long>(index));
        const BlobAnswer answer = connectionTo(url.origin)
                                      .put(url.with(std::string("comp=block&blockid=") + id), {},
                                           std::min(block, size - at), sourceOf(file, at));
        if (!answer.isSuccess())
            return answer;
        list += std::string("<Latest>") + id + "</Latest>";
    }
    list += "</BlockList>";
    RequestHeaders all = headers;
    all.emplace_back("Content-Type", "application/xml");
    return connectionTo(url.origin).put(url.with("comp=blocklist"), all, list);
}

void OutputUploader::fail(const std::string &code, const std::string &message,
                          const std::string &file, const std::string &blobName,
                          const std::string &reason)
{
    TaskDirectory::appendLine(m_directory.uploadError(),
                              message + ": " + file + " as " + blobName + ": " + reason);
    if (!m_failure) {
        m_failure = FailureInfo{"UserError",
                                code,
                                message,
                                {{"FilePath", file}, {"BlobName", blobName}, {"Message", reason}}};
    }
}

BlobConnection &OutputUploader::connectionTo(const std::string &origin)
{
    if (!m_connection || m_origin != origin) {
        m_connection = std::make_unique<BlobConnection>(origin, m_stop);
        m_origin = origin;
    }
    return *m_connection;
}

} // namespace Batchdesk::LocalService
