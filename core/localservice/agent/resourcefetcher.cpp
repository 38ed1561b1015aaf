// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/resourcefetcher.h"

#include "core/localservice/agent/bloblisting.h"
#include "core/localservice/agent/taskdirectory.h"

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <system_error>

namespace fs = std::filesystem;

namespace Batchdesk::LocalService {

namespace {

constexpr std::size_t largestListing = 64 * 1024 * 1024;

FailureInfo failure(const std::string &code, const std::string &message, const std::string &source,
                    const std::string &filePath, const std::string &reason)
{
    return {"UserError",
            code,
            message,
            {{"BlobSource", source}, {"FilePath", filePath}, {"Message", reason}}};
}

FailureInfo downloadFailure(const BlobAnswer &answer, const BlobUrl &url,
                            const std::string &filePath)
{
    std::string code = "BlobDownloadMiscError";
    std::string message = "A resource file could not be downloaded";
    if (answer.timedOut || answer.status == 408) {
        code = "BlobDownloadTimedOut";
        message = "Downloading a resource file took too long";
    } else if (answer.status == 404) {
        code = "BlobNotFound";
        message = "One of the specified Azure Blob(s) is not found";
    } else if (answer.status == 401 || answer.status == 403) {
        code = "BlobAccessDenied";
        message =
            "Access to the blob of a resource file was denied: its SAS may be wrong or expired";
    }
    return failure(code, message, url.shown(), filePath, answer.text());
}

FailureInfo writeFailure(int error, const BlobUrl &url, const std::string &filePath)
{
    const bool full = error == ENOSPC || error == EDQUOT;
    return failure(full ? "DiskFull" : "ResourceFileWriteFailed",
                   full ? "The disk is full: a resource file could not be written"
                        : "A resource file could not be written",
                   url.shown(), filePath, std::generic_category().message(error));
}

FailureInfo createFailure(const std::error_code &error, const BlobUrl &url,
                          const std::string &filePath)
{
    return failure("ResourceFileCreateFailed", "A resource file could not be made", url.shown(),
                   filePath, error.message());
}

std::optional<fs::perms> fileModeOf(const std::string &text)
{
    if (text.empty())
        return fs::perms(0770);
    unsigned mode = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), mode, 8);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || mode > 07777)
        return {};
    return fs::perms(mode & 0777);
}

