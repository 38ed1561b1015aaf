// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/encode.h"
#include "core/localservice/batch/execution.h"
#include "core/localservice/batch/filefacts.h"
#include "core/localservice/batch/routes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>

// Files of tasks and nodes. Nothing outside the folder of the task or node is ever named or opened.
namespace Batchdesk::LocalService {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t chunkSize = 256 * 1024;

// A folder whose files are shown, and the address it is shown under.
struct Shelf
{
    fs::path root;
    std::string url;
};

Shelf taskShelf(Exchange &x)
{
    return x.engine().read([&](const Model &model) -> Shelf {
        const Task &task = foundTask(model, x.id(0), x.id(1));
        if (task.nodeId.empty())
            throw ApiError(task.state == TaskState::Completed ? "TaskFilesUnavailable"
                                                              : "OperationInvalidForCurrentState");
        const auto pool = model.pools.find(task.poolId);
        if (pool == model.pools.end() || !pool->second.nodes.contains(task.nodeId))
            throw ApiError("TaskFilesUnavailable");
        if (!task.execution.startTime)
            throw ApiError("OperationInvalidForCurrentState");
        return {nodeDirectory(x.engine().surroundings(), task.poolId, task.nodeId)
                    / taskRootDirectory(task.jobId, task.id),
                taskUrl(x.base(), task.jobId, task.id)};
    });
}

Shelf nodeShelf(Exchange &x)
{
    return x.engine().read([&](const Model &model) -> Shelf {
        const Pool &pool = found(model.pools, x.id(0), "PoolNotFound");
        const Node &node = found(pool.nodes, x.id(1), "NodeNotFound");
        if (!node.lastBootTime)
            throw ApiError("OperationInvalidForCurrentState");
        return {nodeDirectory(x.engine().surroundings(), pool.id, node.id),
                nodeUrl(x.base(), pool.id, node.id)};
    });
}

bool inside(const fs::path &path, const fs::path &root)
{
    const auto [rootEnd, at] = std::mismatch(root.begin(), root.end(), path.begin(), path.end());
    return rootEnd == root.end();
}

// Where a name leads to, links followed; FileNotFound when that is nowhere or outside.
fs::path locate(const Shelf &shelf, const std::string &name)
{
    if (name.empty() || name.find('\0') != std::string::npos || fs::path(name).is_absolute())
        throw ApiError("FileNotFound");
    std::error_code error;
    const fs::path root = fs::canonical(shelf.root, error);
    const fs::path path = error ? fs::path() : fs::canonical(root / name, error);
    if (error || path == root || !inside(path, root))
        throw ApiError("FileNotFound");
    return path;
}

std::string contentTypeOf(const fs::path &path)
{
    static constexpr std::array textEndings{".txt", ".log", ".csv", ".py", ".sh", ".md"};
    return std::find(textEndings.begin(), textEndings.end(), path.extension().string())
            == textEndings.end()
        ? "application/octet-stream"
        : "text/plain";
}

// Names relative to the shelf, sorted; what leads outside is left out.
std::map<std::string, fs::path> namesOn(const Shelf &shelf, bool recursive)
{
    std::map<std::string, fs::path> names;
    std::error_code error;
    const fs::path root = fs::canonical(shelf.root, error);
    if (error)
        return names;
    const auto keep = [&](const fs::directory_entry &entry) {
        std::error_code gone;
        const auto target = fs::canonical(entry.path(), gone);
        if (!gone && inside(target, root))
            names.emplace(entry.path().lexically_relative(root).generic_string(), entry.path());
    };
    // Files come and go while a task runs, and a folder that cannot be read is passed over.
    const auto options = fs::directory_options::skip_permission_denied;
    if (recursive) {
        for (fs::recursive_directory_iterator at(root, options, error), end; !error && at != end;
             at.increment(error))
            keep(*at);
    } else {
        for (fs::directory_iterator at(root, options, error), end; !error && at != end;
             at.increment(error))
            keep(*at);
    }
    return names;
}

Json encodeFile(const Shelf &shelf, const std::string &name, const fs::path &path)
{
    const auto facts = factsOf(path);
    if (!facts)
        return {};
    Json json{{"name", name},
              {"url", shelf.url + "/files/" + percentEncoded(name)},
              {"isDirectory", facts->directory}};
    if (!facts->directory)
        json["properties"] = {{"lastModified", isoTime(facts->changed)},
                              {"contentLength", std::to_string(facts->size)},
                              {"contentType", contentTypeOf(path)},
                              {"fileMode", facts->mode}};
    return json;
}

Response list(Exchange &x, const Shelf &shelf)
{
    const bool recursive = x.flag("recursive");
    const auto names = namesOn(shelf, recursive);
    using Item = std::pair<std::string, fs::path>;
    std::map<std::string, Item> items;
    for (const auto &[name, path] : names)
        items.emplace(name, Item(name, path));
    return pageOf(
        x, "files", items,
        [](const Item &item) {
            return [&item](std::string_view) -> FilterValue { return item.first; };
        },
        [&](const Item &item) { return encodeFile(shelf, item.first, item.second); });
}

struct ByteRange
{
    std::uint64_t begin = 0;
    std::uint64_t end = 0; //!< One past the last.
};

ByteRange rangeOf(const Request &request, std::uint64_t size)
{
    auto text = request.headers.find("ocp-range");
    if (!text)
        text = request.headers.find("Range");
    if (!text)
        return {0, size};
    constexpr std::string_view unit = "bytes=";
    std::uint64_t first = 0;
    std::uint64_t last = size == 0 ? 0 : size - 1;
    std::string_view rest = *text;
    if (!rest.starts_with(unit))
        throw ApiError("InvalidRange");
    rest.remove_prefix(unit.size());
    const char *end = rest.data() + rest.size();
    auto read = std::from_chars(rest.data(), end, first);
    if (read.ec != std::errc() || read.ptr == end || *read.ptr != '-')
        throw ApiError("InvalidRange");
    if (read.ptr + 1 != end) {
        std::uint64_t asked = 0;
        read = std::from_chars(read.ptr + 1, end, asked);
        if (read.ec != std::errc() || read.ptr != end || asked < first)
            throw ApiError("InvalidRange");
        last = std::min(last, asked);
    }
    if (first >= size)
        throw ApiError("InvalidRange");
    return {first, last + 1};
}

void addFileHeaders(Response &response, const Shelf &shelf, const std::string &name,
                    const FileFacts &facts)
{
    response.headers.add("Last-Modified", httpTime(facts.changed));
    char tag[32];
    std::snprintf(tag, sizeof tag, "0x%llX",
                  static_cast<unsigned long long>(ticksOf(facts.changed)));
    response.headers.add("ETag", tag);
    response.headers.add("ocp-batch-file-isdirectory", facts.directory ? "True" : "False");
    response.headers.add("ocp-batch-file-mode", facts.mode);
    response.headers.add("ocp-batch-file-url",
                         percentEncoded(shelf.url + "/files/" + percentEncoded(name)));
}

BodyProvider providerOf(const fs::path &path, std::uint64_t start)
{
    const auto file = std::make_shared<std::ifstream>(path, std::ios::binary);
    if (!*file)
        throw ApiError("FileNotFound");
    return [file, start](std::uint64_t offset, std::uint64_t length,
                         const std::function<bool(const char *, std::size_t)> &sink) {
        std::vector<char> chunk(std::size_t(std::min<std::uint64_t>(length, chunkSize)));
        file->clear();
        file->seekg(std::streamoff(start + offset));
        while (length > 0) {
            const auto wanted = std::min<std::uint64_t>(length, chunk.size());
            file->read(chunk.data(), std::streamsize(wanted));
            const auto got = std::uint64_t(file->gcount());
            // The file shrank under us: the announced length cannot be kept.
            if (got == 0 || !sink(chunk.data(), std::size_t(got)))
                return false;
            length -= got;
        }
        return true;
    };
}

Response get(Exchange &x, const Shelf &shelf)
{
    const std::string &name = x.id(2);
    const fs::path path = locate(shelf, name);
    const auto facts = factsOf(path);
    if (!facts || (facts->directory && x.request().method == "GET"))
        throw ApiError("FileNotFound");
    const Revision revision{{}, facts->changed, facts->changed};
    if (!x.condition().met(revision))
        return x.empty(x.condition().ifUnmodifiedSince ? 412 : 304);
    Response response = x.empty(200);
    response.contentType = contentTypeOf(path);
    addFileHeaders(response, shelf, name, *facts);
    const bool head = x.request().method == "HEAD";
    const ByteRange range = head ? ByteRange{0, facts->size} : rangeOf(x.request(), facts->size);
    response.providerLength = range.end - range.begin;
    if (!facts->directory)
        response.provider = providerOf(path, range.begin);
    response.headOnly = head;
    return response;
}

Response remove(Exchange &x, const Shelf &shelf)
{
    const std::string &name = x.id(2);
    locate(shelf, name);
    // The name itself goes, not what a link in its place may lead to.
    const fs::path path = (shelf.root / name).lexically_normal();
    const fs::path parent = fs::canonical(path.parent_path());
    if (!inside(parent, fs::canonical(shelf.root)))
        throw ApiError("FileNotFound");
    std::error_code error;
    if (x.flag("recursive"))
        fs::remove_all(parent / path.filename(), error);
    else
        fs::remove(parent / path.filename(), error);
    if (error)
        throw ApiError::because("OperationInvalidForCurrentState",
                                "The file could not be deleted: " + error.message() + '.');
    return x.empty(200);
}

} // namespace

