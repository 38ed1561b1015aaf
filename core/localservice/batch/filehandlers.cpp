// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/encode.h"
#include "core/localservice/batch/execution.h"
#include "core/localservice/batch/filefacts.h"
#include "core/localservice/batch/filewalk.h"
#include "core/localservice/batch/nodestate.h"
#include "core/localservice/batch/routes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <limits>

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

// Throws unless the task has run on a node that is still there, and still has what it left.
void requireFiles(const Model &model, const Task &task)
{
    const bool completed = task.state == TaskState::Completed;
    if (task.cleaned)
        throw ApiError("TaskFilesCleanedup");
    if (task.nodeId.empty() || !task.execution.startTime)
        throw ApiError(completed ? "TaskFilesUnavailable" : "OperationInvalidForCurrentState");
    const auto pool = model.pools.find(task.poolId);
    if (pool == model.pools.end())
        throw ApiError("TaskFilesUnavailable");
    const auto node = pool->second.nodes.find(task.nodeId);
    if (node == pool->second.nodes.end())
        throw ApiError("TaskFilesUnavailable");
    requireBooted(node->second);
}

Shelf taskShelf(Exchange &x)
{
    return x.engine().read([&](const Model &model) -> Shelf {
        const Task &task = foundTask(model, x.id(0), x.id(1));
        requireFiles(model, task);
        Shelf shelf{nodeDirectory(x.engine().surroundings(), task.poolId, task.nodeId)
                        / taskRootDirectory(task.jobId, task.id),
                    taskUrl(x.base(), task.jobId, task.id)};
        // One that runs may not have its folder yet.
        if (task.state == TaskState::Completed && !std::filesystem::exists(shelf.root))
            throw ApiError("TaskFilesUnavailable");
        return shelf;
    });
}

Shelf nodeShelf(Exchange &x)
{
    return x.engine().read([&](const Model &model) -> Shelf {
        const Pool &pool = found(model.pools, x.id(0), "PoolNotFound");
        const Node &node = found(pool.nodes, x.id(1), "NodeNotFound");
        requireBooted(node);
        return {nodeDirectory(x.engine().surroundings(), pool.id, node.id),
                nodeUrl(x.base(), pool.id, node.id)};
    });
}

// Where a name leads to, links followed; FileNotFound when that is nowhere or outside.
fs::path locate(const Shelf &shelf, const std::string &name)
{
    if (name.empty() || name.find('\0') != std::string::npos || fs::path(name).is_absolute())
        throw ApiError("FileNotFound");
    std::error_code error;
    const fs::path root = fs::canonical(shelf.root, error);
    const fs::path path = error ? fs::path() : fs::canonical(root / name, error);
    if (error || path == root || !isInside(path, root))
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
    const Filter filter = x.filter();
    const std::size_t most = x.maxResults();
    FileWalk walk(shelf.root, x.flag("recursive"), x.skipKey());
    Json items = Json::array();
    std::string last;
    while (const auto name = walk.next()) {
        if (!filter.matches([&](std::string_view) -> FilterValue { return *name; }))
            continue;
        if (items.size() == most)
            return x.list("files", std::move(items), last);
        Json item = encodeFile(shelf, *name, shelf.root / *name);
        if (item.is_null())
            continue;
        items.push_back(x.shown("files", std::move(item)));
        last = *name;
    }
    return x.list("files", std::move(items));
}

struct ByteRange
{
    std::uint64_t begin = 0;
    std::uint64_t end = 0; //!< One past the last.
};

// A whole number at the start of \a text, which is taken off; nothing when there is none. What is
// too large for any file is as good as the largest.
std::optional<std::uint64_t> takeNumber(std::string_view &text)
{
    std::uint64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ptr == text.data())
        return std::nullopt;
    text.remove_prefix(std::size_t(read.ptr - text.data()));
    return read.ec == std::errc() ? number : std::numeric_limits<std::uint64_t>::max();
}

ByteRange rangeOf(const Request &request, std::uint64_t size)
{
    auto text = request.headers.find("ocp-range");
    if (!text)
        text = request.headers.find("Range");
    if (!text)
        return {0, size};
    constexpr std::string_view unit = "bytes=";
    std::string_view rest = *text;
    if (!rest.starts_with(unit))
        throw ApiError("InvalidRange");
    rest.remove_prefix(unit.size());
    const auto first = takeNumber(rest);
    if (!first || !rest.starts_with('-'))
        throw ApiError("InvalidRange");
    rest.remove_prefix(1);
    const auto last = rest.empty() ? size : takeNumber(rest);
    if (!last || !rest.empty() || *last < *first || *first >= size)
        throw ApiError("InvalidRange");
    return {*first, std::min(*last, size - 1) + 1};
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
    // Files have no part in the other conditions.
    Precondition condition;
    condition.ifModifiedSince = x.condition().ifModifiedSince;
    if (!condition.met({{}, facts->changed, facts->changed}))
        return x.empty(304);
    condition.ifUnmodifiedSince = x.condition().ifUnmodifiedSince;
    condition.require({{}, facts->changed, facts->changed});
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
    const bool recursive = x.flag("recursive");
    locate(shelf, name);
    // The name itself goes, not what a link in its place may lead to.
    const fs::path path = (shelf.root / name).lexically_normal();
    const fs::path parent = fs::canonical(path.parent_path());
    if (!isInside(parent, fs::canonical(shelf.root)))
        throw ApiError("FileNotFound");
    std::error_code error;
    if (recursive)
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