struct CloseFile
{
    void operator()(std::FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

} // namespace

ResourceFetcher::ResourceFetcher(fs::path workingDirectory,
                                 std::function<std::string(const std::string &)> rewriteUrl,
                                 std::stop_token stop, BlobTimeouts timeouts)
    : m_workingDirectory(std::move(workingDirectory))
    , m_rewriteUrl(std::move(rewriteUrl))
    , m_stop(std::move(stop))
    , m_timeouts(timeouts)
{
}

std::optional<FailureInfo> ResourceFetcher::fetch(const std::vector<ResourceFileSpec> &files)
{
    for (const ResourceFileSpec &file : files) {
        if (auto failed = fetchOne(file))
            return failed;
    }
    return {};
}

std::optional<FailureInfo> ResourceFetcher::fetchOne(const ResourceFileSpec &file)
{
    const bool isContainer = file.httpUrl.empty();
    const std::string &given = isContainer ? file.storageContainerUrl : file.httpUrl;
    const auto url = parseBlobUrl(m_rewriteUrl ? m_rewriteUrl(given) : given);
    if (!url) {
        return failure("BlobDownloadMiscError",
                       "The URL of a resource file is not a valid http or https URL",
                       given.substr(0, given.find('?')), file.filePath, "The URL cannot be read.");
    }
    return isContainer ? fetchContainer(file, *url) : fetchBlob(*url, file.filePath, file.fileMode);
}

std::optional<FailureInfo> ResourceFetcher::fetchContainer(const ResourceFileSpec &file,
                                                           const BlobUrl &container)
{
    std::vector<std::string> names;
    if (auto failed = list(container, file.blobPrefix, file.filePath, names))
        return failed;
    for (const std::string &name : names) {
        // Some tools mark folders by a blob whose name ends in a slash: there is no file to make.
        if (name.ends_with('/'))
            continue;
        const std::string target = file.filePath.empty() ? name : file.filePath + '/' + name;
        // Checked by itself too: joined, the folder in front could hide the way out of it.
        if (!TaskDirectory::pathInside(m_workingDirectory, name)) {
            return failure(
                "ResourceFileCreateFailed", "A blob's name leads out of the working directory",
                container.blob(name).shown(), target, "Rename the blob or leave it out.");
        }
        if (auto failed = fetchBlob(container.blob(name), target, file.fileMode))
            return failed;
    }
    return {};
}

std::optional<FailureInfo> ResourceFetcher::list(const BlobUrl &container,
                                                 const std::string &prefix,
                                                 const std::string &filePath,
                                                 std::vector<std::string> &names)
{
    std::string marker;
    do {
        std::string parameters = "restype=container&comp=list";
        if (!prefix.empty())
            parameters += "&prefix=" + percentEncoded(prefix, false);
        if (!marker.empty())
            parameters += "&marker=" + percentEncoded(marker, false);
        std::string xml;
        const BlobAnswer answer = connectionTo(container.origin)
                                      .get(
                                          container.with(parameters),
                                          [&xml] {
                                              xml.clear();
                                              return true;
                                          },
                                          [&xml](const char *data, std::size_t size) {
                                              xml.append(data, size);
                                              return xml.size() <= largestListing;
                                          });
        if (!answer.isSuccess())
            return downloadFailure(answer, container, filePath);
        auto page = parseBlobListing(xml);
        if (!page || (!page->nextMarker.empty() && page->nextMarker == marker)) {
            return failure("BlobDownloadMiscError",
                           "The list of a container's blobs could not be read", container.shown(),
                           filePath, "The answer is not a list of blobs.");
        }
        names.insert(names.end(), page->names.begin(), page->names.end());
        marker = page->nextMarker;
    } while (!marker.empty());
    return {};
}

std::optional<FailureInfo> ResourceFetcher::fetchBlob(const BlobUrl &url,
                                                      const std::string &filePath,
                                                      const std::string &fileMode)
{
    const auto target = TaskDirectory::pathInside(m_workingDirectory, filePath);
    const auto mode = fileModeOf(fileMode);
    if (!target || !target->has_filename()) {
        return failure("ResourceFileCreateFailed",
                       "The path of a resource file must name a file in the working directory",
                       url.shown(), filePath,
                       "The path is empty or leads out of the working directory.");
    }
    if (!mode) {
        return failure("ResourceFileCreateFailed",
                       "The mode of a resource file is not an octal number", url.shown(), filePath,
                       "The mode given is \"" + fileMode + "\".");
    }
    std::error_code error;
    fs::create_directories(target->parent_path(), error);
    if (error) {
        return failure("ResourceDirectoryCreateFailed",
                       "The folder of a resource file could not be made", url.shown(), filePath,
                       error.message());
    }
    const fs::path part = m_workingDirectory / ".download.part";
    int writeError = 0;
    const BlobAnswer answer = download(url, part, writeError);
    if (writeError == 0 && answer.isSuccess()) {
        fs::permissions(part, *mode, error);
        if (!error)
            fs::rename(part, *target, error);
        if (!error)
            return {};
    }
    std::error_code ignored;
    fs::remove(part, ignored);
    if (writeError != 0)
        return writeFailure(writeError, url, filePath);
    return error ? createFailure(error, url, filePath) : downloadFailure(answer, url, filePath);
}

BlobAnswer ResourceFetcher::download(const BlobUrl &url, const fs::path &file, int &writeError)
{
    File out;
    const auto begin = [&] {
        out.reset(std::fopen(file.string().c_str(), "wb"));
        if (!out)
            writeError = errno;
        return out != nullptr;
    };
    const auto write = [&](const char *data, std::size_t size) {
        if (std::fwrite(data, 1, size, out.get()) != size)
            writeError = errno;
        return writeError == 0;
    };
    const BlobAnswer answer = connectionTo(url.origin).get(url, begin, write);
    // Closing writes the rest: the disk may be full only now.
    if (out && std::fclose(out.release()) != 0 && writeError == 0)
        writeError = errno;
    return answer;
}

BlobConnection &ResourceFetcher::connectionTo(const std::string &origin)
{
    if (!m_connection || m_origin != origin) {
        m_connection = std::make_unique<BlobConnection>(origin, m_stop, m_timeouts);
        m_origin = origin;
    }
    return *m_connection;
}

} // namespace Batchdesk::LocalService