std::vector<Route> fileRoutes()
{
    return {
        {"File_ListFromTask", "GET", "jobs/{}/tasks/{}/files",
         [](Exchange &x) { return list(x, taskShelf(x)); }},
        {"File_GetFromTask", "GET", "jobs/{}/tasks/{}/files/{*}",
         [](Exchange &x) { return get(x, taskShelf(x)); }},
        {"File_GetPropertiesFromTask", "HEAD", "jobs/{}/tasks/{}/files/{*}",
         [](Exchange &x) { return get(x, taskShelf(x)); }},
        {"File_DeleteFromTask", "DELETE", "jobs/{}/tasks/{}/files/{*}",
         [](Exchange &x) { return remove(x, taskShelf(x)); }},
        {"File_ListFromComputeNode", "GET", "pools/{}/nodes/{}/files",
         [](Exchange &x) { return list(x, nodeShelf(x)); }},
        {"File_GetFromComputeNode", "GET", "pools/{}/nodes/{}/files/{*}",
         [](Exchange &x) { return get(x, nodeShelf(x)); }},
        {"File_GetPropertiesFromComputeNode", "HEAD", "pools/{}/nodes/{}/files/{*}",
         [](Exchange &x) { return get(x, nodeShelf(x)); }},
        {"File_DeleteFromComputeNode", "DELETE", "pools/{}/nodes/{}/files/{*}",
         [](Exchange &x) { return remove(x, nodeShelf(x)); }},
    };
}

} // namespace Batchdesk::LocalService
